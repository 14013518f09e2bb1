// Types, causes and channels, kept by the director (R1.3, R6.3, R3.1), and the rule book to read (R1.6).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agree, begin, button, close, faulty, open, save, told } from './support/administration.mjs';
import { Browser, accessible, picture } from './support/browser.mjs';
import { openComplaint, start } from './support/complaint.mjs';
import { World, bringTo } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const code = (form) => form.getByRole('textbox', { name: '代码' });
const name = (form) => form.getByRole('textbox', { name: '中文名称' });
const entry = (page, of, called) => page.getByRole('list', { name: of }).getByRole('listitem').filter({ has: page.getByText(called, { exact: true }) });
const causes = async (user = 'director') => {
  const page = await open(browser, world, user, 'codes');
  await page.getByRole('tab', { name: '投诉原因' }).click();
  await page.getByRole('list', { name: '投诉原因' }).waitFor();
  return page;
};
const typed = async (field, text) => {
  await field.fill(text);
  return field.page().getByRole('option').filter({ hasText: text });
};

test('a type that the director adds is there for who registers, in both languages', async () => {
  const page = await open(browser, world, 'director', 'codes');
  const form = await begin(page, '新增小类：设施设备', '在“设施设备”下新增小类');
  await code(form).fill('charging');
  await name(form).fill('充电设施');
  await form.getByRole('textbox', { name: '英文名称' }).fill('Charging points');
  await picture(page, 'type-add');
  await save(form);
  await told(page, '已新增“充电设施”');
  await entry(page, '投诉类型', '充电设施').getByText('facilities.charging').waitFor();
  await close(page);
  const intake = await browser.page(world, 'agent', '/staff/intake');
  await intake.getByRole('textbox', { name: '电话' }).fill('13800138100');
  await intake.getByRole('textbox', { name: '内容' }).fill('充电桩不通电');
  await (await typed(intake.getByRole('combobox', { name: /类型/ }), '充电设施')).click();
  await intake.keyboard.press('Control+Enter');
  const card = intake.getByRole('article', { name: /^已登记 TS/ });
  const number = (await card.getByText(/^TS\d+$/).innerText()).trim();
  assert.equal((await world.complaint(number)).type, 'facilities.charging');
  await close(intake);
  const english = await browser.page(world, 'agent', '/staff/administration/codes', { language: 'en' });
  await english.getByText('Charging points', { exact: true }).waitFor();
  await close(english);
});

test('a type is renamed: complaints that have it, also in open pages, bear the new name', async () => {
  const { number } = await world.register({ type: 'service.gate' });
  const complaint = await openComplaint(browser, world, 'agent', number);
  await complaint.getByText('检票服务').first().waitFor();
  const page = await open(browser, world, 'director', 'codes');
  const form = await begin(page, '修改：检票服务', '修改“检票服务”');
  assert.ok(await code(form).isDisabled(), 'the code stays');
  await name(form).fill('进出站检票');
  await save(form);
  await told(page, '已修改“进出站检票”');
  await complaint.getByText('进出站检票').first().waitFor();
  await Promise.all([page, complaint].map(close));
});

test('a retired type cannot be chosen any more; what has it keeps it; it can be brought back', async () => {
  const { number } = await world.register({ type: 'other.rules' });
  const intake = await browser.page(world, 'agent', '/staff/intake');
  const field = intake.getByRole('combobox', { name: /类型/ });
  await (await typed(field, '违规行为')).waitFor();
  const page = await open(browser, world, 'director', 'codes');
  await button(page, '停用：违规行为').click();
  await agree(page, '停用“违规行为”？', '停用');
  await told(page, '已停用“违规行为”');
  await entry(page, '投诉类型', '违规行为').waitFor({ state: 'detached' });
  await (await typed(field, '违规行为')).waitFor({ state: 'detached' });
  const complaint = await openComplaint(browser, world, 'agent', number);
  await complaint.getByText('违规行为').first().waitFor();
  await page.getByRole('checkbox', { name: '显示已停用的' }).check();
  await entry(page, '投诉类型', '违规行为').getByText('已停用').waitFor();
  await button(page, '恢复使用：违规行为').click();
  await told(page, '已恢复“违规行为”');
  await (await typed(field, '违规行为')).waitFor();
  await Promise.all([page, intake, complaint].map(close));
});

test('what stands above types in use is not retired; the page says what to do first', async () => {
  const page = await open(browser, world, 'director', 'codes');
  await button(page, '停用：安全管理').click();
  await agree(page, '停用“安全管理”？', '停用');
  await told(page, /请先停用其下的“安检管理”/);
  assert.doesNotMatch(await page.getByRole('status').filter({ hasText: '请先停用' }).innerText(), /环节/, 'advice for complaints helps nobody here');
  await entry(page, '投诉类型', '安全管理').waitFor();
  await close(page);
});

test('a cause is added, offered with the opinion, and retired', async () => {
  const page = await causes();
  const form = await begin(page, '新增小类：外部原因', '在“外部原因”下新增小类');
  await code(form).fill('power');
  await name(form).fill('外部供电');
  await save(form);
  await told(page, '已新增“外部供电”');
  const { number } = await bringTo(world, 'opinion');
  const complaint = await openComplaint(browser, world, 'desk-line1', number);
  const fields = await start(complaint, '提交意见');
  const field = fields.getByRole('combobox', { name: '投诉原因' });
  await (await typed(field, '外部供电')).waitFor();
  await button(page, '停用：外部供电').click();
  await agree(page, '停用“外部供电”？', '停用');
  await told(page, '已停用“外部供电”');
  await (await typed(field, '外部供电')).waitFor({ state: 'detached' });
  await Promise.all([page, complaint].map(close));
});

test('what is wrong with a type is said at its field, and what was typed stays', async () => {
  const page = await open(browser, world, 'director', 'codes');
  const form = await begin(page, '新增小类：环境卫生', '在“环境卫生”下新增小类');
  await save(form);
  await faulty(form, code(form), '请填写此项');
  await faulty(form, name(form), '请填写此项');
  await code(form).fill('Noise!');
  await name(form).fill('车站环境');
  await save(form);
  await faulty(form, code(form), '代码只能用小写字母、数字和 _');
  await code(form).fill('noise');
  await save(form);
  await faulty(form, name(form), '“车站环境”（environment.station）已用此名称');
  assert.equal(await code(form).inputValue(), 'noise');
  await code(form).fill('train');
  await name(form).fill('噪声');
  await save(form);
  await faulty(form, code(form), /这个代码已有/);
  assert.equal(await name(form).inputValue(), '噪声');
  await button(form, '取消').click();
  await entry(page, '投诉类型', '车厢环境').waitFor();
  await close(page);
});

test('the channels of the regulation are listed (R3.1)', async () => {
  const page = await open(browser, world, 'agent', 'codes');
  await page.getByRole('tab', { name: '受理渠道' }).click();
  const table = page.getByRole('table', { name: '受理渠道' });
  const { items } = await world.api('agent', 'GET', '/api/v1/channels');
  for (const channel of ['热线', '官网', '微信', '微博', '现场', '信函', '传真', '市民热线']) await table.getByRole('rowheader', { name: channel, exact: true }).waitFor();
  assert.equal(await table.getByRole('row').count(), items.length + 1);
  await close(page);
});

test('the tab that is open stands in the address and is reached by the arrow keys', async () => {
  const page = await open(browser, world, 'director', 'codes');
  await page.getByRole('tab', { name: '投诉类型' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('list', { name: '投诉原因' }).waitFor();
  await page.waitForURL('**/codes?of=causes');
  await page.reload();
  await page.getByRole('list', { name: '投诉原因' }).waitFor();
  assert.equal(await page.getByRole('tab', { name: '投诉原因' }).getAttribute('aria-selected'), 'true');
  await close(page);
});

test('the rule book shows its version, from when it is valid, and each limit with its clause', async () => {
  const page = await open(browser, world, 'agent', 'rules');
  const version = page.getByRole('region', { name: '版本' });
  await version.getByText('现行版本').waitFor();
  await version.getByText('2018-01-01 起生效').waitFor();
  assert.match(await version.getByRole('combobox', { name: '版本' }).locator('option:checked').innerText(), /第 1 版：.*2018-01-01 起/);
  const limits = page.getByRole('region', { name: '时限' });
  const row = async (clock) => (await limits.getByRole('row').filter({ has: page.getByRole('rowheader', { name: clock, exact: true }) }).first().getByRole('cell').allInnerTexts()).map((cell) => cell.trim());
  assert.deepEqual(await row('转办时限'), ['1 个工作日', '4 小时', '60 分钟', 'R4.1']);
  assert.deepEqual(await row('意见时限'), ['3 个工作日', '2 个工作日', '1 个工作日', 'R4.1']);
  const clauses = page.getByRole('region', { name: '条款说明' });
  await clauses.getByText('中心 1 个工作日内转办相关单位，单位 3 个工作日内提出初步意见。').waitFor();
  for (const rule of ['R3.4', 'R3.5', 'R4.1', 'R4.3', 'R4.5', 'R4.6', 'R4.6a', 'R5.2', 'R10.3']) await clauses.getByText(rule, { exact: true }).waitFor();
  assert.equal(await clauses.getByText('条款全文见制度文本').count(), 0, 'a clause that nobody wrote down');
  const settings = page.getByRole('region', { name: '数值' });
  await settings.getByRole('row').filter({ hasText: '档案保存年数' }).getByText('R10.3').waitFor();
  assert.equal(await page.getByRole('main').getByRole('textbox').count(), 0, 'to read only');
  await close(page);
});

test('a coming version can be looked at beside the one in force, each with its days', async () => {
  const page = await browser.page(world, 'director', undefined);
  await page.route('**/api/v1/policies', async (route) => {
    const response = await route.fetch();
    const list = await response.json();
    const [first] = list.items;
    const next = structuredClone(first);
    Object.assign(next, { code: '2', name: '修订版', valid_from: '2031-01-01', state: 'coming' });
    for (const clock of next.clocks) if (clock.stage === 'dispatch' && clock.severity === 'ordinary') clock.limit = '2wd';
    await route.fulfill({ response, json: { ...list, items: [...list.items, next] } });
  });
  await page.goto('/staff/administration/rules');
  const version = page.getByRole('region', { name: '版本' });
  await version.getByText('2018-01-01 起生效、2030-12-31 止').waitFor();
  await version.getByText('现行版本').waitFor();
  await version.getByRole('combobox', { name: '版本' }).selectOption({ label: '第 2 版：修订版（2031-01-01 起）' });
  await version.getByText('2031-01-01 起生效', { exact: true }).waitFor();
  assert.equal(await version.getByText('现行版本').count(), 0);
  const limits = page.getByRole('region', { name: '时限' });
  await limits.getByRole('row', { name: /转办时限 2 个工作日/ }).waitFor();
  await close(page);
});

test('R1_6 the director takes the rule book as a file, changes it, sees what that would change, and brings it in', async () => {
  const page = await open(browser, world, 'director', 'rules');
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载（TOML）' }).click();
  const taken = await waiting;
  assert.equal(taken.suggestedFilename(), 'rules-1.toml');
  const text = await world.api('director', 'GET', '/api/v1/policies/1.toml');
  const next = text.replace('version = 1', 'version = 2').replace(/valid_from = .*/, 'valid_from = 2031-01-01').replace('title = "', 'title = "修订').replace(/(\[version\.clocks\.opinion\]\nrule = "R4\.1"\n)ordinary = "3wd"/, '$1ordinary = "4wd"');
  const form = await begin(page, '导入新版本', '导入规则手册的新版本');
  const give = (content) => form.getByLabel('规则手册文件').setInputFiles({ name: 'rules.toml', mimeType: 'application/toml', buffer: Buffer.from(content) });
  await give(next.replace('2031-01-01', '2018-02-01').replace('urgent = "60min"', 'urgent = "soon"'));
  await button(form, '检查').click();
  await form.getByRole('alert').getByText(/第 \d+ 行：生效日期不得早于今天/).waitFor();
  assert.equal(await button(form, '确认导入').count(), 0);
  await give(next);
  await button(form, '检查').click();
  await form.getByRole('heading', { name: '第 2 版，2031-01-01 起生效' }).waitFor();
  await form.getByRole('row').filter({ hasText: '3 个工作日' }).filter({ hasText: '4 个工作日' }).first().waitFor();
  await accessible(page, 'a version of the rule book');
  await picture(page, 'rules-import');
  await button(form, '确认导入').click();
  await told(page, '规则手册第 2 版已导入');
  await page.getByRole('region', { name: '版本' }).getByText('尚未生效').waitFor();
  await page.reload();
  await page.getByRole('region', { name: '版本' }).getByText('现行版本').waitFor();
  await page.getByText('第 2 版将从 2031-01-01 起生效。').waitFor();
  assert.equal((await world.api('agent', 'GET', '/api/v1/policies')).items.length, 2);
  await close(page);
});

test('who is not the director reads and downloads the rule book, and brings nothing in', async () => {
  const page = await open(browser, world, 'leader', 'rules');
  await page.getByRole('link', { name: '下载（TOML）' }).waitFor();
  assert.equal(await button(page, '导入新版本').count(), 0);
  await close(page);
});
