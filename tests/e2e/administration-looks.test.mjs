// The dialogs of the administration: accessible in light and dark, in each language, by keyboard alone, on a narrow screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, close, dialog, heading, open, path, person, settled, signIn, told } from './support/administration.mjs';
import { Browser, accessible } from './support/browser.mjs';
import { World } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const calendar = { name: 'notice.json', mimeType: 'application/json', buffer: Buffer.from('{"year": 2027, "sources": ["https://www.gov.cn/notice"], "holidays": [{"name": "元旦", "off": ["2027-01-01"], "work": []}]}') };
/** Each dialog: who opens it, on which part, by which button, and what is done in it before it is looked at. */
const dialogs = [
  ['sysadmin', 'people', '新增人员', (form) => button(form, '保存').click()],
  ['sysadmin', 'people', '修改：坐席一号'],
  ['sysadmin', 'people', '停用：坐席一号'],
  ['secadmin', 'people', '改角色：坐席一号'],
  ['secadmin', 'people', '重置密码：坐席二号', (form) => button(form, '重置密码').click()],
  ['sysadmin', 'organisation', '新增单位', (form) => button(form, '保存').click()],
  ['sysadmin', 'organisation', '修改：一号线运营中心'],
  ['sysadmin', 'organisation', '停用：一号线运营中心'],
  ['director', 'codes', '新增大类', (form) => button(form, '保存').click()],
  ['director', 'codes', '修改：电梯扶梯'],
  ['director', 'calendars', '导入日历', async (form) => {
    await form.getByLabel('日历文件').setInputFiles(calendar);
    await button(form, '查看哪些时限会变').click();
    await button(form, '确认导入').waitFor();
  }],
];

for (const theme of ['light', 'dark']) for (const [user, part, name, act] of dialogs) {
  test(`“${name}” of ${user} is accessible in the ${theme} theme and fits a narrow screen`, async () => {
    const page = await open(browser, world, user, part, { theme });
    await button(page, name).click();
    await page.getByRole('dialog').waitFor();
    await accessible(page, `${name}, ${theme}`);
    if (act) {
      await act(page.getByRole('dialog'));
      await page.getByRole('dialog').waitFor();
      await accessible(page, `${name}, gone on with, ${theme}`);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1); // laid out anew in its own time
    const box = await page.getByRole('dialog').boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 320, `${name} stands from ${box.x} to ${box.x + box.width}`);
    await close(page);
  });
}

for (const theme of ['light', 'dark']) {
  test(`the dialogs of one’s own account are accessible in the ${theme} theme`, async () => {
    const page = await browser.page(world, 'director', '/staff/account', { theme });
    await heading(page, '我的账号');
    await page.getByRole('textbox', { name: '用途' }).fill(`看一看 ${theme}`);
    await button(page, '生成令牌').click();
    await dialog(page, '令牌已生成').waitFor();
    await accessible(page, `token, ${theme}`);
    await button(page, '我已保存').click();
    await button(page, `吊销：看一看 ${theme}`).click();
    await dialog(page, `吊销“看一看 ${theme}”？`).waitFor();
    await accessible(page, `revoking, ${theme}`);
    await close(page);
  });

  test(`the choice of one’s own password is accessible in the ${theme} theme`, async () => {
    const { password: secret } = await world.api('sysadmin', 'POST', '/api/v1/users', { name: `leader-${theme}`, role: 'leader' });
    const page = await browser.page(world, null, '/staff/', { theme });
    await signIn(page, `leader-${theme}`, secret);
    await page.getByText('首次登录请设置自己的密码').waitFor();
    await accessible(page, `new password, ${theme}`);
    await button(page, '保存并登录').click();
    await page.getByRole('textbox', { name: '新密码', exact: true }).and(page.locator('[aria-invalid="true"]')).waitFor();
    await accessible(page, `new password refused, ${theme}`);
    await close(page);
  });
}

for (const [language, words] of [
  ['zh-TW', { people: ['人員與角色', '新增人員', '登入名', '請填寫此項'], organisation: ['組織機構', '新增單位', '代碼', '請填寫此項'], codes: ['類型、原因與管道', '新增大類', '代碼', '請填寫此項'], calendars: ['工作日曆', '匯入日曆', '日曆檔案', '請選擇 JSON 或 iCalendar'] }],
  ['en', { people: ['People and roles', 'Add a person', 'Login name', 'Please fill this in'], organisation: ['Organisation', 'Add a unit', 'Code', 'Please fill this in'], codes: ['Types, causes, channels', 'Add on the first level', 'Code', 'Please fill this in'], calendars: ['Working days', 'Bring in a calendar', 'Calendar file', 'Choose a JSON or iCalendar'] }],
]) for (const [part, [title, act, field, fault]] of Object.entries(words)) {
  test(`${part} and its dialog speak ${language}, refusals included`, async () => {
    const user = part === 'people' || part === 'organisation' ? 'sysadmin' : 'director';
    const page = await browser.page(world, user, path(part), { language });
    await heading(page, title);
    await settled(page);
    await button(page, act).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(field).first().waitFor();
    await form.getByRole('button').last().click();
    await form.getByText(fault).first().waitFor();
    const text = await form.innerText();
    assert.doesNotMatch(text, /\b[a-z]+\.[a-zA-Z_]+\b(?!\.)/, 'a raw key');
    if (language === 'en') assert.doesNotMatch(text.replace(/“[^”]*”/g, ''), /\p{Script=Han}/u);
    await close(page);
  });
}

const focused = (target) => target.evaluate((element) => element === document.activeElement);
/** Goes on by Tab until `target` has the focus. */
async function tabTo(page, target) {
  for (let steps = 0; steps < 120 && !(await focused(target)); steps++) await page.keyboard.press('Tab');
  assert.ok(await focused(target), 'reached by Tab');
}

test('a unit is added, renamed and retired by keyboard alone; the focus goes back to where it was', async () => {
  const page = await open(browser, world, 'sysadmin', 'organisation');
  await tabTo(page, button(page, '新增下级：运营管理部'));
  await page.keyboard.press('Enter');
  const form = dialog(page, '在“运营管理部”下新增');
  await form.waitFor();
  assert.ok(await focused(form.getByRole('textbox', { name: '代码' })), 'the first field has the focus');
  await page.keyboard.type('keys');
  await page.keyboard.press('Tab');
  await page.keyboard.type('键盘单位');
  await page.keyboard.press('Enter');
  await told(page, '已新增“键盘单位”');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '新增下级：运营管理部');
  const change = button(page, '修改：键盘单位');
  await change.waitFor();
  await tabTo(page, change);
  await page.keyboard.press('Enter');
  await dialog(page, '修改“键盘单位”').waitFor();
  await page.keyboard.press('Escape');
  await dialog(page, '修改“键盘单位”').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '修改：键盘单位');
  await page.keyboard.press('Tab');
  assert.ok(await focused(button(page, '停用：键盘单位')));
  await page.keyboard.press('Enter');
  const question = dialog(page, '停用“键盘单位”？');
  await question.waitFor();
  assert.ok(await focused(button(question, '取消')), 'what takes effect is not under the finger');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await told(page, '已停用“键盘单位”');
  await close(page);
});

test('a role is changed by keyboard alone', async () => {
  const page = await open(browser, world, 'secadmin', 'people');
  await page.getByRole('searchbox', { name: /查找/ }).focus();
  await page.keyboard.type('head-line5');
  await person(page, '五号线运营中心负责人').waitFor();
  await person(page, '四号线运营中心负责人').waitFor({ state: 'detached' });
  await tabTo(page, button(page, '改角色：五号线运营中心负责人'));
  await page.keyboard.press('Enter');
  const form = dialog(page, '更改“五号线运营中心负责人”的角色');
  await form.waitFor();
  const role = form.getByRole('combobox', { name: '角色' });
  assert.ok(await focused(role));
  await page.keyboard.press('ArrowUp'); // 单位专岗
  assert.equal(await role.inputValue(), 'desk');
  await tabTo(page, button(form, '保存'));
  await page.keyboard.press('Enter');
  await told(page, '已修改“五号线运营中心负责人”');
  await person(page, '五号线运营中心负责人').getByRole('cell', { name: '单位专岗', exact: true }).waitFor();
  await close(page);
});

test('the first page of the administration puts one’s own work first and leads on by one click', async () => {
  for (const [user, first] of [['sysadmin', ['人员与角色', '组织机构']], ['secadmin', ['人员与角色']], ['director', ['类型、原因与渠道', '工作日历']], ['auditor', ['审计记录']]]) {
    const page = await browser.page(world, user, '/staff/');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '管理' }).click();
    await heading(page, '管理');
    const parts = page.getByRole('main').getByRole('listitem');
    for (const [at, name] of first.entries()) {
      await parts.nth(at).getByText(name, { exact: true }).waitFor();
      await parts.nth(at).getByText('由您负责').waitFor();
    }
    await accessible(page, `administration of ${user}`);
    await parts.first().getByRole('link').click();
    await heading(page, first[0]);
    await page.getByRole('navigation', { name: '管理项目' }).getByRole('link', { name: first[0] }).waitFor();
    await close(page);
  }
});
