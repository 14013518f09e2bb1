// The trail: who did what when, in order, each entry chained to the one before; what is altered shows when the store is verified (R10.4).
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

const search = (page) => page.getByRole('searchbox', { name: '在已载入的记录中查找' });
const rows = (page) => page.getByRole('tabpanel').getByRole('rowgroup').last().getByRole('row');
/** The trail of administration, loaded to its end. */
async function administration() {
  const page = await open(browser, world, 'auditor', 'audit');
  await page.getByRole('tab', { name: '管理操作' }).click();
  await page.getByRole('columnheader', { name: '对象' }).waitFor();
  await page.getByRole('status').getByText(/已到最新/).waitFor();
  return page;
}
const cells = async (row) => (await row.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const last = async (of) => (await world.api('auditor', 'GET', `/api/v1/audit?limit=1000&of=${of}`)).items;

test('what is done to a complaint stands there with its time, number, act, person and digest, and nothing of its content', async () => {
  const { number } = await bringTo(world, 'review', { content: '此处是投诉内容，审计看不到。' });
  const page = await open(browser, world, 'auditor', 'audit');
  await search(page).fill(number);
  await page.getByRole('status').getByText(/符合 3 条/).waitFor();
  assert.equal(await rows(page).count(), 3);
  const acts = [];
  for (const row of await rows(page).all()) acts.push((await cells(row))[1]);
  assert.deepEqual(acts, ['登记', '转办', '提交意见']);
  const [at, act, who, unit, digest] = await cells(rows(page).nth(2));
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
  await search(page).fill(`${number} 登记`);
  await page.getByRole('status').getByText(/符合 1 条/).waitFor();
  assert.equal((await cells(rows(page).first()))[2], '乘客');
  await close(page);
});

test('the trail is searched by number, act, person and role, with several words at once', async () => {
  const { number } = await bringTo(world, 'feedback');
  const page = await open(browser, world, 'auditor', 'audit');
  for (const [typed, count] of [[`${number} 转办`, 1], [`${number} desk-line1`, 3], [`${number} 中心主任 审核通过`, 1], [`${number} 一号线 报送结果`, 1], [number.toLowerCase(), 6]]) {
    await search(page).fill(typed);
    await page.getByRole('status').getByText(new RegExp(`符合 ${count} 条`)).waitFor();
  }
  await search(page).fill('没有这样的词语');
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
  await button(security, '解锁：赵八').click();
  await told(security, '“赵八”已解锁');
  await button(security, '停用：赵八').click();
  await agree(security, '停用“赵八”？', '停用');
  await told(security, '“赵八”已停用');
  await close(security);
  const director = await open(browser, world, 'director', 'codes');
  await button(director, '停用：违规行为').click();
  await agree(director, '停用“违规行为”？', '停用');
  await told(director, '已停用“违规行为”');
  await close(director);
  const page = await administration();
  const found = async (typed) => {
    await search(page).fill(typed);
    await page.getByRole('status').getByText(/符合 1 条/).waitFor();
    const [, act, who, what] = await cells(rows(page).first());
    return [await rows(page).first().getByRole('rowheader').innerText(), act, who, what];
  };
  assert.deepEqual(await found('line8 更改单位'), ['line8', '更改单位', '系统管理员 系统管理员', '新增：是']);
  assert.deepEqual(await found('desk-line8 新增人员'), ['desk-line8', '新增人员', '系统管理员 系统管理员', '角色：单位专岗、单位：八号线运营中心']);
  assert.deepEqual(await found('desk-line8 解锁账号'), ['desk-line8', '解锁账号', '安全管理员 安全管理员', '']);
  assert.deepEqual(await found('other.rules'), ['other.rules', '更改投诉类型', '中心主任 中心主任', '停用：是']);
  await search(page).fill('desk-line8 更改人员');
  await page.getByRole('status').getByText(/符合 2 条/).waitFor();
  assert.deepEqual(await Promise.all([0, 1].map(async (at) => (await cells(rows(page).nth(at)))[3])), ['角色：单位负责人、原角色：单位专岗', '停用：是']);
  assert.ok(!(await page.getByRole('main').innerText()).includes('赵八'), 'entries name no person by name');
  await accessible(page, 'trail of administration');
  await close(page);
});

test('what is done while the trail is open is there once it is loaded again, nothing twice', async () => {
  const page = await administration();
  await world.api('secadmin', 'POST', '/api/v1/users/desk-line6/unlock');
  await button(page, '重新载入').click();
  await search(page).fill('desk-line6 解锁账号');
  await page.getByRole('status').getByText(/符合 1 条/).waitFor();
  const shown = await page.getByRole('status').getByText(/已到最新，共 \d+ 条/).innerText();
  assert.equal(Number(shown.match(/共 ([\d,]+) 条/)[1].replace(',', '')), (await last('administration')).length, 'no entry twice');
  await close(page);
});

test('a year of acts is loaded page by page up to the newest, and scrolled without losing its order', async () => {
  const year = await World.start('lively');
  try {
    const page = await open(browser, year, 'auditor', 'audit');
    await page.getByRole('status').getByText('已载入 500 条').waitFor();
    await button(page, '载入更多').click();
    await page.getByRole('status').getByText('已载入 1,000 条').waitFor();
    await button(page, '载入到最新').click();
    await page.getByRole('status').getByText(/已到最新，共 [\d,]+ 条/).waitFor();
    assert.equal(await button(page, '载入更多').count(), 0);
    const room = page.getByRole('group', { name: '投诉操作' });
    await room.focus();
    await page.keyboard.press('End');
    await page.waitForFunction(() => { const room = document.querySelector('[role="tabpanel"] [role="group"]'); return room.scrollTop + room.clientHeight >= room.scrollHeight - 40 && room.scrollTop > 0; });
    const all = [];
    for (let cursor = ''; cursor !== null;) {
      const part = await year.api('auditor', 'GET', `/api/v1/audit?limit=1000${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      all.push(...part.items);
      cursor = part.next_cursor;
    }
    await page.getByRole('status').getByText(`已到最新，共 ${all.length.toLocaleString('zh-CN')} 条`).waitFor();
    const newest = page.locator(`[aria-rowindex="${Math.min(all.length, 5_000) + 1}"]`);
    await newest.getByText(`${all.at(-1).number} #${all.at(-1).seq}`).waitFor();
    await close(page);
  } finally {
    await year.end();
  }
});

test('the store is sound after all that; one altered entry of the trail, and verifying names it', async () => {
  await world.api('secadmin', 'POST', '/api/v1/users/desk-line5/unlock');
  const copy = mkdtempSync(join(tmpdir(), 'hearline-e2e-trail-'));
  try {
    await world.stop();
    cpSync(world.data, copy, { recursive: true });
    await world.serve();
    await run(['verify', '--data', copy]);
    const store = new DatabaseSync(join(copy, readdirSync(copy).find((name) => name.endsWith('.db') || name.endsWith('.sqlite'))));
    const changed = store.prepare("UPDATE document SET body = replace(body, 'desk-line5', 'desk-line4') WHERE kind = 'change' AND body LIKE '%desk-line5%'").run();
    store.close();
    assert.ok(changed.changes > 0, 'nothing was altered');
    await assert.rejects(run(['verify', '--data', copy]), /administration|管理/);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
