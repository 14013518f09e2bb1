// One's own account: the password, where one is signed in, tokens for scripts, how the pages look.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agree, answer, button, close, dialog, elsewhere, faulty, heading, signIn, told } from './support/administration.mjs';
import { Browser, accessible, picture } from './support/browser.mjs';
import { World, password } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const fresh = 'a-secret-of-my-own';
const firefox = { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const phone = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1' };
const part = (page, name) => page.getByRole('region', { name, exact: true });
const account = async (user, options) => {
  const page = await elsewhere(browser, world, user, password, '/staff/account', options);
  await heading(page, '我的账号');
  await part(page, '登录').getByText('本次登录').waitFor();
  return page;
};
const old = (page) => page.getByLabel('当前密码');
const next = (page) => page.getByLabel('新密码', { exact: true });
const repeat = (page) => page.getByLabel('再输一次新密码');
const change = (page) => button(part(page, '修改密码'), '修改密码').click();
const session = (page, name) => part(page, '登录').getByRole('listitem').filter({ hasText: name });
/** Makes a token on the page and gives it as it is shown. */
async function makes(page, label, until) {
  await page.getByRole('textbox', { name: '用途' }).fill(label);
  if (until) await page.getByLabel('有效期至').fill(until);
  await button(page, '生成令牌').click();
  const made = dialog(page, '令牌已生成');
  const token = await made.getByRole('status', { name: '令牌', exact: true }).innerText();
  if (label === '每日导出') await picture(page, 'token-once');
  await button(made, '我已保存').click();
  await made.waitFor({ state: 'detached' });
  return token;
}

test('what is wrong with a new password is said at its field', async () => {
  const page = await account('desk-line1');
  await change(page);
  await faulty(page, old(page), '请填写此项');
  await faulty(page, next(page), '请填写此项');
  await old(page).fill('not-the-password');
  await next(page).fill('too-short');
  await repeat(page).fill('too-shorter');
  await change(page);
  await faulty(page, next(page), '至少 10 个字符');
  await faulty(page, repeat(page), '两次输入的新密码不同');
  await next(page).fill(fresh);
  await repeat(page).fill(fresh);
  await change(page);
  await faulty(page, old(page), '旧密码不正确');
  assert.equal(await next(page).inputValue(), fresh, 'what was typed stays');
  await old(page).fill(password);
  for (const named of ['my-desk-line1-secret', 'DESK-LINE1-secret']) {
    await next(page).fill(named);
    await repeat(page).fill(named);
    await change(page);
    await faulty(page, next(page), '密码不能含用户名');
  }
  await accessible(page, 'a password refused');
  await close(page);
});

test('the hint beside the new password says what the server asks for', async () => {
  const page = await account('desk-line1');
  await part(page, '修改密码').getByText('10 至 128 个字符，不能含用户名').waitFor();
  await close(page);
});

test('a changed password holds: this browser stays, the others are out, the old password is nothing any more', async () => {
  const page = await account('desk-line2');
  const other = await account('desk-line2', firefox);
  await old(page).fill(password);
  await next(page).fill(fresh);
  await repeat(page).fill(fresh);
  await change(page);
  await told(page, '密码已修改，其他登录都已结束');
  for (const field of [old, next, repeat]) assert.equal(await field(page).inputValue(), '');
  await session(page, 'Firefox').waitFor({ state: 'detached' });
  assert.equal((await page.request.get('/api/v1/me')).status(), 200);
  assert.equal((await other.request.get('/api/v1/me')).status(), 401);
  const again = await browser.page(world, null, '/staff/');
  await signIn(again, 'desk-line2', password);
  await again.getByRole('alert').filter({ hasText: '用户名或密码错误' }).waitFor();
  await signIn(again, 'desk-line2', fresh);
  await again.getByLabel('用户名').waitFor({ state: 'detached' });
  await Promise.all([page, other, again].map(close));
});

test('one sees where one is signed in and ends what one does not know; there nothing typed is lost', async () => {
  const page = await account('desk-line3');
  const other = await elsewhere(browser, world, 'desk-line3', password, '/staff/intake', firefox);
  await other.getByRole('textbox', { name: '内容' }).fill('在另一台电脑上打了一半');
  await other.getByText(/草稿已保存/).waitFor();
  await page.reload();
  await session(page, 'Chrome · Linux').getByText('本次登录').waitFor();
  assert.equal(await button(session(page, 'Chrome · Linux'), '结束：Chrome · Linux').count(), 0, 'this one ends by logging out');
  await session(page, 'Firefox · Windows').getByText('127.0.0.1').waitFor();
  await button(page, '结束：Firefox · Windows').click();
  await told(page, '已结束');
  await session(page, 'Firefox').waitFor({ state: 'detached' });
  const ended = dialog(other, '登录已失效');
  await ended.waitFor(); // by itself, though nobody does anything there
  await ended.getByRole('textbox', { name: '密码' }).fill(password);
  await other.keyboard.press('Enter');
  await ended.waitFor({ state: 'detached' });
  assert.equal(await other.getByRole('textbox', { name: '内容' }).inputValue(), '在另一台电脑上打了一半');
  await Promise.all([page, other].map(close));
});

test('all other sessions are ended at once', async () => {
  const page = await account('desk-line4');
  const others = [await account('desk-line4', firefox), await account('desk-line4', phone)];
  await page.reload();
  await session(page, 'Safari · iOS').waitFor();
  await button(page, '结束其他登录').click();
  await told(page, '其他登录都已结束');
  for (const name of ['Firefox', 'Safari']) await session(page, name).waitFor({ state: 'detached' });
  assert.equal(await part(page, '登录').getByRole('listitem').count(), 1);
  for (const other of others) assert.equal((await other.request.get('/api/v1/me')).status(), 401);
  assert.equal((await page.request.get('/api/v1/me')).status(), 200);
  await Promise.all([page, ...others].map(close));
});

test('a token is shown once, opens the interface as its owner, and is refused as soon as it is revoked', async () => {
  const page = await account('desk-line5');
  await part(page, '访问令牌').getByText('还没有令牌').waitFor();
  const token = await makes(page, '每日导出');
  assert.match(token, /^hl_\w{40}$/);
  const me = await answer(world, token, 'GET', '/api/v1/me');
  assert.equal(me.status, 200);
  const who = await me.json();
  assert.deepEqual([who.name, who.role, who.unit], ['desk-line5', 'desk', 'line5']);
  assert.equal((await answer(world, token, 'GET', '/api/v1/complaints?limit=1')).status, 200);
  assert.equal((await answer(world, token, 'GET', '/api/v1/audit')).status, 403, 'what its owner may not, it may not');
  await page.reload();
  await part(page, '访问令牌').getByRole('listitem').filter({ hasText: '每日导出' }).getByText('长期有效').waitFor();
  assert.ok(!(await page.content()).includes(token), 'it is shown nowhere again');
  await button(page, '吊销：每日导出').click();
  await button(dialog(page, '吊销“每日导出”？'), '取消').click();
  assert.equal((await answer(world, token, 'GET', '/api/v1/me')).status, 200, 'the question alone revokes nothing');
  await button(page, '吊销：每日导出').click();
  await agree(page, '吊销“每日导出”？', '吊销');
  await told(page, '已吊销');
  await part(page, '访问令牌').getByText('还没有令牌').waitFor();
  assert.equal((await answer(world, token, 'GET', '/api/v1/me')).status, 401);
  await close(page);
});

test('a token made on the command line without a purpose can be told and revoked all the same', async () => {
  const page = await browser.page(world, 'leader', '/staff/account');
  await part(page, '访问令牌').getByText('未注明用途').waitFor();
  await button(page, '吊销：未注明用途').click();
  await agree(page, '吊销“未注明用途”？', '吊销');
  await told(page, '已吊销');
  await part(page, '访问令牌').getByText('还没有令牌').waitFor();
  assert.equal((await answer(world, world.tokens.leader, 'GET', '/api/v1/me')).status, 401);
  await close(page);
});

test('a token without a purpose or with a day that is past is refused at its field; one with a day ends with it', async () => {
  const page = await account('desk-line6');
  const day = (plus) => new Date(Date.now() + 8 * 3600_000 + plus * 86_400_000).toISOString().slice(0, 10);
  const label = page.getByRole('textbox', { name: '用途' });
  await button(page, '生成令牌').click();
  await faulty(page, label, '请填写此项');
  await label.fill('过期的');
  await page.getByLabel('有效期至').fill(day(-2));
  await button(page, '生成令牌').click();
  await faulty(page, page.getByLabel('有效期至'), '失效时间须在将来');
  assert.equal(await label.inputValue(), '过期的');
  const token = await makes(page, '报表脚本', day(30));
  await part(page, '访问令牌').getByRole('listitem').filter({ hasText: '报表脚本' }).getByText(new RegExp(`有效期至 ${day(31)} 00:00`)).waitFor();
  const { items } = await (await answer(world, token, 'GET', '/api/v1/me/tokens')).json();
  assert.equal(items.find((one) => one.label === '报表脚本').expires_at, `${day(31)}T00:00:00+08:00`);
  await close(page);
});

test('the dialog of the token stays until it is said to be kept, and copies it', async () => {
  const page = await account('head-line1', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('textbox', { name: '用途' }).fill('拷贝');
  await button(page, '生成令牌').click();
  const made = dialog(page, '令牌已生成');
  await made.waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const token = await made.getByRole('status', { name: '令牌', exact: true }).innerText();
  await button(made, '复制').click();
  await told(page, '已复制');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), token);
  await button(made, '我已保存').click();
  await close(page);
});

test('how the pages look is kept for the person in every browser', async () => {
  const page = await account('head-line2');
  await part(page, '显示设置').getByLabel('密度').selectOption({ label: '紧凑' });
  await part(page, '显示设置').getByLabel('主题').selectOption({ label: '深色' });
  await part(page, '显示设置').getByLabel('语言').selectOption({ label: 'English' });
  await heading(page, 'My account');
  await page.evaluate(async () => { // until the server has all three
    const kept = () => fetch('/api/v1/me/kept?kind=setting').then((response) => response.text());
    for (let all = ''; !['dense', 'dark', 'en'].every((one) => all.includes(`"${one}"`)); all = await kept()) await new Promise(requestAnimationFrame);
  });
  await close(page);
  const other = await elsewhere(browser, world, 'head-line2', password, '/staff/account', firefox);
  await heading(other, 'My account');
  await other.waitForFunction(() => document.documentElement.dataset.theme === 'dark' && document.documentElement.dataset.density === 'dense');
  await close(other);
});

test('the account is opened from the menu at the top, by keyboard alone, and a token made and revoked there', async () => {
  const page = await browser.page(world, 'agent2', '/staff/');
  await button(page, '坐席二号').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '我的账号' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), '我的账号');
  await page.keyboard.press('Enter');
  await heading(page, '我的账号');
  const label = page.getByRole('textbox', { name: '用途' });
  const tabTo = async (target) => {
    for (let steps = 0; steps < 60 && !(await target.evaluate((element) => element === document.activeElement)); steps++) await page.keyboard.press('Tab');
    assert.ok(await target.evaluate((element) => element === document.activeElement), 'reached by Tab');
  };
  await label.waitFor();
  await tabTo(label);
  await page.keyboard.type('只用键盘');
  await page.keyboard.press('Enter');
  const made = dialog(page, '令牌已生成');
  await made.waitFor();
  assert.ok(await button(made, '我已保存').evaluate((element) => element === document.activeElement), 'the focus is in the dialog');
  await page.keyboard.press('Enter');
  await made.waitFor({ state: 'detached' });
  const revoke = button(page, '吊销：只用键盘');
  await revoke.waitFor();
  await page.keyboard.press('Home');
  for (let steps = 0; steps < 60 && !(await revoke.evaluate((element) => element === document.activeElement)); steps++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  const question = dialog(page, '吊销“只用键盘”？');
  await question.waitFor();
  assert.ok(await button(question, '取消').evaluate((element) => element === document.activeElement), 'what cannot be undone is not under the finger');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await told(page, '已吊销');
  await close(page);
});
