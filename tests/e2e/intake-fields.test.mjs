// What the form of intake takes and refuses, its clock, the desk, the form on site, its languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, counting, picture, reflows } from './support/browser.mjs';
import { button, close, content, focusOn, focused, intake, kept, phone, place, registered } from './support/intake.mjs';
import { World } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const { noDrafts, open } = intake(() => ({ world, browser }));

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

test('the clock counts from the call, says its limit, and is read out at five and eight minutes', async () => {
  await noDrafts('agent');
  const page = await browser.page(world, 'agent');
  await page.clock.install();
  await page.goto('/staff/intake');
  await page.getByRole('timer', { name: /登记时限 还剩 9:5\d|登记时限 还剩 10:00/ }).waitFor();
  await page.getByText(/10 分钟内登记/).waitFor();
  await page.clock.fastForward('05:00');
  await page.getByRole('status').filter({ hasText: /登记时限已过一半，还剩 [45]:\d\d/ }).waitFor();
  await page.clock.fastForward('03:00');
  await page.getByRole('status').filter({ hasText: /登记时限快到了，还剩 [12]:\d\d/ }).waitFor();
  await page.clock.fastForward('02:10');
  await page.getByRole('timer', { name: /已超 0:\d\d/ }).waitFor();
  await accessible(page, 'intake past its limit');
  await page.getByRole('radio', { name: '现场' }).check();
  await page.getByText(/5 分钟内登记/).waitFor();
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
  await page.getByText('按“表扬”登记，不计入投诉统计').waitFor();
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
  await card.getByText(/登记用时 0:\d\d · 在时限内 · 规则手册第 1 版/).waitFor();
  await card.getByText(/转办时限/).waitFor();
  await card.getByText(/规则手册第 1 版/).first().waitFor();
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
  await page.getByText(/5 分钟内登记/).waitFor();
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
