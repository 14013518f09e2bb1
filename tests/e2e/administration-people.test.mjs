// People: added by the system administrator, appointed and let in by the security administrator, watched by the auditor.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agree, answer, begin, button, choose, close, dialog, elsewhere, faulty, heading, open, person, save, signIn, told } from './support/administration.mjs';
import { Browser, accessible, picture } from './support/browser.mjs';
import { World, password } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const own = 'a-secret-of-my-own';
const loginName = (form) => form.getByRole('textbox', { name: '用户名' });
const fullName = (form) => form.getByRole('textbox', { name: '姓名' });
const role = (form) => form.getByRole('combobox', { name: '角色' });
const rolesOffered = (form) => role(form).getByRole('option').allTextContents();
/** The password that is shown once, taken down. */
async function noted(page) {
  const once = dialog(page, '一次性密码');
  const secret = await once.getByRole('status', { name: '一次性密码' }).innerText();
  assert.match(secret, /^\S{16}$/);
  await button(once, '我已记下').click();
  await once.waitFor({ state: 'detached' });
  return secret;
}
async function choosesOwn(page) {
  await page.getByText('首次登录请设置自己的密码').waitFor();
  await page.getByRole('textbox', { name: '新密码', exact: true }).fill(own);
  await page.getByRole('textbox', { name: '再次输入新密码' }).fill(own);
  await button(page, '保存并登录').click();
}
async function added(name, shown, unit = '三号线') {
  const page = await open(browser, world, 'sysadmin', 'people');
  const form = await begin(page, '新增人员');
  await loginName(form).fill(name);
  await fullName(form).fill(shown);
  await role(form).selectOption({ label: '单位专岗' });
  await choose(form, '单位', unit);
  if (name === 'desk-xinlai') await picture(page, 'person-add');
  await save(form);
  return { page, secret: await noted(page) };
}

test('a person is added: the password is shown once, lets in once, and must be changed at once', async () => {
  const { page, secret } = await added('desk-xinlai', '新来的专岗');
  await person(page, '新来的专岗').getByText('尚未修改初始密码').waitFor();
  await page.reload();
  await person(page, '新来的专岗').waitFor();
  assert.ok(!(await page.content()).includes(secret), 'the password is nowhere any more');
  const other = await browser.page(world, null, '/staff/');
  await signIn(other, 'desk-xinlai', secret);
  await other.getByText('首次登录请设置自己的密码').waitFor();
  await other.goto('/staff/ledger');
  await other.getByLabel('用户名').waitFor(); // no page before the password is changed
  await signIn(other, 'desk-xinlai', secret);
  await choosesOwn(other);
  await heading(other, '台账');
  await page.reload();
  await person(page, '新来的专岗').getByText('在用', { exact: true }).waitFor();
  const third = await browser.page(world, null, '/staff/');
  await signIn(third, 'desk-xinlai', secret);
  await third.getByRole('alert').filter({ hasText: '用户名或密码错误' }).waitFor();
  await Promise.all([page, other, third].map(close));
});

test('the dialog of the one-time password stays until it is said to be noted', async () => {
  const page = await open(browser, world, 'secadmin', 'people');
  await button(page, '重置密码：六号线运营中心专岗').click();
  await agree(page, '重置“六号线运营中心专岗”的密码？', '重置密码');
  const once = dialog(page, '一次性密码');
  const shown = once.getByRole('status', { name: '一次性密码' });
  const secret = await shown.innerText();
  await picture(page, 'person-password');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await shown.waitFor();
  assert.equal(await shown.innerText(), secret);
  await noted(page);
  await close(page);
});

test('a login name that cannot be, is missing or is taken is said at its field; what was typed stays', async () => {
  const page = await open(browser, world, 'sysadmin', 'people');
  const form = await begin(page, '新增人员');
  await save(form);
  await faulty(form, loginName(form), '请填写此项');
  await faulty(form, form.getByRole('combobox', { name: '单位' }), '专岗和负责人须属于一个单位');
  await fullName(form).fill('李重名');
  await choose(form, '单位', '二号线');
  await loginName(form).fill('Li Chongming');
  await save(form);
  await faulty(form, loginName(form), '用户名只能用小写字母、数字和 _ - .');
  await loginName(form).fill('agent');
  await save(form);
  await faulty(form, loginName(form), '用户名“agent”已有人用');
  assert.equal(await fullName(form).inputValue(), '李重名');
  assert.equal(await form.getByRole('combobox', { name: '单位' }).inputValue(), '二号线运营中心');
  await loginName(form).fill('li.chongming');
  await save(form);
  await noted(page);
  await person(page, '李重名').waitFor();
  await close(page);
});

test('people are found by name, login name, unit, role and state', async () => {
  const page = await open(browser, world, 'auditor', 'people');
  const found = async (count) => page.getByRole('status').getByText(`${count} 人`, { exact: true }).waitFor();
  const search = page.getByRole('searchbox', { name: /查找/ });
  await search.fill('坐席二');
  await found(1);
  await search.fill('head-line2');
  await found(1);
  await person(page, '二号线运营中心负责人').waitFor();
  await search.fill('');
  await page.getByLabel('角色').selectOption({ label: '公司领导' });
  await found(1);
  await page.getByLabel('状态').selectOption({ label: '已停用' });
  await page.getByText('没有符合的人员').waitFor();
  await page.getByLabel('角色').selectOption({ label: '全部角色' });
  await page.getByLabel('状态').selectOption({ label: '全部状态' });
  await choose(page.getByRole('region', { name: /查找/ }), '单位', '四号线');
  await found(2);
  await close(page);
});

test('name and unit are the system administrator’s; who moves to another unit works there', async () => {
  const { page, secret } = await added('desk-qianyi', '要迁移的人', '五号线');
  const form = await begin(page, '修改：要迁移的人', '修改“要迁移的人”');
  await fullName(form).fill('迁移了的人');
  await choose(form, '单位', '四号线');
  await save(form);
  await told(page, '已修改“迁移了的人”');
  await person(page, '迁移了的人').getByText('四号线运营中心').waitFor();
  const other = await browser.page(world, null, '/staff/intake');
  await signIn(other, 'desk-qianyi', secret);
  await choosesOwn(other);
  await other.getByText('为四号线运营中心登记').waitFor();
  await Promise.all([page, other].map(close));
});

test('the security administrator changes a role: old sessions end, the new role holds at once', async () => {
  const { page: first } = await added('desk-huanjiao', '换角色的人');
  await close(first);
  const page = await open(browser, world, 'secadmin', 'people');
  const other = await elsewhere(browser, world, 'head-line6', password);
  const form = await begin(page, '改角色：六号线运营中心负责人', '更改“六号线运营中心负责人”的角色');
  assert.deepEqual(await rolesOffered(form), ['中心坐席', '中心主任', '单位专岗', '单位负责人', '公司领导', '审计管理员', '系统管理员', '安全管理员']);
  await role(form).selectOption({ label: '公司领导' });
  await picture(page, 'person-role');
  await save(form);
  await told(page, '已修改“六号线运营中心负责人”');
  await person(page, '六号线运营中心负责人').getByRole('cell', { name: '公司领导', exact: true }).waitFor();
  await dialog(other, '登录已失效').waitFor(); // by itself
  await close(other);
  const again = await elsewhere(browser, world, 'head-line6', password, '/staff/ledger');
  await heading(again, '没有权限打开此页');
  await again.getByText('您的角色（公司领导）不使用这个页面。').waitFor();
  await Promise.all([page, again].map(close));
});

test('nobody changes their own role, nor disables themself, nor resets their own password as another’s', async () => {
  for (const [user, shown] of [['secadmin', '安全管理员'], ['sysadmin', '系统管理员']]) {
    const page = await open(browser, world, user, 'people');
    await person(page, '坐席一号').getByRole('button').first().waitFor();
    for (const act of ['改角色', '停用', '重置密码']) assert.equal(await button(person(page, shown), `${act}：${shown}`).count(), 0, `${act} is offered to ${user} of themself`);
    await close(page);
    const told = await answer(world, world.tokens[user], 'PATCH', `/api/v1/users/${user}`, { role: 'director' });
    assert.equal(told.status, 403);
    assert.equal((await answer(world, world.tokens[user], 'PATCH', `/api/v1/users/${user}`, { disabled: true })).status, 403);
  }
  const mine = await world.api('secadmin', 'GET', '/api/v1/users');
  assert.deepEqual(mine.items.filter(({ name }) => ['secadmin', 'sysadmin'].includes(name)).map(({ role: is, disabled }) => [is, disabled]), [['secadmin', false], ['sysadmin', false]]);
});

test('what a colleague saved meanwhile is told with what it says now, and only a second save puts one’s own in its place', async () => {
  const [mine, theirs] = await Promise.all([open(browser, world, 'sysadmin', 'people'), open(browser, world, 'sysadmin', 'people')]);
  const was = await world.api('sysadmin', 'GET', '/api/v1/users').then(({ items }) => items.find((user) => user.name === 'desk-line3').display_name);
  const [own, other] = await Promise.all([mine, theirs].map((page) => begin(page, `修改：${was}`, `修改“${was}”`)));
  await other.getByRole('textbox', { name: '姓名' }).fill('张专岗');
  await save(other);
  await told(theirs, '已修改“张专岗”');
  await own.getByRole('textbox', { name: '姓名' }).fill('李专岗');
  await save(own);
  await own.getByRole('alert').getByText(`姓名：${was} → 张专岗`).waitFor();
  assert.equal(await own.getByRole('textbox', { name: '姓名' }).inputValue(), '李专岗', 'what was typed is still there');
  await accessible(mine, 'changed meanwhile');
  await save(own);
  await told(mine, '已修改“李专岗”');
  await Promise.all([close(mine), close(theirs)]);
});

test('the three administrators are kept apart: each is offered what is theirs, and refused the rest by the server', async () => {
  const offered = {
    sysadmin: ['修改', '停用'], secadmin: ['改角色', '重置密码', '停用'], auditor: [], director: [],
  };
  for (const [user, acts] of Object.entries(offered)) {
    const page = await open(browser, world, user, 'people');
    await person(page, '坐席一号').waitFor();
    const names = await person(page, '坐席一号').getByRole('button').allInnerTexts();
    assert.deepEqual(names, acts, user);
    assert.equal(await button(page, '新增人员').count(), user === 'sysadmin' ? 1 : 0);
    await close(page);
  }
  const page = await open(browser, world, 'sysadmin', 'people');
  const form = await begin(page, '新增人员');
  assert.deepEqual(await rolesOffered(form), ['中心坐席', '中心主任', '单位专岗', '单位负责人', '公司领导']);
  await form.getByText('三员（系统、安全、审计管理员）由安全管理员更改角色产生，不能直接新增。').waitFor();
  await close(page);
  const refused = [
    ['sysadmin', 'PATCH', '/api/v1/users/agent', { role: 'leader' }], ['sysadmin', 'POST', '/api/v1/users/agent/password'], ['sysadmin', 'POST', '/api/v1/users/agent/unlock'],
    ['sysadmin', 'GET', '/api/v1/audit'], ['sysadmin', 'GET', '/api/v1/complaints'], ['secadmin', 'POST', '/api/v1/users', { name: 'x1', role: 'agent' }], ['secadmin', 'PATCH', '/api/v1/users/agent', { display_name: 'X' }],
    ['secadmin', 'GET', '/api/v1/audit'], ['secadmin', 'GET', '/api/v1/complaints'], ['auditor', 'PATCH', '/api/v1/users/agent', { disabled: true }], ['auditor', 'GET', '/api/v1/complaints'],
    ['director', 'POST', '/api/v1/users', { name: 'x2', role: 'agent' }],
  ];
  for (const [user, method, to, body] of refused) assert.equal((await answer(world, world.tokens[user], method, to, body)).status, 403, `${user} ${method} ${to}`);
});
