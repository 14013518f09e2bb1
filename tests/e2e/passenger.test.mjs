// The passenger submits, on a phone, whatever the network does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Browser, counting, reflows } from './support/browser.mjs';
import { found, keptOn, photograph, sizeOf, whole } from './support/passenger.mjs';
import { World } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const phone = { size: [320, 640], touch: true };
const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const form = async (path = '/submit', options = {}) => {
  const page = await browser.page(world, null, path, { ...phone, ...options });
  await heading(page, '提交投诉或建议').waitFor();
  return page;
};
const place = (page) => page.getByRole('combobox', { name: '在哪里' });
const contact = (page) => page.getByRole('textbox', { name: '怎么联系您' });
const send = (page) => page.getByRole('button', { name: '提交', exact: true });
const fill = async (page, content) => {
  await page.getByLabel('发生了什么').fill(content);
  await place(page).fill('1号线往梧桐山方向列车');
  await contact(page).fill('13800001234');
};
const sent = (page) => heading(page, '提交成功').waitFor();
const number = async (page) => (await page.getByRole('definition').first().innerText()).trim();
const one = async (content) => {
  const all = await found(world, content);
  assert.equal(all.length, 1, `${all.length} complaints of “${content}”`);
  return all[0];
};

test('with three fields a passenger submits on a small phone in well under a minute', async () => {
  const page = await browser.page(world, null, '/', phone);
  await heading(page, '我们在听，请讲').waitFor();
  await whole(page, 'passenger-start');
  const begun = Date.now();
  const count = await counting(page);
  await page.getByRole('link', { name: '提交投诉或建议' }).click();
  await heading(page, '提交投诉或建议').waitFor();
  await page.getByLabel('发生了什么').pressSequentially('B口上行扶梯停运，老人只能走楼梯。');
  await place(page).click();
  await place(page).pressSequentially('体育西');
  await page.getByRole('option', { name: '体育西路' }).click();
  await contact(page).click();
  await contact(page).pressSequentially('13800001234');
  await whole(page, 'passenger-submit');
  await send(page).click();
  await sent(page);
  assert.ok(await count() <= 6, `${await count()} taps`);
  assert.ok(Date.now() - begun < 60_000);
  await reflows(page);
  await whole(page, 'passenger-sent');
  const complaint = await one('B口上行扶梯停运，老人只能走楼梯。');
  assert.deepEqual([complaint.number, complaint.channel, complaint.stage, complaint.complainant.phone, complaint.complainant.anonymous], [await number(page), 'website', 'dispatch', '138****1234', false]);
  assert.equal(complaint.place.station, '体育西路');
  await page.context().close();
});

test('what is missing is said above the form and at its field, and leads there', async () => {
  const page = await form();
  await contact(page).fill('王先生');
  await send(page).click();
  await page.getByRole('heading', { name: '有 3 处需要改一下' }).waitFor();
  await whole(page, 'passenger-faults');
  await page.getByRole('link', { name: '请填写完整的电话号码或电子邮箱' }).click();
  assert.equal(await contact(page).evaluate((field) => field === document.activeElement), true);
  assert.equal(await contact(page).inputValue(), '王先生');
  assert.equal(await contact(page).getAttribute('aria-invalid'), 'true');
  await fill(page, '改过以后提交');
  await send(page).click();
  await sent(page);
  await page.context().close();
});

test('the QR code of a station fills in the place', async () => {
  const page = await form(`/s/${encodeURIComponent('体育西路')}?exit=B`);
  await page.getByText('车站已按二维码填好').waitFor();
  assert.equal(await place(page).inputValue(), '体育西路');
  assert.equal(new URL(page.url()).search, '');
  await whole(page, 'passenger-qr');
  await page.getByLabel('发生了什么').fill('二维码提交');
  await page.getByLabel('我想匿名').check();
  await send(page).click();
  await sent(page);
  const { place: where } = await one('二维码提交');
  assert.deepEqual([where.station, where.exit], ['体育西路', 'B']);
  await page.context().close();
});

test('a QR code that nobody knows asks for the place', async () => {
  const page = await form('/s/atlantis');
  await page.getByText('二维码上的车站没有找到').waitFor();
  assert.equal(await place(page).inputValue(), '');
  await page.context().close();
});

test('a place in one’s own words goes as it is', async () => {
  const page = await form();
  await fill(page, '自己写的位置');
  await send(page).click();
  await sent(page);
  assert.equal((await one('自己写的位置')).place.detail, '1号线往梧桐山方向列车');
  await page.context().close();
});

test('who stays anonymous leaves nothing', async () => {
  const page = await form();
  await fill(page, '匿名提交');
  await page.getByLabel('我想匿名').check();
  assert.equal(await contact(page).isDisabled(), true);
  await send(page).click();
  await sent(page);
  assert.deepEqual((await one('匿名提交')).complainant, { name: null, phone: null, email: null, anonymous: true });
  await page.context().close();
});

test('when, what it is and a name may be said too', async () => {
  const page = await form();
  await fill(page, '希望末班车晚一点');
  await page.getByText('补充更多').click();
  await page.getByLabel('什么时候').fill('2026-01-02T08:30');
  await page.getByLabel('属于哪一种').selectOption('建议');
  await page.getByLabel('哪方面的问题').selectOption('服务质量');
  await page.getByLabel('您的姓名').fill('赵小六');
  await page.getByLabel('电子邮箱', { exact: true }).fill('zhao@example.com');
  await whole(page, 'passenger-more');
  await send(page).click();
  await sent(page);
  const complaint = await one('希望末班车晚一点');
  assert.deepEqual([complaint.kind, complaint.type, complaint.complainant.name, Date.parse(complaint.occurred_at)], ['suggestion', 'service', '赵*', Date.parse('2026-01-02T08:30+08:00')]);
  await page.context().close();
});

test('a photo goes with it, made smaller, without where it was taken', async () => {
  const page = await form();
  const buffer = await photograph(page, 3000, 1200);
  assert.ok(buffer.includes('GPS'));
  await fill(page, '带照片的投诉');
  await page.getByText('补充更多').click();
  await page.getByLabel('拍照').setInputFiles({ name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer });
  await page.getByLabel('选择照片或文件').setInputFiles({ name: '小图.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
  await page.getByText('小图.jpg').waitFor();
  await whole(page, 'passenger-photo');
  await send(page).click();
  await sent(page);
  await page.getByText(/个附件正在发送/).waitFor({ state: 'detached' });
  const number = (await one('带照片的投诉')).number;
  const { items } = await world.api('agent', 'GET', `/api/v1/complaints/${number}/attachments`);
  assert.deepEqual(items.map(({ name, media_type }) => [name, media_type]).sort(), [['IMG_0001.jpg', 'image/jpeg'], ['小图.jpg', 'image/jpeg']]);
  const photo = items.find(({ name }) => name === 'IMG_0001.jpg');
  const response = await fetch(`${world.base}/api/v1/complaints/${number}/attachments/${photo.digest ?? photo.id}`, { headers: { Authorization: `Bearer ${world.tokens.agent}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  assert.deepEqual(sizeOf(bytes), { width: 2000, height: 800 });
  assert.ok(!bytes.includes('Exif') && !bytes.includes('GPS'));
  await page.context().close();
});

test('a photo can be taken out again; what is no picture is not taken, and said', async () => {
  const page = await form();
  await page.getByText('补充更多').click();
  const files = page.getByLabel('选择照片或文件');
  await files.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photograph(page, 60, 40) });
  await page.getByRole('button', { name: '移除“a.jpg”' }).click();
  await page.getByText('a.jpg').waitFor({ state: 'detached' });
  await files.setInputFiles([{ name: 'x.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') }, { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }]);
  await page.getByText('“x.exe”无法读取').first().waitFor();
  await page.getByText('“broken.jpg”无法读取').first().waitFor();
  await page.context().close();
});

test('when the connection is lost it is kept, said so, and sent once when it is back', async () => {
  const page = await form('/submit', { allowed: [/ERR_INTERNET_DISCONNECTED/] });
  await fill(page, '断网提交');
  await page.context().setOffline(true);
  await send(page).click();
  await heading(page, '还没有提交成功').waitFor();
  await page.getByText('网络恢复或下次打开时会自动提交').waitFor();
  await whole(page, 'passenger-offline');
  assert.match(await keptOn(page), /断网提交/);
  assert.equal((await found(world, '断网提交')).length, 0);
  await page.context().setOffline(false);
  await sent(page);
  assert.equal((await one('断网提交')).number, await number(page));
  assert.doesNotMatch(await keptOn(page), /断网提交|13800001234/);
  await page.context().close();
});

test('when only the answer is lost, it is asked for again: one complaint', async () => {
  const page = await form('/submit', { allowed: [/ERR_FAILED/] });
  const keys = [];
  await page.route('**/api/v1/public/complaints', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    await route.fetch(); // it arrives, and nobody hears of it
    return route.abort();
  });
  await fill(page, '回答丢失');
  await send(page).click();
  await page.getByRole('button', { name: '再试一次' }).click();
  await sent(page);
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
  assert.equal((await one('回答丢失')).number, await number(page));
  await page.context().close();
});

test('a page closed before it was sent goes on when it is opened again', async () => {
  const page = await form('/submit', { allowed: [/ERR_INTERNET_DISCONNECTED/] });
  await fill(page, '关闭页面后继续');
  const context = page.context();
  await context.setOffline(true);
  await send(page).click();
  await heading(page, '还没有提交成功').waitFor();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto('/');
  await next.getByText('有 1 件还没有提交成功，或编号还没有记下').waitFor();
  await next.getByRole('button', { name: '查看' }).click();
  await sent(next);
  assert.equal((await one('关闭页面后继续')).number, await number(next));
  await context.close();
});

test('pressing twice submits once', async () => {
  const page = await form();
  await fill(page, '按了两次');
  await send(page).dblclick();
  await sent(page);
  await one('按了两次');
  await page.context().close();
});

test('what is typed survives a reload, and can be cleared', async () => {
  const page = await form();
  await fill(page, '写到一半');
  await page.reload();
  await page.getByText('已恢复上次没有提交的内容').waitFor();
  assert.equal(await page.getByLabel('发生了什么').inputValue(), '写到一半');
  await page.getByRole('button', { name: '清除' }).click();
  await page.getByRole('button', { name: '清除' }).click();
  assert.equal(await page.getByLabel('发生了什么').inputValue(), '');
  await page.reload();
  await heading(page, '提交投诉或建议').waitFor();
  assert.equal(await page.getByLabel('发生了什么').inputValue(), '');
  assert.equal(await keptOn(page), '[]');
  await page.context().close();
});

test('number and code can be copied, kept as a picture, and then leave the device', async () => {
  const page = await form('/submit', { permissions: ['clipboard-read', 'clipboard-write'] });
  await fill(page, '复制编号');
  await send(page).click();
  await sent(page);
  await page.getByRole('button', { name: '复制' }).click();
  await page.getByText('已复制').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, new RegExp(`${await number(page)}[^]*[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}[^]*/track`));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存为图片' }).click()]);
  assert.match(download.suggestedFilename(), /^TS\d+\.png$/);
  assert.ok(readFileSync(await download.path()).subarray(1, 4).equals(Buffer.from('PNG')));
  await page.reload(); // they are still there
  await sent(page);
  await page.getByRole('button', { name: '我已记下' }).click();
  await page.getByText('编号和查询码都存好了吗').waitFor(); // asked once more, with what keeps them
  await page.getByRole('button', { name: '复制' }).waitFor();
  await page.waitForTimeout(1_200); // a tap just after another, at the same place, is nobody's wish
  await page.getByRole('button', { name: '不了' }).click();
  await sent(page);
  await page.waitForTimeout(1_200);
  await page.getByRole('button', { name: '我已记下' }).click();
  await page.getByRole('button', { name: '存好了，删除' }).click();
  await heading(page, '我们在听，请讲').waitFor();
  assert.equal(await keptOn(page), '[]');
  await page.context().close();
});

test('the keyboard alone submits', async () => {
  const page = await browser.page(world, null, '/', { size: [1366, 900] });
  await heading(page, '我们在听，请讲').waitFor();
  const to = async (role, name) => {
    const wanted = page.getByRole(role, { name }).first();
    for (let i = 0; i < 30 && !(await wanted.evaluate((one) => one === document.activeElement)); i += 1) await page.keyboard.press('Tab');
    assert.equal(await wanted.evaluate((one) => one === document.activeElement), true, `the keyboard does not reach ${name}`);
  };
  await to('link', '提交投诉或建议');
  await page.keyboard.press('Enter');
  await heading(page, '提交投诉或建议').waitFor();
  assert.equal(await heading(page, '提交投诉或建议').evaluate((one) => one === document.activeElement), true, 'the heading has the focus');
  await to('textbox', '发生了什么');
  await page.keyboard.type('只用键盘');
  await to('combobox', '在哪里');
  await page.keyboard.type('体育');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor({ state: 'hidden' });
  await to('checkbox', '我想匿名');
  await page.keyboard.press('Space');
  await to('button', '提交');
  await page.keyboard.press('Enter');
  await sent(page);
  assert.match((await one('只用键盘')).place.station, /^体育/);
  await page.context().close();
});

test('composing Chinese sends nothing and chooses no station', async () => {
  const page = await form();
  await fill(page, '输入法');
  await place(page).fill('体育');
  await page.getByRole('option').first().waitFor();
  await place(page).evaluate((field) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
  assert.equal(await place(page).inputValue(), '体育');
  assert.equal((await found(world, '输入法')).length, 0);
  await page.context().close();
});

test('the first load is one page, a script, a style sheet and a picture: at most 40 KB; stations come when the field is used', async () => {
  for (const path of ['/', '/submit']) {
    const page = await browser.page(world, null, undefined, phone);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const paths = [];
    let bytes = 0;
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.ok(bytes > 20_000 && bytes <= 40_000, `${path}: ${bytes} bytes`);
    assert.deepEqual(paths.filter((one) => !/^\/assets\/|^\/icon/.test(one)), [path]);
    assert.ok(paths.length <= 4, paths.join(' '));
    if (path === '/submit') {
      await Promise.all([page.waitForResponse((response) => response.url().endsWith('/public/reference')), place(page).focus()]);
      await page.getByText('补充更多').click();
      await page.getByLabel('哪方面的问题').waitFor();
    }
    await page.context().close();
  }
});

// As far as the page scrolls, the button that sends stands where 我已记下 stands on the receipt.
for (const gap of [80, 250, 600])
  test(`a second tap after ${gap} ms leaves the receipt alone, wherever the finger was`, async () => {
    for (const [width, height, wanted] of [[375, 667, 486], [390, 664, 486], [390, 844, 790]]) {
      const page = await form('/submit', { size: [width, height] });
      await fill(page, `双击 ${gap} ${width}x${height}`);
      await page.getByLabel('我想匿名').check();
      const { x, y } = await send(page).evaluate((button, middle) => {
        const box = button.getBoundingClientRect();
        scrollBy(0, box.y + box.height / 2 - middle);
        const now = button.getBoundingClientRect();
        return { x: now.x + now.width / 2, y: now.y + now.height / 2 };
      }, wanted);
      await page.touchscreen.tap(x, y);
      await page.waitForTimeout(gap); // the finger's own pace
      await page.touchscreen.tap(x, y);
      await sent(page);
      await page.waitForTimeout(300); // whatever the second tap began has happened
      assert.equal(new URL(page.url()).pathname, '/submit');
      assert.ok(await number(page));
      await page.getByText('编号和查询码都存好了吗').waitFor({ state: 'hidden' });
      await page.context().close();
    }
  });

test('in its first second a receipt cannot be dismissed', async () => {
  const page = await form();
  await fill(page, '第一秒');
  await page.getByLabel('发生了什么').focus();
  await page.evaluate(() => {
    // As soon as the button is there it is pressed, by script: nobody is quicker.
    new MutationObserver((_, observer) => {
      const done = [...document.querySelectorAll('button')].find((one) => one.textContent === '我已记下');
      if (!done) return;
      observer.disconnect();
      window.__disabled = done.getAttribute('aria-disabled');
      done.click();
    }).observe(document.body, { subtree: true, childList: true });
  });
  await send(page).click();
  await sent(page);
  await page.waitForFunction(() => window.__disabled);
  assert.equal(await page.evaluate(() => window.__disabled), 'true');
  await page.getByText('编号和查询码都存好了吗').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '我已记下' }).click(); // waits until it may be pressed
  await page.getByText('编号和查询码都存好了吗').waitFor();
  await page.context().close();
});

test('a submission that waited for days keeps its receipt until it is dismissed', async () => {
  const page = await form('/submit', { allowed: [/ERR_INTERNET_DISCONNECTED/] });
  await page.clock.install({ time: Date.now() - 50 * 3600_000 });
  await page.reload();
  await fill(page, '等了两天');
  await page.context().setOffline(true);
  await send(page).click();
  await heading(page, '还没有提交成功').waitFor();
  await page.clock.setSystemTime(Date.now());
  await page.context().setOffline(false);
  await sent(page);
  const first = await number(page);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))); // to another app and back
  await page.reload();
  await sent(page);
  assert.equal(await number(page), first);
  await page.context().close();
});

const html = (status) => ({ status, contentType: 'text/html', body: `<html><center>${status}</center></html>` });

test('a proxy that refuses a photo is told; the photo can be left out, and the next one is sent when it lets it through', async () => {
  const page = await form();
  const buffer = await photograph(page, 80, 60);
  let through = false;
  await page.route('**/attachments?**', (route) => (through ? route.continue() : route.fulfill(html(413))));
  await fill(page, '代理拒收照片');
  await page.getByText('补充更多').click();
  await page.getByLabel('选择照片或文件').setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer }, { name: 'b.jpg', mimeType: 'image/jpeg', buffer: await photograph(page, 90, 60) }]);
  await page.getByText('b.jpg').waitFor();
  await send(page).click();
  await sent(page);
  await page.getByText('“a.jpg”没有发送成功：太大，途中的网络设备不放行（413）').waitFor();
  await page.waitForTimeout(1_200); // a tap just after another, at the same place, is nobody's wish
  await page.getByRole('alert').filter({ hasText: 'a.jpg' }).getByRole('button', { name: '不发这个了' }).click();
  await page.getByText('a.jpg').waitFor({ state: 'detached' });
  through = true;
  await page.getByRole('alert').filter({ hasText: 'b.jpg' }).getByRole('button', { name: '再试一次' }).click();
  await page.getByText('b.jpg').waitFor({ state: 'detached' });
  await page.getByText(/个附件正在发送/).waitFor({ state: 'detached' });
  const { items } = await world.api('agent', 'GET', `/api/v1/complaints/${(await one('代理拒收照片')).number}/attachments`);
  assert.deepEqual(items.map(({ name }) => name), ['b.jpg']);
  await page.context().close();
});

test('a log-in page, a firewall and a broken gateway are each told as what they are', async () => {
  const page = await form();
  let answer = html(200);
  await page.route('**/api/v1/public/complaints', (route) => (answer ? route.fulfill(answer) : route.continue()));
  await fill(page, '网络要登录');
  await send(page).click();
  await page.getByText('可能要先登录这里的 Wi-Fi').waitFor();
  answer = html(502);
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByText('服务器暂时无法处理').waitFor();
  answer = html(403);
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByText('途中的网络设备拒绝了（403）').waitFor();
  await page.getByRole('button', { name: '修改后再提交' }).click();
  await page.getByText('途中的网络设备拒绝了（403）').waitFor(); // it says above the form why it came back
  assert.equal(await page.getByLabel('发生了什么').inputValue(), '网络要登录');
  answer = null;
  await send(page).click();
  await sent(page);
  await one('网络要登录');
  await page.context().close();
});

test('another station takes exit and equipment of the code with it; the code’s place is one tap away', async () => {
  const page = await form(`/s/${encodeURIComponent('体育西路')}?exit=B&equipment=E-07`);
  await page.getByText('出入口：B').waitFor();
  await page.getByText('设备：E-07').waitFor();
  await place(page).fill('机场航站楼');
  await page.getByText('出入口：B').waitFor({ state: 'detached' });
  await page.getByText('您扫的二维码是“体育西路”的').waitFor();
  await page.getByLabel('发生了什么').fill('换了车站');
  await page.getByLabel('我想匿名').check();
  await send(page).click();
  await sent(page);
  const { place: where } = await one('换了车站');
  assert.deepEqual([where.exit, where.equipment], [null, null]);
  await page.goto(`/s/${encodeURIComponent('体育西路')}?exit=C`);
  await page.getByText('出入口：C').waitFor();
  await page.context().close();
});

test('a cut or damaged code is a page that asks for the place', async () => {
  for (const path of ['/s', '/s/', '/s/%E4%BD']) {
    const page = await form(path);
    await page.getByText('二维码上的车站没有找到').waitFor();
    assert.equal(await place(page).inputValue(), '');
    await page.context().close();
  }
});

test('stations are found in traditional script, by pinyin and by initials, in every language', async () => {
  for (const [language, label] of [['zh-CN', '在哪里'], ['zh-TW', '在哪裡'], ['en', 'Where']]) {
    const page = await browser.page(world, null, '/submit', { ...phone, language });
    const field = page.getByRole('combobox', { name: label });
    for (const typed of ['體育西', 'tiyux', 'tyx']) {
      await field.fill('');
      await field.pressSequentially(typed);
      await page.getByRole('option').first().waitFor();
      assert.match(await page.getByRole('option').first().innerText(), /体育西路|Tiyu/, `${language} ${typed}`);
    }
    await page.context().close();
  }
});

test('what nobody can see is cleaned where it is pasted, a full-width ＠ is one, and nothing is cut', async () => {
  const page = await form();
  await page.getByLabel('发生了什么').fill('第一行\u000b第二行\u0000\u0007结尾\u0085再一行');
  assert.equal(await page.getByLabel('发生了什么').inputValue(), '第一行\n第二行结尾\n再一行');
  await place(page).fill('1号线\u0000列车');
  await contact(page).fill('zhao＠example.com');
  await send(page).click();
  await sent(page);
  assert.equal((await one('第一行\n第二行结尾\n再一行')).complainant.email, 'z***@example.com');
  await page.context().close();
  const long = await form();
  await long.getByLabel('发生了什么').fill('字'.repeat(25_000));
  await place(long).fill('体育');
  await long.getByRole('option').first().waitFor();
  await long.getByLabel('我想匿名').check();
  await send(long).click();
  await long.getByRole('link', { name: '最多 20000 字，现在有 25000 字，请删去 5000 字' }).waitFor();
  assert.equal((await long.getByLabel('发生了什么').inputValue()).length, 25_000);
  await long.context().close();
});

test('a number that cannot be one is asked back; two numbers and words around them are understood', async () => {
  const page = await form();
  await fill(page, '电话少一位');
  await contact(page).fill('1380013800');
  await send(page).click();
  await page.getByRole('link', { name: '“1380013800”有 10 位，手机号是 11 位，请核对' }).waitFor();
  await contact(page).fill('电话：138 0013 8000 / 13900139000（微信同号）');
  await send(page).click();
  await sent(page);
  assert.equal((await one('电话少一位')).complainant.phone, '138****8000 / 139****9000');
  await page.context().close();
});
