// Registering with a caller on the line: by keyboard alone, with what stands beside the form, through lost networks and killed browsers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Browser, accessible, counting, flags, picture, reflows } from './support/browser.mjs';
import { World, password } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const escalator = '体育西路站B口上行扶梯停运，老人只能走楼梯，请尽快修复。';
const close = (page) => page.context().close();
const phone = (page) => page.getByLabel('电话');
const content = (page) => page.getByRole('textbox', { name: '内容' });
const place = (page) => page.getByRole('combobox', { name: '车站或线路' });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-field'));
const focusOn = (page, field) => page.waitForFunction((name) => document.activeElement?.getAttribute('data-field') === name, field);
const kept = (page) => page.getByText(/草稿已保存/).waitFor();

/** Nothing left of what another test typed. */
async function noDrafts(user) {
  const { items } = await world.api(user, 'GET', '/api/v1/me/kept?kind=draft');
  for (const { key } of items) await world.api(user, 'DELETE', `/api/v1/me/kept/draft/${encodeURIComponent(key)}`);
}
async function open(user = 'agent', options = {}) {
  await noDrafts(user);
  const page = await browser.page(world, user, '/staff/intake', options);
  await focusOn(page, 'phone');
  return page;
}
/** What the newest result on the page says. */
async function registered(page) {
  const card = page.getByRole('article', { name: /^已登记 TS/ }).first();
  await card.waitFor();
  return (await card.getByText(/^TS\d+$/).textContent()).trim();
}
const count = async () => (await world.api('agent', 'GET', '/api/v1/complaints?limit=1')).count;

test('ring to registered by keyboard alone, in no more than ten actions besides typing', async () => {
  await noDrafts('agent');
  const page = await browser.page(world, 'agent', '/staff/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const actions = await counting(page);
  await page.keyboard.press('n');
  await focusOn(page, 'phone');
  await page.keyboard.type('13800138001');
  await page.keyboard.press('Tab');
  await page.keyboard.type('张三');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('tydl');
  await page.getByRole('option', { name: /体育东路/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  if (await focused(page) === 'exit') await page.keyboard.press('Tab');
  if (await focused(page) === 'detail') await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'content');
  await page.keyboard.type(escalator);
  await page.getByRole('group', { name: '可能的类型' }).getByRole('button', { name: /电梯扶梯/ }).waitFor();
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Control+Enter');
  const number = await registered(page);
  assert.ok((await actions()) + 1 <= 10, `${(await actions()) + 1} actions`); // and the n
  const complaint = await world.complaint(number);
  assert.equal(complaint.place.station, '体育东路');
  assert.equal(complaint.type, 'facilities.lift');
  assert.equal(complaint.complainant.phone, '138****8001');
  await focusOn(page, 'phone');
  assert.equal(await phone(page).inputValue(), '');
  await picture(page, 'intake-registered');
  await accessible(page, 'intake after registering');
  await close(page);
});

test('the form is ready in 300 ms with the focus in the first field', async () => {
  const page = await browser.page(world, 'agent', '/staff/');
  const times = [];
  for (let round = 0; round < 3; round++) {
    await page.getByRole('heading', { level: 1, name: /好/ }).waitFor();
    await page.evaluate(() => {
      window.__ready = new Promise((done) => {
        const start = performance.now();
        const look = () => (document.activeElement?.getAttribute('data-field') === 'phone' ? done(performance.now() - start) : requestAnimationFrame(look));
        look();
      });
    });
    await page.keyboard.press('n');
    times.push(await page.evaluate(() => window.__ready));
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('g');
    await page.keyboard.press('h');
  }
  assert.ok(Math.min(...times) < 300, `${times.map(Math.round)} ms`);
  await close(page);
});

test('a station is found by initials, pinyin and name; its line is asked for when it has several', async () => {
  const page = await open();
  for (const typed of ['tyxl', 'tiyuxilu', '体育西']) {
    await place(page).fill(typed);
    await page.getByRole('option', { name: /体育西路/ }).waitFor();
    await page.keyboard.press('Enter');
    assert.equal(await place(page).inputValue(), '体育西路');
  }
  await page.getByLabel('哪条线').selectOption({ label: '3号线' });
  await place(page).fill('体育西路站B口扶梯旁');
  await page.keyboard.press('Tab');
  assert.equal(await page.getByLabel('出入口').inputValue(), 'B');
  assert.equal(await page.getByLabel('具体位置').inputValue(), '扶梯旁');
  await page.getByLabel('哪条线').selectOption({ label: '1号线' });
  await phone(page).fill('13800138002');
  await content(page).fill('扶梯异响');
  await page.keyboard.press('Control+Enter');
  const { place: where } = await world.complaint(await registered(page));
  assert.deepEqual([where.line, where.station, where.exit, where.detail], ['1', '体育西路', 'B', '扶梯旁']);
  await close(page);
});

test('keys do nothing while an input method is composing', async () => {
  const page = await open();
  const before = await count();
  await phone(page).fill('13800138003');
  await content(page).fill(escalator);
  await page.getByRole('group', { name: '可能的类型' }).getByRole('button').first().waitFor();
  const composing = (field, init) => field.evaluate((element, given) => {
    element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, isComposing: true, ...given }));
    element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, keyCode: 229, ...given }));
  }, init);
  await composing(content(page), { key: 'Enter', ctrlKey: true });
  await composing(content(page), { key: 'Enter', altKey: true });
  assert.equal(await page.getByRole('combobox', { name: /类型/ }).inputValue(), '');
  await place(page).fill('tyxl');
  await page.getByRole('option').first().waitFor();
  await composing(place(page), { key: 'Enter' });
  assert.equal(await place(page).getAttribute('aria-expanded'), 'true');
  // A real composition of Chromium's own.
  const cdp = await page.context().newCDPSession(page);
  await content(page).focus();
  await cdp.send('Input.imeSetComposition', { text: 'ti yu', selectionStart: 5, selectionEnd: 5 });
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229, modifiers: 2 });
  await cdp.send('Input.insertText', { text: '体育' });
  assert.ok((await content(page).inputValue()).includes('体育'));
  assert.equal(await count(), before);
  await close(page);
});

test('a likely type is taken by one key, the unit of the line by the next', async () => {
  const page = await open();
  await phone(page).fill('13800138004');
  await place(page).fill('2号线');
  await page.keyboard.press('Enter');
  await content(page).fill(escalator);
  await page.getByRole('group', { name: '可能的类型' }).getByRole('button', { name: /电梯扶梯/ }).waitFor();
  await page.keyboard.press('Alt+Enter');
  assert.equal(await page.getByRole('combobox', { name: /类型/ }).inputValue(), '电梯扶梯');
  await page.keyboard.press('Alt+Enter');
  assert.equal(await page.getByRole('combobox', { name: /转给哪个单位/ }).inputValue(), '二号线运营中心');
  await page.keyboard.press('Control+Enter');
  const complaint = await world.complaint(await registered(page));
  assert.equal(complaint.relayed_unit, 'line2');
  assert.equal(complaint.clocks.find((clock) => clock.stage === 'relay').outcome, 'met');
  await close(page);
});

test('a caller who called before is known by the number; the earlier one opens by one key', async () => {
  const earlier = await world.register({ complainant: { name: '李四', phone: '13800138005' } });
  const page = await open();
  await page.keyboard.type('138 0013 8005');
  await page.getByRole('region', { name: '同一来电人' }).getByRole('link', { name: new RegExp(earlier.number) }).waitFor();
  await accessible(page, 'intake with a known caller');
  await picture(page, 'intake-known-caller');
  await page.keyboard.press('Alt+v');
  const drawer = page.getByRole('dialog', { name: earlier.number });
  await drawer.getByText(earlier.content).last().waitFor();
  await drawer.getByText(/李\* 138\*\*\*\*8005/).waitFor();
  await accessible(page, 'an earlier complaint over the form');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'phone');
  await close(page);
});

test('what is said goes onto the earlier complaint instead of a new one', async () => {
  const earlier = await world.register({ complainant: { name: '王五', phone: '13800138006' } });
  const before = await count();
  const page = await open();
  await phone(page).fill('13800138006');
  await content(page).fill('还没有人来修');
  await page.getByRole('region', { name: '同一来电人' }).waitFor();
  await page.keyboard.press('Alt+j');
  const drawer = page.getByRole('dialog', { name: earlier.number });
  assert.equal(await drawer.getByLabel('对方说了什么').inputValue(), '还没有人来修');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA' && document.activeElement.closest('dialog'));
  await page.keyboard.press('Control+Enter');
  await page.getByText(`已记到 ${earlier.number}`).waitFor();
  const { items } = await world.api('agent', 'GET', `/api/v1/complaints/${earlier.number}/events`);
  const contact = items.find((event) => event.act === 'contact');
  assert.deepEqual([contact.data.direction, contact.data.means, contact.texts.text], ['in', 'phone', '还没有人来修']);
  assert.equal(await count(), before);
  await focusOn(page, 'phone');
  assert.equal(await content(page).inputValue(), '');
  assert.deepEqual((await world.api('agent', 'GET', '/api/v1/me/kept?kind=draft')).items, []);
  await close(page);
});

test('what was typed survives the death of the browser, and nothing of it lay in the browser', async () => {
  await noDrafts('agent');
  const server = await chromium.launchServer({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  const doomed = await chromium.connect(server.wsEndpoint());
  const context = await doomed.newContext({ baseURL: world.base, locale: 'zh-CN' });
  await context.addCookies([await world.cookie('agent')]);
  const first = await context.newPage();
  await first.goto('/staff/intake');
  await focusOn(first, 'phone');
  await phone(first).fill('13800138007');
  const typedAt = Date.now();
  await content(first).fill('车厢空调太冷，希望调高两度');
  await kept(first);
  assert.ok(Date.now() - typedAt < 4_000, 'kept within moments'); // 2 s, and the machine's own slowness
  const stored = await first.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  assert.ok(!/13800138007|空调/.test(stored), stored);
  await server.kill();
  const page = await browser.page(world, 'agent', '/staff/intake');
  await page.getByText(/已恢复 .* 的草稿/).waitFor();
  assert.equal(await phone(page).inputValue(), '13800138007');
  assert.equal(await content(page).inputValue(), '车厢空调太冷，希望调高两度');
  await accessible(page, 'intake with a restored draft');
  await page.keyboard.press('Control+Enter');
  await registered(page);
  await page.reload();
  await focusOn(page, 'phone');
  assert.equal(await content(page).inputValue(), '');
  await close(page);
});

test('a call that was put off waits among the drafts and is taken up again or thrown away', async () => {
  const page = await open();
  await phone(page).fill('13800138008');
  await content(page).fill('第一位，请稍等');
  await kept(page);
  await page.keyboard.press('Alt+n');
  await page.waitForFunction(() => document.querySelector('[data-field="phone"]')?.value === '');
  await phone(page).fill('13800138009');
  await content(page).fill('第二位，车门夹包');
  const drafts = page.getByRole('region', { name: /我的草稿/ });
  await drafts.getByText('第一位，请稍等').waitFor();
  await page.keyboard.press('Control+Enter');
  await registered(page);
  await drafts.getByRole('button', { name: '继续草稿 第一位，请稍等' }).click();
  await page.waitForFunction(() => document.querySelector('[data-field="phone"]')?.value === '13800138008');
  await button(page, '丢弃这份草稿').click();
  await page.waitForFunction(() => document.querySelector('[data-field="phone"]')?.value === '');
  await drafts.waitFor({ state: 'detached' });
  await close(page);
});

test('a lost answer registers once', async () => {
  const page = await open();
  const before = await count();
  let lost = 0;
  await page.route('**/api/v1/complaints', async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.fallback();
    await route.fetch(); // it arrives, its answer does not
    return route.abort('connectionreset');
  });
  await phone(page).fill('13800138010');
  await content(page).fill('屏蔽门反复开关');
  await page.keyboard.press('Control+Enter');
  const number = await registered(page);
  assert.equal(lost, 2);
  assert.equal(await count(), before + 1);
  assert.equal((await world.complaint(number)).content, '屏蔽门反复开关');
  await close(page);
});

test('an answer lost together with the window: the same form registers nothing new, a changed one asks first', async () => {
  const page = await open();
  const before = await count();
  let arrived = 0;
  await page.route('**/api/v1/complaints', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    if (arrived++ === 0) await route.fetch();
    return route.abort('connectionreset');
  });
  await phone(page).fill('13800138020');
  await content(page).fill('列车急刹，多人摔倒');
  await kept(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').filter({ hasText: '尚未登记成功' }).waitFor();
  assert.equal(await count(), before + 1);
  const again = async () => {
    const other = await browser.page(world, 'agent', '/staff/intake');
    await other.getByText(/已恢复 .* 的草稿/).waitFor();
    return other;
  };
  await close(page);
  const changed = await again();
  await content(changed).fill('列车急刹，多人摔倒，一人擦伤');
  await changed.keyboard.press('Control+Enter');
  const note = changed.getByRole('alert').filter({ hasText: '这份表单已经登记成功过一次' });
  await note.waitFor();
  await accessible(changed, 'intake of what was registered before');
  assert.equal(await count(), before + 1);
  await content(changed).fill('列车急刹，多人摔倒');
  await changed.keyboard.press('Control+Enter');
  const number = await registered(changed);
  assert.equal(await count(), before + 1);
  assert.equal((await world.complaint(number)).content, '列车急刹，多人摔倒');
  await close(changed);
});

test('a session that ended is renewed over the form, which then registers by itself', async () => {
  const own = await World.start('empty');
  try {
    const page = await browser.page(own, 'agent', '/staff/intake');
    await focusOn(page, 'phone');
    await phone(page).fill('13800138021');
    await content(page).fill('安检排队太长');
    await kept(page);
    await page.context().clearCookies();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '密码' }).fill(password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const number = await registered(page);
    assert.equal((await own.complaint(number)).content, '安检排队太长');
    await close(page);
  } finally {
    await own.end();
  }
});

test('without a network the form says so, keeps all, and registers by itself once it is back', async () => {
  const page = await open();
  const before = await count();
  await phone(page).fill('13800138011');
  await content(page).fill('站内广播听不清');
  await kept(page);
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('alert').filter({ hasText: '网络不通，尚未登记成功' });
  await note.waitFor();
  assert.equal(await content(page).inputValue(), '站内广播听不清');
  await accessible(page, 'intake without a network');
  await note.getByRole('button', { name: '先接下一件' }).click();
  await focusOn(page, 'phone');
  assert.equal(await content(page).inputValue(), '');
  await page.getByText('1 件等待网络恢复后自动登记').waitFor();
  await page.context().setOffline(false);
  await registered(page);
  assert.equal(await count(), before + 1);
  await close(page);
});

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const paste = (page, files) => content(page).evaluate((element, list) => {
  const data = new DataTransfer();
  for (const { name, type, base64, size } of list) {
    const bytes = size ? new Uint8Array(size) : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes], name, { type }));
  }
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, files);

test('a pasted screenshot goes along; what is too large is said at once; a failed upload is sent again', async () => {
  const page = await open();
  await page.getByText(/每个文件不超过 20 MB/).waitFor();
  await phone(page).fill('13800138012');
  await content(page).fill('闸机显示故障，见截图');
  await paste(page, [{ name: 'image.png', type: 'image/png', base64: png }, { name: 'film.mp4', type: 'video/mp4', size: 20 * 1024 * 1024 + 1 }]);
  await page.getByText(/film\.mp4 有 .*超过上限/).waitFor();
  const files = page.getByRole('group', { name: '附件' });
  assert.equal(await files.getByRole('listitem').count(), 1);
  await paste(page, [{ name: 'second.png', type: 'image/png', base64: png }]);
  await files.getByRole('button', { name: '去掉 second.png' }).click();
  await page.route('**/attachments?*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"title":"稍后再试","status":503}' }), { times: 1 });
  await accessible(page, 'intake with files');
  await page.keyboard.press('Control+Enter');
  const number = await registered(page);
  await page.getByText('没有上传成功').waitFor();
  await page.getByRole('button', { name: /^重新上传/ }).click();
  await page.getByText('已上传', { exact: true }).waitFor();
  const { items } = await world.api('agent', 'GET', `/api/v1/complaints/${number}/attachments`);
  assert.equal(items.length, 1);
  assert.equal(items[0].media_type, 'image/png');
  await close(page);
});

test('what is missing is said at the top, at its field, and the focus goes there', async () => {
  const page = await open();
  await page.keyboard.press('Control+Enter');
  const summary = page.getByRole('region', { name: '有 2 处需要修改' });
  await summary.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-labelledby') === 'faults-title');
  await accessible(page, 'intake with faults');
  await picture(page, 'intake-faults');
  await summary.getByRole('link', { name: /^内容/ }).press('Enter');
  assert.equal(await focused(page), 'content');
  assert.equal(await content(page).getAttribute('aria-invalid'), 'true');
  await page.keyboard.type('地面湿滑');
  await page.getByRole('checkbox', { name: '匿名' }).check();
  await page.getByRole('region', { name: /处需要修改/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  assert.equal((await world.complaint(await registered(page))).complainant.anonymous, true);
  await close(page);
});

test('what the server refuses stands at its field in the user’s words, and what was typed stays', async () => {
  const page = await open();
  await phone(page).fill('13800138013');
  await content(page).fill('很久以前的事');
  await page.getByLabel('接到时间').fill('2010-01-01T08:00');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: '有 1 处需要修改' }).getByRole('link', { name: /接到时间.*年以前/ }).press('Enter');
  assert.equal(await focused(page), 'received');
  assert.equal(await content(page).inputValue(), '很久以前的事');
  await button(page, '改为现在').click();
  await page.keyboard.press('Control+Enter');
  await registered(page);
  await close(page);
});

test('the clock counts from the call, names its rule, and is read out at five and eight minutes', async () => {
  await noDrafts('agent');
  const page = await browser.page(world, 'agent');
  await page.clock.install();
  await page.goto('/staff/intake');
  await page.getByRole('timer', { name: /登记时限 还剩 9:5\d|登记时限 还剩 10:00/ }).waitFor();
  await page.getByText(/10 分钟内登记（R3\.4）/).waitFor();
  await page.clock.fastForward('05:00');
  await page.getByRole('status').filter({ hasText: /登记时限已过一半，还剩 [45]:\d\d/ }).waitFor();
  await page.clock.fastForward('03:00');
  await page.getByRole('status').filter({ hasText: /登记时限快到了，还剩 [12]:\d\d/ }).waitFor();
  await page.clock.fastForward('02:10');
  await page.getByRole('timer', { name: /已超 0:\d\d/ }).waitFor();
  await accessible(page, 'intake past its limit');
  await page.getByRole('radio', { name: '现场' }).check();
  await page.getByText(/5 分钟内登记（R3\.5）/).waitFor();
  await kept(page);
  await close(page);
});

test('the time of receipt can be put back to when the call came', async () => {
  const page = await open();
  const ago = new Date(Date.now() + 8 * 3600_000 - 7 * 60_000).toISOString().slice(0, 16);
  await page.getByLabel('接到时间').fill(ago);
  await page.getByRole('timer', { name: /还剩 [123]:\d\d/ }).waitFor();
  await phone(page).fill('13800138014');
  await content(page).fill('接到后过了几分钟才登记');
  await page.keyboard.press('Control+Enter');
  const complaint = await world.complaint(await registered(page));
  assert.equal(complaint.received_at.slice(0, 16), ago);
  await close(page);
});

test('other kinds are registered as what they are and stay out of the complaint figures', async () => {
  const page = await open();
  const figures = async () => (await world.api('director', 'GET', '/api/v1/statistics?by=kind')).rows.find((row) => row.key.kind === 'complaint')?.count ?? 0;
  const before = await figures();
  await page.getByRole('radio', { name: '投诉', exact: true }).focus();
  await page.keyboard.press('5');
  assert.ok(await page.getByRole('radio', { name: '表扬' }).isChecked());
  await page.getByText('按“表扬”登记，不计入投诉统计（R1.2）').waitFor();
  await phone(page).fill('13800138015');
  await content(page).fill('站务员帮我找回了背包，谢谢');
  await page.keyboard.press('Control+Enter');
  assert.equal((await world.complaint(await registered(page))).kind, 'praise');
  assert.equal(await figures(), before);
  await close(page);
});

test('the channel is chosen by number keys; a source number is never registered twice', async () => {
  const page = await open();
  for (const round of [1, 2]) {
    await page.getByRole('radio', { name: '热线', exact: true }).focus();
    await page.keyboard.press('9');
    await page.getByLabel('来源单号').fill('12345-20261126-7');
    await page.getByLabel('姓名').fill('赵六');
    await content(page).fill('市民热线转来：出口指示不清');
    await page.keyboard.press('Control+Enter');
    if (round === 1) assert.equal((await world.complaint(await registered(page))).channel, 'city_hotline');
    else await page.getByText('这个来源单号早已登记过').waitFor();
    await focusOn(page, 'phone');
  }
  await close(page);
});

test('what is graver than ordinary needs its reason, which is noted on the complaint', async () => {
  const page = await open();
  await phone(page).fill('13800138016');
  await content(page).fill('有人在扶梯上摔倒受伤');
  await page.getByRole('radio', { name: '紧急' }).check();
  await page.getByText(/时限更短：.*60 分钟/).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: '有 1 处需要修改' }).getByRole('link').press('Enter');
  assert.equal(await focused(page), 'severityReason');
  await page.keyboard.type('有人受伤');
  await page.keyboard.press('Control+Shift+Enter');
  await page.waitForURL(/\/staff\/complaints\/TS\d+/);
  const number = page.url().match(/TS\d+/)[0];
  assert.equal((await world.complaint(number)).severity, 'urgent');
  const { items } = await world.api('agent', 'GET', `/api/v1/complaints/${number}/events`);
  assert.match(items.find((event) => event.act === 'note').texts.text, /紧急.*有人受伤/);
  await close(page);
});

test('the number can be copied, what happens next is told with its rule', async () => {
  const page = await open('agent', { permissions: ['clipboard-read', 'clipboard-write'] });
  await phone(page).fill('13800138017');
  await content(page).fill('末班车提前关门');
  await page.keyboard.press('Control+Enter');
  const number = await registered(page);
  const card = page.getByRole('article', { name: `已登记 ${number}` });
  await card.getByText(/登记用时 0:\d\d · 在时限内 · R3\.4/).waitFor();
  await card.getByText(/转办时限/).waitFor();
  await card.getByText(/R4\.1 · 规则手册第 1 版/).waitFor();
  await card.getByText(/来电报编号即可查询进展/).waitFor();
  await card.getByRole('button', { name: '复制编号' }).click();
  await page.getByText('编号已复制').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), number);
  await close(page);
});

test('a desk registers for its own unit; the centre has it at once', async () => {
  const page = await open('desk-line1');
  await page.getByText('为一号线运营中心登记，登记后中心即时可见').waitFor();
  assert.equal(await page.getByRole('combobox', { name: /转给哪个单位/ }).count(), 0);
  await phone(page).fill('13800138018');
  await content(page).fill('站厅灯不亮');
  await page.keyboard.press('Control+Enter');
  const complaint = await world.complaint(await registered(page));
  assert.equal(complaint.accepting_unit, 'line1');
  assert.equal(complaint.clocks.find((clock) => clock.stage === 'relay').outcome, 'met');
  await close(page);
});

test('on site: eight taps at 360 px, the station remembered for the next one', async () => {
  await noDrafts('desk-line1');
  const page = await browser.page(world, 'desk-line1', '/staff/intake/on-site', { size: [360, 740], touch: true });
  await page.getByText(/5 分钟内登记（R3\.5）/).waitFor();
  const taps = await counting(page);
  await place(page).tap();
  await place(page).fill('tydl');
  await page.getByRole('option', { name: /体育东路/ }).tap();
  const line = page.getByRole('button', { name: '1号线' });
  if (await line.count()) await line.tap();
  await content(page).tap();
  await content(page).fill('售票员态度生硬');
  await button(page, '服务质量').tap();
  await button(page, '售票服务').tap();
  await phone(page).tap();
  await phone(page).fill('13800138019');
  await reflows(page, 'on site at 360 px');
  await accessible(page, 'on site');
  await picture(page, 'intake-on-site');
  await button(page, '登记').tap();
  const number = await registered(page);
  assert.ok((await taps()) <= 8, `${await taps()} taps`);
  const complaint = await world.complaint(number);
  assert.deepEqual([complaint.channel, complaint.place.station, complaint.type], ['on_site', '体育东路', 'service.ticketing']);
  assert.equal(complaint.clocks.find((clock) => clock.stage === 'register').limit, '5min');
  await page.reload();
  await page.getByRole('region', { name: '在哪里' }).getByText(/体育东路/).waitFor();
  for (const target of await page.getByRole('main').getByRole('button').all()) {
    const box = await target.boundingBox();
    assert.ok(!box || box.width <= 1 || box.height >= 44, await target.evaluate((element) => element.outerHTML));
  }
  await close(page);
});

for (const [language, words] of [['zh-CN', ['登记', '内容', '请填写内容']], ['zh-TW', ['登記', '內容', '請填寫內容']], ['en', ['Register', 'Content', 'Enter what it is about']]]) {
  test(`the form speaks ${language}, in dark too, and fits 320 px`, async () => {
    await noDrafts('agent');
    const page = await browser.page(world, 'agent', '/staff/intake', { language, theme: 'dark' });
    await page.getByRole('heading', { level: 1, name: words[0], exact: true }).waitFor();
    await focusOn(page, 'phone');
    await page.keyboard.press('Control+Enter');
    await page.getByText(words[2]).first().waitFor();
    await accessible(page, `intake in ${language}`);
    await page.setViewportSize({ width: 320, height: 700 });
    await reflows(page, `intake in ${language} at 320 px`);
    await accessible(page, `intake in ${language} at 320 px`);
    await page.goto('/staff/intake/on-site');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await reflows(page, `on site in ${language} at 320 px`);
    await close(page);
  });
}
