// A unit's ledger brought in by the director: looked at, matched column by column, tried, imported, and what is left corrected (R3.7).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { button, close, dialog, heading, path } from './support/administration.mjs';
import { Browser, accessible, picture } from './support/browser.mjs';
import { World } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const table = ['编号,受理日期,姓名,联系电话,备注,投诉内容', 'V1,2026-11-20 09:05,林某甲,13800138000,,扶梯停运半小时', 'V2,2026-11-20 10:20,林某乙,13900139000,,车厢空调不制冷', 'V3,1926-11-20 11:00,林某丙,,,安检排队过长'].join('\n');
const give = (page, name, content) => page.getByLabel('选择文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const outcome = (page, name) => page.getByRole('region', { name });

test('a table is matched, tried, imported; what is refused comes back as a file; its second import adds nothing', async () => {
  const page = await browser.page(world, 'director', path('imports'));
  await heading(page, '导入台账');
  await give(page, 'unit.csv', table);
  const matching = page.getByRole('region', { name: '列的对应' });
  await matching.waitFor();
  assert.equal(await matching.getByLabel('投诉内容').inputValue(), 'content', 'the headings say what they most likely are');
  assert.equal(await matching.getByLabel('备注').inputValue(), '');
  await page.getByText('还缺必需的字段：渠道').waitFor();
  assert.ok(await button(page, '试运行').isDisabled());
  await matching.getByLabel('受理渠道（表中没有这一列时）').selectOption('hotline');
  await button(page, '查看前 10 行').click();
  const preview = page.getByRole('region', { name: '前 3 行会这样读取' });
  await preview.getByRole('cell', { name: '扶梯停运半小时' }).waitFor();
  await preview.getByText('映射没有用到、没有读入的列：备注').waitFor();
  await accessible(page, 'a matched table');
  await button(page, '试运行').click();
  const tried = outcome(page, '试运行结果（尚未写入）');
  await tried.getByText(/早于 2000-01-01/).waitFor();
  assert.deepEqual(await tried.locator('dd').allInnerTexts(), ['2', '0', '0', '1']);
  await accessible(page, 'a dry run');
  await picture(page, 'imports');
  assert.equal((await world.api('director', 'GET', '/api/v1/complaints')).count, 0, 'nothing is written yet');
  await button(page, '导入').click();
  const question = dialog(page, '导入 2 行？');
  await button(question, '导入').click();
  const done = outcome(page, '导入结果');
  await done.waitFor();
  assert.deepEqual(await done.locator('dd').allInnerTexts(), ['2', '0', '0', '1']);
  assert.equal((await world.api('director', 'GET', '/api/v1/complaints')).count, 2);
  const [file] = await Promise.all([page.waitForEvent('download'), button(done, '下载未导入的行（CSV）').click()]);
  const left = await readFile(await file.path(), 'utf8');
  assert.match(left, /V3,1926-11-20 11:00,林某丙,,,安检排队过长,4,/);
  await give(page, 'corrected.csv', left.replace('1926', '2026'));
  await page.getByText('还缺必需的字段：渠道').waitFor();
  await matching.getByLabel('受理渠道（表中没有这一列时）').selectOption('hotline');
  await button(page, '查看前 10 行').click();
  await page.getByRole('region', { name: '前 1 行会这样读取' }).waitFor();
  await button(page, '试运行').click();
  await outcome(page, '试运行结果（尚未写入）').waitFor();
  assert.deepEqual(await outcome(page, '试运行结果（尚未写入）').locator('dd').allInnerTexts(), ['1', '0', '0', '0']);
  await close(page);
});

test('a file that is no table is told at the field; who may not import is not offered the page', async () => {
  const page = await browser.page(world, 'director', path('imports'));
  await heading(page, '导入台账');
  await give(page, 'letter.docx', 'PK');
  await page.getByText('请选择 .xlsx、.csv 或 .jsonl 文件').waitFor();
  await close(page);
  const desk = await browser.page(world, 'agent', '/staff/administration');
  await desk.getByRole('link', { name: /工作日历/ }).first().waitFor();
  assert.equal(await desk.getByRole('link', { name: /导入台账/ }).count(), 0);
  await close(desk);
});
