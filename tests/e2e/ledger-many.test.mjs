import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Browser, accessible, picture, reflows } from './support/browser.mjs';
import { counts, dialog, grid, ledger, listed, numbers, openLedger, ready, row } from './support/ledger.mjs';
import { World, bringTo } from './support/world.mjs';

let lively, browser;
before(async () => { [lively, browser] = await Promise.all([World.start('lively'), Browser.start()]); });
after(async () => { await browser.end(); await lively.end(); });

const open = (world, user, query, options) => openLedger(browser, world, user, query, options);
/** Registers so many, of one text. */
const many = (world, count, text) => Promise.all(Array.from({ length: count }, (_, index) => world.register({ content: `${text}，第${index + 1}件。` })));
const choose = async (page, list) => { for (const { number } of list) await page.getByRole('checkbox', { name: `选择 ${number}` }).click(); };

test('many are dispatched at once; one that somebody else changed does not stop the others', async () => {
  const list = await many(lively, 4, '批量转办专用：闸机反应慢');
  // This page is told nothing of what others do: its rows are of the past.
  const page = await browser.page(lively, 'agent');
  await page.route('**/api/v1/live*', (route) => route.abort());
  await page.goto(`${ledger}?stage=dispatch&q=${encodeURIComponent('批量转办专用')}`);
  await counts(page, 4);
  await choose(page, list);
  await page.getByRole('button', { name: '转办', exact: true }).click();
  await dialog(page).getByText('可办理 4 件').waitFor();
  await dialog(page).getByRole('button', { name: '转办 4 件' }).click();
  await dialog(page).getByText('请填写此项').waitFor();
  await dialog(page).getByRole('combobox', { name: '主办单位' }).fill('一号线');
  await dialog(page).getByRole('option', { name: /一号线/ }).first().click();
  await lively.act(list[1].number, 'agent2', 'note', { text: '已电话核实' });
  await accessible(page, 'the batch dialog');
  await picture(page, 'ledger-batch');
  await dialog(page).getByRole('button', { name: '转办 4 件' }).click();
  await dialog(page).getByText('成功 3 件').waitFor();
  await dialog(page).getByText('未成功 1 件').waitFor();
  await dialog(page).getByRole('listitem').filter({ hasText: list[1].number }).getByText('已被他人更新').waitFor();
  assert.deepEqual(await Promise.all(list.map(async ({ number }) => (await lively.complaint(number)).stage)), ['opinion', 'dispatch', 'opinion', 'opinion']);
  await picture(page, 'ledger-batch-result');
  await dialog(page).getByRole('button', { name: '重试未成功的 1 件' }).click();
  await dialog(page).getByText('成功 4 件').waitFor();
  await dialog(page).getByRole('button', { name: '完成', exact: true }).click();
  assert.equal((await lively.complaint(list[1].number)).stage, 'opinion');
  await page.getByText(/^已选/).waitFor({ state: 'detached' });
  await row(page, list[0].number).getByText('待提意见').waitFor();
  await page.context().close();
});

test('the preview names those that cannot have the act, and why', async () => {
  const [waiting] = await many(lively, 1, '预览专用');
  const reviewed = await bringTo(lively, 'review', { content: '预览专用：已有意见的一件' });
  const page = await open(lively, 'agent', `?q=${encodeURIComponent('预览专用')}`);
  await choose(page, [waiting, reviewed]);
  await page.getByRole('button', { name: '批量办理' }).click();
  await dialog(page).getByLabel('选择操作').selectOption({ label: '转办（1 件可办）' });
  await dialog(page).getByText('不能办理 1 件').waitFor();
  await dialog(page).getByRole('listitem').filter({ hasText: reviewed.number }).getByText('当前环节为“待审核”，不能转办').waitFor();
  await page.keyboard.press('Escape');
  await page.context().close();
});

test('the grade of many is changed', async () => {
  const list = await many(lively, 3, '批量定级专用');
  const page = await open(lively, 'agent', `?q=${encodeURIComponent('批量定级专用')}`);
  await choose(page, list);
  await page.getByRole('button', { name: '定级', exact: true }).click();
  await dialog(page).getByLabel('级别').selectOption('紧急');
  await dialog(page).getByLabel('理由').fill('同一设备多次故障');
  await dialog(page).getByRole('button', { name: '定级 3 件' }).click();
  await dialog(page).getByText('成功 3 件').waitFor();
  await dialog(page).getByRole('button', { name: '完成', exact: true }).click();
  for (const { number } of list) await row(page, number).getByText('紧急').waitFor();
  await page.context().close();
});

test('all that match are chosen, and how many is said', async () => {
  const { count } = await listed(lively, 'agent', 'stage=closed');
  const page = await open(lively, 'agent', '?stage=closed');
  await ready(page);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('button', { name: /^选择全部符合的/ }).click();
  await page.getByText(`已选 ${count} 件`, { exact: true }).waitFor();
  await page.getByRole('button', { name: '取消选择' }).click();
  await page.getByText(/^已选 \d/).waitFor({ state: 'detached' });
  await page.context().close();
});

test('the export holds exactly what is shown', async () => {
  const page = await open(lively, 'agent', '?stage=closed&channel=hotline');
  await ready(page);
  const shown = [];
  let cursor = '';
  do {
    const part = await listed(lively, 'agent', `stage=closed&channel=hotline${cursor && `&cursor=${cursor}`}`);
    shown.push(...part.items.map((item) => item.number));
    cursor = part.next_cursor;
  } while (cursor);
  await page.getByRole('button', { name: '导出' }).click();
  await dialog(page).getByLabel('文件格式').selectOption('csv');
  const [file] = await Promise.all([page.waitForEvent('download'), dialog(page).getByRole('button', { name: '导出', exact: true }).click()]);
  const text = (await readFile(await file.path(), 'utf8')).replace(/^\uFEFF/, '');
  assert.deepEqual(text.split('\n').map((line) => line.match(/^"?(TS\d{12,})/)?.[1]).filter(Boolean), shown, 'the same complaints in the same order');
  const head = text.slice(0, text.search(/[\r\n]/)).split(',');
  assert.equal(head.length, await grid(page).getByRole('columnheader').count() - 1, 'the columns shown and no others');
  assert.match(head[0], /编号/);
  assert.doesNotMatch(text, /1\d{10}/);
  await page.context().close();
});

test('the chosen ones alone are exported', async () => {
  const { items } = await listed(lively, 'agent', 'stage=closed');
  const page = await open(lively, 'agent', '?stage=closed');
  await choose(page, items.slice(0, 3));
  await page.getByRole('region', { name: '批量办理' }).getByRole('button', { name: '导出' }).click();
  await dialog(page).getByLabel('文件格式').selectOption('jsonl');
  const [file] = await Promise.all([page.waitForEvent('download'), dialog(page).getByRole('button', { name: '导出', exact: true }).click()]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map((line) => line.number).sort(), items.slice(0, 3).map((item) => item.number).sort());
  await page.context().close();
});

test('what others do changes the row in its place; new ones are announced and do not move the list', async () => {
  const [mine] = await many(lively, 1, '实时更新专用');
  const page = await open(lively, 'agent', `?q=${encodeURIComponent('实时更新专用')}`);
  await row(page, mine.number).getByText('待转办').waitFor();
  await lively.act(mine.number, 'agent2', 'dispatch', { units: [{ unit: 'line1', lead: true }] });
  await row(page, mine.number).getByText('待提意见').waitFor();
  const [next] = await many(lively, 1, '实时更新专用：又一件');
  const news = page.getByRole('button', { name: '有 1 件新投诉，点击显示' });
  await news.waitFor();
  assert.deepEqual(await numbers(page), [mine.number]);
  await news.click();
  await row(page, next.number).waitFor();
  await page.context().close();
});

test('an empty list shows what comes in by itself', async () => {
  const page = await open(lively, 'agent', `?q=${encodeURIComponent('空列表专用')}`);
  await page.getByText(/没有找到含“空列表专用”的投诉/).waitFor();
  const [first] = await many(lively, 1, '空列表专用');
  await row(page, first.number).waitFor();
  assert.equal(await page.getByRole('button', { name: /件新投诉/ }).count(), 0);
  await page.context().close();
});

test('what no longer belongs to the list stays in its place until one takes it away', async () => {
  const [mine, other] = await many(lively, 2, '移去专用');
  const page = await open(lively, 'agent', `?stage=dispatch&q=${encodeURIComponent('移去专用')}`);
  await row(page, mine.number).waitFor();
  await lively.act(mine.number, 'agent2', 'dispatch', { units: [{ unit: 'line1', lead: true }] });
  await row(page, mine.number).getByText('待提意见').waitFor();
  await page.getByRole('button', { name: '有 1 件已不符合条件，点击移去' }).click();
  await row(page, mine.number).waitFor({ state: 'detached' });
  await row(page, other.number).waitFor();
  await page.context().close();
});

test('the paper has a head and every complaint that is shown', async () => {
  const { count } = await listed(lively, 'agent', 'stage=closed&severity=serious,urgent');
  const page = await browser.page(lively, 'agent');
  await page.addInitScript(() => { window.print = () => { window.__printed = document.querySelectorAll('table tbody tr').length; }; });
  await page.goto(`${ledger}?stage=closed&severity=serious,urgent`);
  await counts(page, count);
  await page.getByRole('button', { name: '打印' }).click();
  await page.waitForFunction(() => window.__printed !== undefined);
  assert.equal(await page.evaluate(() => window.__printed), count);
  await page.emulateMedia({ media: 'print' });
  await page.getByText('环节：已办结；级别：重大、紧急').waitFor();
  await picture(page, 'ledger-print');
  await page.context().close();
});

test('hostile texts stand as text and break nothing', async () => {
  const texts = ['<img src=x onerror="window.__hit=1">脚本', '{{ constructor.constructor("window.__hit=1")() }}', `${'长'.repeat(10_000)}`, '\u202eevil\u202c 右到左', 'W'.repeat(3000)];
  for (const content of texts) await lively.register({ content, complainant: { name: '<b>张</b>' } });
  const page = await open(lively, 'agent');
  await row(page, '<img src=x').waitFor();
  assert.equal(await page.evaluate(() => window.__hit), undefined);
  const heights = await page.getByRole('row').evaluateAll((rows) => new Set(rows.slice(1).map((one) => one.clientHeight)).size);
  assert.equal(heights, 1, 'every row has the same height');
  await reflows(page);
  await page.context().close();
});

test('what the complainants of many will read is shown once more before it goes out', async () => {
  const list = await many(lively, 2, '批量公布专用');
  const page = await open(lively, 'director', `?q=${encodeURIComponent('批量公布专用')}`);
  await choose(page, list);
  await page.getByRole('button', { name: '批量办理', exact: true }).click();
  await dialog(page).getByRole('combobox').first().selectOption('publish_progress');
  await dialog(page).getByRole('textbox').fill('备件已到货，今晚更换。');
  await dialog(page).getByRole('button', { name: '公布进展 2 件' }).click();
  const asked = page.getByRole('dialog', { name: '2 位投诉人将看到以下内容' });
  await asked.getByText('备件已到货，今晚更换。').waitFor();
  assert.ok((await Promise.all(list.map(({ number }) => lively.complaint(number)))).every(({ version }) => version === 1), 'nothing is sent before the answer');
  await asked.getByRole('button', { name: '公布进展', exact: true }).click();
  await dialog(page).getByText('成功 2 件').waitFor();
  await page.context().close();
});
