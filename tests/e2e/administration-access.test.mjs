// Who gets in and who does not: locked, reset and disabled accounts, the last of a role, pages of other roles.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agree, answer, begin, button, close, dialog, elsewhere, heading, open, path, person, save, signIn, titles, told } from './support/administration.mjs';
import { Browser, accessible } from './support/browser.mjs';
import { World, password } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const login = (username, secret) => fetch(`${world.base}/api/v1/session`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: world.base }, body: JSON.stringify({ username, password: secret }) });

test('an account locked by wrong passwords is unlocked, and its owner gets in at once', async () => {
  for (let attempt = 0; attempt < 5; attempt++) await login('desk-line5', `wrong-password-${attempt}`);
  const locked = await browser.page(world, null, '/staff/');
  await signIn(locked, 'desk-line5', password);
  await locked.getByText(/尝试次数太多，请在 \d+ 分钟后再试/).waitFor();
  await close(locked);
  const page = await open(browser, world, 'secadmin', 'people');
  await button(page, '解锁：五号线运营中心专岗').click();
  await told(page, '“五号线运营中心专岗”已解锁');
  await close(page);
  const again = await elsewhere(browser, world, 'desk-line5', password, '/staff/ledger');
  await heading(again, '台账');
  await close(again);
});

test('a password is reset only after the question; the old one and all sessions end, what was typed is kept', async () => {
  const page = await open(browser, world, 'secadmin', 'people');
  const other = await elsewhere(browser, world, 'desk-line4', password, '/staff/intake');
  await other.getByRole('textbox', { name: '内容' }).fill('打了一半的投诉');
  await other.getByText(/草稿已保存/).waitFor();
  await button(page, '重置密码：四号线运营中心专岗').click();
  await button(dialog(page, '重置“四号线运营中心专岗”的密码？'), '取消').click();
  assert.equal((await login('desk-line4', password)).status, 200);
  await button(page, '重置密码：四号线运营中心专岗').click();
  await agree(page, '重置“四号线运营中心专岗”的密码？', '重置密码');
  const secret = await dialog(page, '一次性密码').getByRole('status', { name: '一次性密码' }).innerText();
  assert.equal((await login('desk-line4', password)).status, 401);
  const ended = dialog(other, '登录已失效');
  await ended.waitFor();
  await ended.getByRole('textbox', { name: '密码' }).fill(secret);
  await other.keyboard.press('Enter');
  await ended.getByRole('textbox', { name: '新密码', exact: true }).fill('a-secret-of-my-own');
  await ended.getByRole('textbox', { name: '再次输入新密码' }).fill('a-secret-of-my-own');
  await button(ended, '保存并登录').click();
  await ended.waitFor({ state: 'detached' });
  assert.equal(await other.getByRole('textbox', { name: '内容' }).inputValue(), '打了一半的投诉');
  await Promise.all([page, other].map(close));
});

test('who forgot the password is told whom to ask: the one who can reset it', async () => {
  const page = await browser.page(world, null, '/staff/');
  await page.getByText('忘记密码请联系安全管理员。').waitFor();
  await close(page);
});

test('a disabled person is out at once, cannot come in, and is enabled again', async () => {
  const page = await open(browser, world, 'sysadmin', 'people');
  const other = await elsewhere(browser, world, 'desk-line3', password);
  await button(page, '停用：三号线运营中心专岗').click();
  await agree(page, '停用“三号线运营中心专岗”？', '停用');
  await told(page, '“三号线运营中心专岗”已停用');
  await person(page, '三号线运营中心专岗').getByText('已停用').waitFor();
  await dialog(other, '登录已失效').waitFor(); // by itself
  assert.equal((await login('desk-line3', password)).status, 401);
  await button(page, '启用：三号线运营中心专岗').click();
  await told(page, '“三号线运营中心专岗”已启用');
  assert.equal((await login('desk-line3', password)).status, 200);
  await Promise.all([page, other].map(close));
});

test('the last director can neither be disabled nor get another role; the page says what to do first', async () => {
  const page = await open(browser, world, 'secadmin', 'people');
  await button(page, '停用：中心主任').click();
  await agree(page, '停用“中心主任”？', '停用');
  await told(page, /“director”是最后一位启用的中心主任，请先另设一位/);
  const form = await begin(page, '改角色：中心主任', '更改“中心主任”的角色');
  await form.getByRole('combobox', { name: '角色' }).selectOption({ label: '中心坐席' });
  await save(form);
  const alert = form.getByRole('alert');
  await alert.getByText('“director”是最后一位启用的中心主任，请先另设一位').waitFor();
  assert.doesNotMatch(await alert.innerText(), /环节/, 'advice for complaints helps nobody here');
  await accessible(page, 'a refusal in the dialog');
  assert.equal(await form.getByRole('combobox', { name: '角色' }).inputValue(), 'agent');
  const { items } = await world.api('auditor', 'GET', '/api/v1/users');
  const director = items.find(({ name }) => name === 'director');
  assert.deepEqual([director.role, director.disabled], ['director', false]);
  await close(page);
});

for (const [user, name, forbidden, allowed] of [
  ['agent', '中心坐席', ['people', 'audit'], ['organisation', 'codes', 'calendars', 'rules']],
  ['leader', '公司领导', ['people', 'audit'], ['organisation', 'rules']],
  ['sysadmin', '系统管理员', ['audit'], ['people', 'organisation', 'codes']],
  ['secadmin', '安全管理员', ['audit'], ['people', 'calendars']],
  ['director', '中心主任', ['audit'], ['people', 'codes']],
]) {
  test(`${user} is led to what the role uses, and told plainly what it does not`, async () => {
    const page = await browser.page(world, user, '/staff/administration');
    await heading(page, '管理');
    const parts = page.getByRole('main').getByRole('link');
    for (const part of allowed) await parts.filter({ hasText: titles[part] }).waitFor();
    for (const part of forbidden) assert.equal(await parts.filter({ hasText: titles[part] }).count(), 0, `${part} is offered`);
    for (const part of forbidden) {
      await page.goto(path(part));
      await heading(page, '没有权限打开此页');
      await page.getByText(`您的角色（${name}）不使用这个页面。`).waitFor();
    }
    for (const part of allowed) {
      await page.goto(path(part));
      await heading(page, titles[part]);
    }
    await close(page);
  });
}

for (const [part, user] of [['organisation', 'agent'], ['codes', 'agent'], ['calendars', 'agent'], ['people', 'director'], ['people', 'auditor']]) {
  test(`${user} may not change ${part}: reads it, is told so, and finds nothing to change it by`, async () => {
    const page = await open(browser, world, user, part);
    await page.getByText('您可以查看，不能修改。').waitFor();
    const names = await page.getByRole('main').getByRole('button').allInnerTexts();
    assert.deepEqual(names.filter((name) => /新增|修改|停用|恢复|导入/.test(name)), []);
    await close(page);
  });
}

test('what the pages do not offer the server refuses', async () => {
  const calendar = { content: '{"year":2027,"holidays":[{"name":"元旦","off":["2027-01-01"],"work":[]}]}', format: 'json', confirm: true };
  for (const [user, method, to, body] of [
    ['agent', 'PUT', '/api/v1/units/line1', { name: '改名', kind: 'unit', parent: 'operations' }], ['director', 'PUT', '/api/v1/units/line1', { name: '改名', kind: 'unit', parent: 'operations' }],
    ['agent', 'PUT', '/api/v1/types/other.rules', { name: '改名' }], ['sysadmin', 'PUT', '/api/v1/causes/staff', { name: '改名' }], ['sysadmin', 'POST', '/api/v1/calendars', calendar], ['agent', 'GET', '/api/v1/users'],
  ]) assert.equal((await answer(world, world.tokens[user], method, to, body)).status, 403, `${user} ${method} ${to}`);
});
