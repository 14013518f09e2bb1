// Registering through lost networks, ended sessions and killed browsers: nothing typed is lost, nothing is registered twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Browser, accessible, flags } from './support/browser.mjs';
import { button, close, content, focusOn, intake, kept, phone, registered } from './support/intake.mjs';
import { World, password } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const { noDrafts, open, count } = intake(() => ({ world, browser }));

test('what was typed survives the death of the browser, and nothing of it lay in the browser', async () => {
  await noDrafts('agent');
  const server = await chromium.launchServer({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: flags });
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
