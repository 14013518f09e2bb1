// The organisation: units added, renamed and retired by the system administrator; where a desk is missing (R2.2); what that does to the work.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agree, begin, button, choose, close, dialog, faulty, open, save, told } from './support/administration.mjs';
import { Browser, picture } from './support/browser.mjs';
import { openComplaint, stands, start } from './support/complaint.mjs';
import { World } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const tree = (page) => page.getByRole('region', { name: '组织机构树' });
/** The unit's own line in the tree: the innermost item that holds its name. */
const unit = (page, name) => tree(page).getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) }).last();
const code = (form) => form.getByRole('textbox', { name: '代码' });
const name = (form) => form.getByRole('textbox', { name: '中文名称' });
const matches = async (field, typed) => {
  await field.fill(typed);
  return field.page().getByRole('option').filter({ hasText: typed });
};
async function add(page, above, unitCode, unitName, kind = '单位') {
  const form = await begin(page, `新增下级：${above}`, `在“${above}”下新增`);
  await code(form).fill(unitCode);
  await name(form).fill(unitName);
  await form.getByRole('combobox', { name: '性质' }).selectOption({ label: kind });
  if (unitCode === 'line8') await picture(page, 'unit-add');
  await save(form);
  await told(page, `已新增“${unitName}”`);
}
async function retire(page, unitName) {
  await button(page, `停用：${unitName}`).click();
  await agree(page, `停用“${unitName}”？`, '停用');
}

test('a unit is added below another and work can be sent to it', async () => {
  const page = await open(browser, world, 'sysadmin', 'organisation');
  await add(page, '运营管理部', 'line8', '八号线运营中心');
  await unit(page, '八号线运营中心').getByText('line8').waitFor();
  await close(page);
  const { number } = await world.register({ place: null });
  const complaint = await openComplaint(browser, world, 'agent', number);
  const fields = await start(complaint, '转办');
  await choose(fields, '主办单位', '八号线');
  await button(fields, '转办').click();
  await stands(complaint, 'opinion');
  assert.deepEqual((await world.complaint(number)).handling_units.map((one) => one.unit), ['line8']);
  await close(complaint);
});

test('a new unit is marked as having nobody, then as having no desk, until it has one (R2.2)', async () => {
  const page = await open(browser, world, 'sysadmin', 'organisation');
  await add(page, '运营管理部', 'line9', '九号线运营中心');
  await unit(page, '九号线运营中心').getByText('没有人员').waitFor();
  await page.getByRole('checkbox', { name: /只看缺专岗的/ }).check();
  await unit(page, '九号线运营中心').waitFor();
  assert.equal(await tree(page).getByText('一号线运营中心', { exact: true }).count(), 0, 'a unit with its desk is none of these');
  await world.api('sysadmin', 'POST', '/api/v1/users', { name: 'head-line9', display_name: '九号线负责人', role: 'head', unit: 'line9' });
  await unit(page, '九号线运营中心').getByText('没有专岗，由负责人承接').waitFor();
  await unit(page, '九号线运营中心').getByText('负责人：九号线负责人').waitFor();
  await world.api('sysadmin', 'POST', '/api/v1/users', { name: 'desk-line9', display_name: '九号线专岗', role: 'desk', unit: 'line9' });
  await unit(page, '九号线运营中心').waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: /只看缺专岗的/ }).uncheck();
  await unit(page, '九号线运营中心').getByText('专岗：九号线专岗').waitFor();
  await close(page);
});

test('the way from a gap to the people leads to where one can be added', async () => {
  await world.api('sysadmin', 'PUT', '/api/v1/units/depot', { name: '车辆段', kind: 'unit', parent: 'operations' });
  const page = await open(browser, world, 'sysadmin', 'organisation');
  await page.getByRole('checkbox', { name: /只看缺专岗的/ }).check();
  await page.getByRole('link', { name: '去添加人员' }).click();
  await button(page, '新增人员').waitFor();
  await close(page);
});

test('a renamed unit has its new name wherever it stands', async () => {
  const page = await open(browser, world, 'sysadmin', 'organisation');
  const { number } = await world.register({ unit: 'line6', place: null });
  await world.act(number, 'agent', 'dispatch', { units: [{ unit: 'line6', lead: true }] });
  const complaint = await openComplaint(browser, world, 'agent', number);
  await complaint.getByText('六号线运营中心').first().waitFor();
  const form = await begin(page, '修改：六号线运营中心', '修改“六号线运营中心”');
  assert.equal(await code(form).isDisabled(), true, 'the code stays');
  await name(form).fill('六号线运营公司');
  await form.getByRole('textbox', { name: '英文名称' }).fill('Line 6 Company');
  await save(form);
  await told(page, '已修改“六号线运营公司”');
  await unit(page, '六号线运营公司').waitFor();
  await complaint.getByText('六号线运营公司').first().waitFor(); // by itself, in a page that was open before
  await Promise.all([page, complaint].map(close));
  const english = await browser.page(world, 'agent', '/staff/administration/organisation', { language: 'en' });
  await english.getByText('Line 6 Company', { exact: true }).waitFor();
  await close(english);
});

test('a retired unit is offered neither on intake nor for dispatch, not even on pages that were open; brought back it is', async () => {
  await world.api('sysadmin', 'PUT', '/api/v1/units/line7', { name: '七号线运营中心', kind: 'unit', parent: 'operations' });
  const { number } = await world.register({ place: null });
  const intake = await browser.page(world, 'agent', '/staff/intake');
  const complaint = await openComplaint(browser, world, 'agent', number);
  await start(complaint, '转办');
  const fields = [intake.getByRole('combobox', { name: /转给哪个单位/ }), complaint.getByRole('combobox', { name: '主办单位' })];
  const page = await open(browser, world, 'sysadmin', 'organisation');
  for (const field of fields) await (await matches(field, '七号线')).waitFor();
  await retire(page, '七号线运营中心');
  await told(page, '已停用“七号线运营中心”');
  await unit(page, '七号线运营中心').waitFor({ state: 'detached' });
  for (const field of fields) await (await matches(field, '七号线')).waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: '显示已停用的' }).check();
  await unit(page, '七号线运营中心').getByText('已停用').waitFor();
  await button(page, '恢复使用：七号线运营中心').click();
  await told(page, '已恢复“七号线运营中心”');
  for (const field of fields) await (await matches(field, '七号线')).waitFor();
  await Promise.all([page, intake, complaint].map(close));
});

test('a unit with people or with units below is not retired; the page says whom to move first', async () => {
  const page = await open(browser, world, 'sysadmin', 'organisation');
  await retire(page, '二号线运营中心');
  await told(page, /请先调离或停用其人员“desk-line2”/);
  const notice = await page.getByRole('status').filter({ hasText: '请先调离' }).innerText();
  assert.doesNotMatch(notice, /环节/, 'advice for complaints helps nobody here');
  await retire(page, '运营管理部');
  await told(page, /请先停用其下级单位“/);
  assert.equal(await tree(page).getByText('已停用').count(), 0);
  for (const lasting of ['临江轨道交通集团', '投诉处理中心']) assert.equal(await button(page, `停用：${lasting}`).count(), 0);
  await close(page);
});

test('what is wrong with a unit is said at its field, and what was typed stays', async () => {
  const page = await open(browser, world, 'sysadmin', 'organisation');
  const form = await begin(page, '新增单位', '在“临江轨道交通集团”下新增');
  await save(form);
  await faulty(form, code(form), '请填写此项');
  await faulty(form, name(form), '请填写此项');
  await code(form).fill('Line 10');
  await name(form).fill('一号线运营中心');
  await save(form);
  await faulty(form, code(form), '代码只能用小写字母、数字、_ 和 -');
  await code(form).fill('line10');
  await save(form);
  await faulty(form, name(form), '单位“一号线运营中心”（line1）已用此名称');
  assert.equal(await code(form).inputValue(), 'line10');
  await name(form).fill('十号线运营中心');
  await save(form);
  await told(page, '已新增“十号线运营中心”');
  await close(page);
});

test('a code that is taken is said at its field, and the unit that has it stays as it is', async () => {
  const page = await open(browser, world, 'sysadmin', 'organisation');
  const form = await begin(page, '新增单位', '在“临江轨道交通集团”下新增');
  await code(form).fill('line3');
  await name(form).fill('三号线新单位');
  await save(form);
  await faulty(form, code(form), /已有单位用这个代码/);
  assert.equal(await name(form).inputValue(), '三号线新单位');
  await button(form, '取消').click();
  await dialog(page, '在“临江轨道交通集团”下新增').waitFor({ state: 'detached' });
  await unit(page, '三号线运营中心').waitFor();
  const { items } = await world.api('sysadmin', 'GET', '/api/v1/units');
  assert.ok(JSON.stringify(items).includes('三号线运营中心'));
  await close(page);
});
