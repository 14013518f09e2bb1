// The trail: who did what when, in order, each entry chained to the one before; what is altered shows when the store is verified (R10.4).
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { agree, begin, button, close, open, save, told } from './support/administration.mjs';
import { Browser, accessible } from './support/browser.mjs';
import { submitted } from './support/passenger.mjs';
import { World, bringTo, run } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const rows = (page) => page.getByRole('group', { name: '审计记录' }).getByRole('rowgroup').last().getByRole('row');
const field = (page, name) => page.getByRole('form', { name: '查找记录' }).getByLabel(name, { exact: true });
/** Searches the trails as the auditor does, and waits for what is found. */
async function find(page, { of = '全部', act = '全部操作', subject = '', person = '' }) {
  await field(page, '记录').selectOption({ label: of });
  await field(page, '操作').selectOption({ label: act });
  await field(page, '投诉编号或对象').fill(subject);
  const who = page.getByRole('combobox', { name: '操作人' });
  await who.fill(person);
  if (person) await page.getByRole('listbox').getByRole('option').first().click();
  await button(page, '查找').click();
  await page.getByRole('status').getByText(/^最新在前/).waitFor();
}
const counted = (page, count) => page.getByRole('status').getByText(`最新在前，共 ${count} 条`).waitFor();
const cells = async (row) => (await row.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const last = async (of) => (await world.api('auditor', 'GET', `/api/v1/audit?limit=1000&of=${of}`)).items;

test('what is done to a complaint stands there with its time, number, act, person and digest, and nothing of its content', async () => {
  const { number } = await bringTo(world, 'review', { content: '此处是投诉内容，审计看不到。' });
  const page = await open(browser, world, 'auditor', 'audit');
  await find(page, { subject: number.toLowerCase() });
  await counted(page, 3);
  const acts = [];
  for (const row of await rows(page).all()) acts.push((await cells(row))[1]);
  assert.deepEqual(acts, ['提交意见', '转办', '登记'], 'newest first');
  const [at, act, who, unit, digest] = await cells(rows(page).first());
  assert.match(at, /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  assert.deepEqual([act, who, unit], ['提交意见', '一号线运营中心专岗 单位专岗', '一号线运营中心']);
  const entry = (await last('complaints')).find((one) => one.number === number && one.act === 'submit_opinion');
  assert.equal(digest, `${entry.digest.slice(0, 12)}…`);
  assert.equal(await page.getByTitle(`完整摘要 ${entry.digest}`).count(), 1);
  assert.ok(!(await page.getByRole('main').innerText()).includes('此处是投诉内容'));
  await close(page);
});

test('what passengers do stands there as theirs, without a name', async () => {
  const { number } = await submitted(world);
  const page = await open(browser, world, 'auditor', 'audit');
  await find(page, { subject: number, act: '登记' });
  await counted(page, 1);
  assert.equal((await cells(rows(page).first()))[2], '乘客');
  await close(page);
});

test('who opened contact data is one click away; by person and act the trail is narrowed, and saved as a file', async () => {
  const { number } = await bringTo(world, 'feedback');
  await world.api('agent', 'POST', `/api/v1/complaints/${number}/reveal`, { reason: '回电核实' });
  const page = await open(browser, world, 'auditor', 'audit');
  await button(page, '查看联系方式的记录').click();
  await page.getByRole('status').getByText(/^最新在前，共/).waitFor();
  assert.equal(await rows(page).first().getByRole('rowheader').innerText().then((text) => text.split(' ')[0]), number);
  for (const row of await rows(page).all()) assert.equal((await cells(row))[1], '查看联系方式');
  await find(page, { act: '报送结果', person: 'desk-line1' });
  for (const row of await rows(page).all()) assert.deepEqual((await cells(row)).slice(1, 3), ['报送结果', '一号线运营中心专岗 单位专岗']);
  const [saved] = await Promise.all([page.waitForEvent('download'), button(page, '导出 CSV').click()]);
  const text = readFileSync(await saved.path(), 'utf8');
  assert.match(saved.suggestedFilename(), /^audit-\d{4}-\d\d-\d\d\.csv$/);
  assert.match(text, /^\uFEFF"时间","编号或对象","操作"/);
  assert.equal(text.trim().split('\r\n').length, 1 + (await rows(page).count()));
  await find(page, { subject: '没有这样的对象' });
  await page.getByText('没有符合的记录').waitFor();
  await accessible(page, 'nothing found');
  await close(page);
});

test('what the administrators do on their pages stands in the trail with whom and what, without names', async () => {
  const system = await open(browser, world, 'sysadmin', 'organisation');
  const unit = await begin(system, '新增下级：运营管理部', '在“运营管理部”下新增');
  await unit.getByRole('textbox', { name: '代码' }).fill('line8');
  await unit.getByRole('textbox', { name: '中文名称' }).fill('八号线运营中心');
  await save(unit);
  await told(system, '已新增“八号线运营中心”');
  await close(system);
  await world.api('sysadmin', 'POST', '/api/v1/users', { name: 'desk-line8', display_name: '赵八', role: 'desk', unit: 'line8' });
  const security = await open(browser, world, 'secadmin', 'people');
  const role = await begin(security, '改角色：赵八', '更改“赵八”的角色');
  await role.getByRole('combobox', { name: '角色' }).selectOption({ label: '单位负责人' });
  await save(role);
  await told(security, '已修改“赵八”');
  assert.equal(await button(security, '解锁：赵八').count(), 0, 'nobody is unlocked who is not locked');
  for (let i = 0; i < 5; ++i) await fetch(`${world.base}/api/v1/session`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: world.base }, body: JSON.stringify({ username: 'desk-line8', password: `wrong-password-${i}` }) });
  await security.reload();
  await security.getByRole('combobox', { name: '状态' }).selectOption({ label: '已锁定' });
  await security.getByRole('status').getByText('1 人').waitFor();
  await security.getByText(/密码错误过多，锁定至/).waitFor();
  await button(security, '解锁：赵八').click();
  await told(security, '“赵八”已解锁');
  await security.getByRole('combobox', { name: '状态' }).selectOption({ label: '全部状态' });
  await button(security, '停用：赵八').click();
  await agree(security, '停用“赵八”？', '停用');
  await told(security, '“赵八”已停用');
  await close(security);
  const director = await open(browser, world, 'director', 'codes');
  await button(director, '停用：违规行为').click();
  await agree(director, '停用“违规行为”？', '停用');
  await told(director, '已停用“违规行为”');
  await close(director);
  const page = await open(browser, world, 'auditor', 'audit');
  const found = async (subject, act) => {
    await find(page, { of: '管理操作', subject, act });
    await counted(page, 1);
    const [, called, who, what] = await cells(rows(page).first());
    return [await rows(page).first().getByRole('rowheader').innerText(), called, who, what];
  };
  assert.deepEqual(await found('line8', '更改单位'), ['line8', '更改单位', '系统管理员 系统管理员', '新增：是']);
  assert.deepEqual(await found('desk-line8', '新增人员'), ['desk-line8', '新增人员', '系统管理员 系统管理员', '角色：单位专岗、单位：八号线运营中心']);
  assert.deepEqual(await found('desk-line8', '解锁账号'), ['desk-line8', '解锁账号', '安全管理员 安全管理员', '']);
  assert.deepEqual(await found('other.rules', '全部操作'), ['other.rules', '更改投诉类型', '中心主任 中心主任', '停用：是']);
  await find(page, { of: '管理操作', subject: 'desk-line8', act: '更改人员' });
  await counted(page, 2);
  assert.deepEqual(await Promise.all([0, 1].map(async (at) => (await cells(rows(page).nth(at)))[3])), ['停用：是', '角色：单位负责人、原角色：单位专岗']);
  assert.ok(!(await page.getByRole('main').innerText()).includes('赵八'), 'entries name no person by name');
  await accessible(page, 'trail of administration');
  await close(page);
});

test('a year of acts is searched from the newest, goes on page by page, and is scrolled without losing its order', async () => {
  const year = await World.start('lively');
  try {
    const page = await open(browser, year, 'auditor', 'audit');
    await page.getByRole('status').getByText(/^最新在前，已载入 500 条/).waitFor();
    await button(page, '继续载入').click();
    await page.getByRole('status').getByText(/^最新在前，已载入 1,000 条/).waitFor();
    const room = page.getByRole('group', { name: '审计记录' });
    await room.focus();
    await page.keyboard.press('End');
    const { items } = await year.api('auditor', 'GET', '/api/v1/audit?limit=1000');
    await page.locator('[aria-rowindex="1001"]').getByText(`${items.at(-1).subject} #${items.at(-1).seq}`).waitFor();
    await accessible(page, 'audit trail');
    await close(page);
  } finally {
    await year.end();
  }
});

test('the store is sound after all that; one altered entry of the trail, and verifying names it', async () => {
  await world.api('sysadmin', 'POST', '/api/v1/users', { name: 'trail-line5', role: 'desk', unit: 'line5' });
  const copy = mkdtempSync(join(tmpdir(), 'hearline-e2e-trail-'));
  try {
    await world.stop();
    cpSync(world.data, copy, { recursive: true });
    await world.serve();
    await run(['verify', '--data', copy]);
    const store = new DatabaseSync(join(copy, readdirSync(copy).find((name) => name.endsWith('.db') || name.endsWith('.sqlite'))));
    const changed = store.prepare("UPDATE document SET body = replace(body, 'trail-line5', 'trail-line4') WHERE kind = 'change' AND body LIKE '%trail-line5%'").run();
    store.close();
    assert.ok(changed.changes > 0, 'nothing was altered');
    await assert.rejects(run(['verify', '--data', copy]), /administration|管理/);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
