// The way in and out: login, lost session, lost network.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, picture } from './support/browser.mjs';
import { close, heading, openHome, palette } from './support/frame.mjs';
import { World, password } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('lively'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const home = (user, options) => openHome(browser, world, user, options);
const signIn = async (page, user, secret = password) => {
  await page.getByLabel('用户名').fill(user);
  await page.getByLabel('密码', { exact: false }).first().fill(secret);
  await page.keyboard.press('Enter');
};

test('one logs in by keyboard alone and lands where one wanted to go', async () => {
  const page = await browser.page(world, null, '/staff/ledger?stage=review');
  await page.getByLabel('用户名').waitFor();
  await picture(page, 'login');
  await accessible(page, 'login');
  await page.keyboard.type('agent');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await heading(page, '台账');
  assert.match(page.url(), /\/staff\/ledger\?stage=review$/);
  await close(page);
});

test('a wrong password is said at once, keeps the name and tells nothing more', async () => {
  const page = await browser.page(world, null, '/staff/');
  await signIn(page, 'agent', 'not-the-password');
  await page.getByRole('alert').filter({ hasText: '用户名或密码错误' }).waitFor();
  assert.equal(await page.getByLabel('用户名').inputValue(), 'agent');
  await accessible(page, 'login refused');
  await close(page);
});

test('empty fields say what is missing, each at its place', async () => {
  const page = await browser.page(world, null, '/staff/');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('请填写用户名').waitFor();
  await page.getByText('请填写密码').waitFor();
  assert.equal(await page.getByLabel('用户名').getAttribute('aria-invalid'), 'true');
  await accessible(page, 'login with faults');
  await close(page);
});

test('the login takes a pasted password and can show it', async () => {
  const page = await browser.page(world, null, '/staff/');
  const field = page.getByRole('textbox', { name: /密码/ });
  await field.evaluate((input) => { input.focus(); document.execCommand('insertText', false, 'pasted-password'); });
  assert.equal(await field.inputValue(), 'pasted-password');
  await page.getByRole('button', { name: '显示密码' }).click();
  assert.equal(await field.getAttribute('type'), 'text');
  await close(page);
});

test('too many wrong passwords: the page says how long to wait', async () => {
  const other = await World.start('empty');
  try {
    const page = await browser.page(other, null, '/staff/');
    for (let attempt = 0; attempt < 8 && (await page.getByText(/后再试/).count()) === 0; attempt++) {
      await page.getByRole('textbox', { name: '密码' }).fill(`wrong-password-${attempt}`);
      await page.getByLabel('用户名').fill('agent2');
      const answered = page.waitForResponse(/\/api\/v1\/session$/);
      await page.keyboard.press('Enter');
      await answered;
      await page.getByRole('alert').waitFor();
    }
    await page.getByText(/尝试次数太多，请在 \d+ (秒|分钟)后再试/).waitFor();
    assert.ok(await page.getByRole('button', { name: '登录', exact: true }).isDisabled());
    await close(page);
  } finally {
    await other.end();
  }
});

test('an address of another site after the login is not followed', async () => {
  const page = await browser.page(world, null, '/staff/login?next=//example.com/');
  await signIn(page, 'agent');
  await heading(page, /好，坐席一号/);
  assert.equal(new URL(page.url()).pathname, '/staff/');
  await close(page);
});

test('when the session ends one logs in over the page, and what was typed is still there', async () => {
  const page = await browser.page(world, null, '/staff/ledger');
  await signIn(page, 'desk-line1');
  await heading(page, '台账');
  const box = await palette(page);
  await box.pressSequentially('打了一半');
  await page.context().clearCookies();
  await page.keyboard.type('。'); // asks the server, unless something else asked before
  const again = page.getByRole('dialog', { name: '登录已失效' });
  await again.waitFor();
  await accessible(page, 'session ended');
  await picture(page, 'session-ended');
  await page.keyboard.press('Escape');
  assert.ok(await again.isVisible(), 'it cannot be put away');
  await again.getByRole('textbox', { name: '密码' }).fill(password);
  await page.keyboard.press('Enter');
  await again.waitFor({ state: 'detached' });
  assert.match(await box.inputValue(), /^打了一半/);
  await page.keyboard.press('Escape');
  await heading(page, '台账');
  await close(page);
});

test('when the network is lost the page says so and goes on once it is back', async () => {
  const page = await home('agent');
  await page.context().setOffline(true);
  await page.getByText('网络已断开').waitFor();
  await picture(page, 'offline');
  await page.context().setOffline(false);
  await page.getByText('网络已恢复').waitFor();
  await page.getByText('网络已断开').waitFor({ state: 'detached' });
  await close(page);
});

test('a server that comes up again is found without a reload', async () => {
  const other = await World.start('lively');
  try {
    const page = await browser.page(other, 'agent', '/staff/', { allowed: [/ERR_/] });
    await page.getByRole('region', { name: '待我办理' }).getByRole('listitem').first().waitFor();
    await other.stop();
    await page.keyboard.press('r');
    await page.getByText('网络已断开').waitFor();
    assert.ok(await page.getByRole('region', { name: '待我办理' }).getByRole('listitem').first().isVisible(), 'what was there is still there');
    await other.serve();
    await page.getByText('网络已断开').waitFor({ state: 'detached' });
    await close(page);
  } finally {
    await other.end();
  }
});

test('who logs out by keyboard is out, and no address shows anything any more', async () => {
  const page = await browser.page(world, null, '/staff/');
  await signIn(page, 'head-line1');
  await heading(page, /好，/);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByLabel('用户名').waitFor();
  await page.goto('/staff/ledger');
  await page.getByLabel('用户名').waitFor();
  assert.equal((await page.request.get('/api/v1/me')).status(), 401);
  await close(page);
});
