// The dashboard: each figure is the server's, is drawn and stands in a table, and opens exactly its complaints. The wall: wall.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, reflows } from './support/browser.mjs';
import { allTables, asTable, card, drawings, figures, from, openDashboard, openStages, settled, tells, tile, tileCount, year } from './support/dashboard.mjs';
import { close } from './support/frame.mjs';
import { counts } from './support/ledger.mjs';
import { World } from './support/world.mjs';

let lively, empty, browser;
before(async () => { [lively, empty, browser] = await Promise.all([World.start('lively'), World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await Promise.all([lively.end(), empty.end()]); });

const open = (...of) => openDashboard(browser, ...of);
/** The rows of a table: name and sum. */
const rows = (table) => table.locator('tbody tr').evaluateAll((list) => list.map((row) => [row.querySelector('th').textContent.trim(), Number(row.querySelector('td:last-child').textContent.replace(/\D/g, ''))]));
const sum = (list) => list.reduce((all, [, count]) => all + count, 0);

test('the tiles say what the server counts', async () => {
  const page = await open(lively, 'director');
  const [late, registered, feedback, now] = await Promise.all([lively.api('director', 'GET', '/api/v1/complaints?kind=complaint&overdue=true&limit=1'), figures(lively, 'director', `from=${from}&by=month`), figures(lively, 'director', `from=${from}&by=timely,satisfaction`), figures(lively, 'director', `stage=${openStages}&by=overdue`)]);
  const of = (answer, key, value) => answer.rows.filter((row) => row.key[key] === value).reduce((all, row) => all + row.count, 0);
  for (const [name, count] of [['登记', registered.total], ['在办', now.total], ['已超时', late.count],
    ['按时反馈', of(feedback, 'timely', 'timely')], ['超时反馈', of(feedback, 'timely', 'late')], ['不满意', of(feedback, 'satisfaction', 'dissatisfied')]])
    assert.equal(await tileCount(page, name), count, name);
  await close(page);
});

for (const name of ['登记', '在办', '已超时', '按时反馈', '不满意']) {
  test(`the figure “${name}” opens exactly its complaints`, async () => {
    const page = await open(lively, 'director');
    const count = await tileCount(page, name);
    assert.ok(count > 0, `the year has no ${name}`);
    await tile(page, name).getByRole('link').click();
    await page.waitForURL(/\/staff\/ledger/);
    await counts(page, count);
    await close(page);
  });
}

test('each drawing has its table, whose rows add up to what is counted', async () => {
  const page = await open(lively, 'director');
  const registered = (await figures(lively, 'director', `from=${from}&by=month`)).total;
  const now = (await figures(lively, 'director', `stage=${openStages}&by=stage`)).total;
  for (const [name, total] of [['受理量', registered], ['投诉原因', registered], ['受理渠道', registered], ['各环节在办', now], ['各单位在办', now], ['按时与超时', registered], ['满意度', registered]]) {
    const table = await asTable(page, name);
    assert.ok(await table.getByRole('columnheader').count() >= 2, name);
    assert.equal(sum(await rows(table)), total, name);
    assert.equal(Number((await table.locator('tfoot td').last().innerText()).replace(/\D/g, '')), total, `the sum of ${name}`);
  }
  await close(page);
});

test('all drawings turn into tables at once, and back', async () => {
  const page = await open(lively, 'director');
  await allTables(page);
  for (const name of drawings) await card(page, name).getByRole('table').waitFor();
  await accessible(page, 'the tables of the dashboard');
  await page.getByRole('button', { name: '全部看图形' }).click();
  for (const name of drawings) await card(page, name).getByRole('table').waitFor({ state: 'hidden' });
  for (const name of drawings.slice(0, -1)) await card(page, name).getByRole('img').first().waitFor();
  await close(page);
});

for (const [name, pick] of [['受理渠道', '热线'], ['各环节在办', null], ['投诉类型', null], ['线路与车站', '1号线']]) {
  test(`a row of “${name}” opens exactly its complaints`, async () => {
    const page = await open(lively, 'director');
    const table = await asTable(page, name);
    const row = pick ? table.getByRole('row').filter({ hasText: pick }).first() : table.getByRole('row').filter({ has: page.getByRole('link') }).first();
    const link = row.getByRole('link').last();
    const count = Number((await link.innerText()).replace(/\D/g, ''));
    await link.click();
    await page.waitForURL(/\/staff\/ledger/);
    await counts(page, count);
    await close(page);
  });
}

test('a station of the map opens its complaints', async () => {
  const page = await open(lively, 'director');
  const station = card(page, '线路与车站').getByRole('link', { name: /号线 .+，\d+ 件$/ }).first();
  const count = Number((await station.getAttribute('aria-label')).match(/(\d+) 件$/)[1]);
  await station.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/station=/);
  await counts(page, count);
  await close(page);
});

test('the period stands in the address, survives a reload, and the way back', async () => {
  const page = await open(lively, 'director', '');
  await page.getByRole('radio', { name: '本年' }).check({ force: true });
  await page.waitForURL(/period=year/);
  await page.reload();
  assert.equal(await page.getByRole('radio', { name: '本年' }).isChecked(), true);
  await tile(page, '登记').getByRole('link').click();
  await page.waitForURL(/\/staff\/ledger/);
  await page.goBack();
  assert.equal(await page.getByRole('radio', { name: '本年' }).isChecked(), true);
  await close(page);
});

test('free days are chosen, and the figures are of those days', async () => {
  const page = await open(lively, 'director', '');
  await page.getByRole('radio', { name: '自选' }).check({ force: true });
  await page.getByLabel('开始日期').fill(from);
  await page.waitForURL(new RegExp(`from=${from}`));
  await settled(page);
  const { total } = await figures(lively, 'director', `from=${from}&by=month`);
  await tells(page, '登记', total);
  await close(page);
});

test('unit and line narrow every figure, and are cleared again', async () => {
  const page = await open(lively, 'director');
  await page.getByRole('combobox', { name: '线路' }).selectOption({ label: '1号线' });
  await page.waitForURL(/line=1/);
  const ofLine = (await figures(lively, 'director', `from=${from}&line=1&by=month`)).total;
  await tells(page, '登记', ofLine);
  await page.getByRole('combobox', { name: '主办单位' }).fill('一号线运营');
  await page.getByRole('option').first().click();
  await page.waitForURL(/unit=line1/);
  const ofBoth = (await figures(lively, 'director', `from=${from}&line=1&unit=line1&by=month`)).total;
  assert.ok(ofBoth < ofLine);
  await tells(page, '登记', ofBoth);
  await page.getByRole('button', { name: '清除选择' }).click();
  await page.waitForURL((url) => !/line=|unit=/.test(url.search));
  await close(page);
});

test('the overdue list has the most urgent first and leads to it', async () => {
  const page = await open(lively, 'director');
  const { items } = await lively.api('director', 'GET', '/api/v1/complaints?kind=complaint&overdue=true&sort=due&limit=1');
  const first = card(page, '超时清单').getByRole('listitem').first();
  assert.equal((await first.getByRole('link').innerText()).trim(), items[0].number);
  await first.getByRole('link').click();
  await page.waitForURL(new RegExp(items[0].number));
  await close(page);
});

test('what is registered elsewhere is counted without a reload', async () => {
  const page = await open(empty, 'director', '');
  const before = await tileCount(page, '登记');
  await empty.register();
  await tells(page, '登记', before + 1);
  await close(page);
});

test('a leader reads the figures, which open nothing', async () => {
  const page = await open(lively, 'leader');
  await tile(page, '登记').waitFor();
  assert.equal(await page.getByRole('main').getByRole('link', { name: /件/ }).count(), 0);
  assert.equal(await tile(page, '登记').getByRole('link').count(), 0);
  assert.equal(await card(page, '超时清单').count(), 0);
  await accessible(page);
  await close(page);
});

test('a unit sees its own figures', async () => {
  const page = await open(lively, 'desk-line1');
  const { total } = await figures(lively, 'desk-line1', `from=${from}&by=month`);
  assert.ok(total < (await figures(lively, 'director', `from=${from}&by=month`)).total);
  await tells(page, '登记', total);
  await close(page);
});

test('a period without complaints says so, and what to do', async () => {
  const page = await open(empty, 'director', '?period=free&from=2020-01-01&to=2020-01-02');
  await page.getByText('换一个时段，或清除单位和线路。').waitFor();
  await page.getByText('这个时段没有登记投诉').first().waitFor();
  await accessible(page, 'an empty dashboard');
  await close(page);
});

test('figures that do not come say so and are asked for again', async () => {
  const page = await browser.page(lively, 'director');
  await page.route(/statistics\?.*by=cause/, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'x', status: 500 }) }));
  await page.goto(`/staff/dashboard${year}`);
  await card(page, '投诉原因').getByRole('alert').waitFor();
  await page.unroute(/statistics\?.*by=cause/);
  await card(page, '投诉原因').getByRole('button', { name: '重试' }).click();
  await card(page, '投诉原因').getByRole('img').waitFor();
  await close(page);
});

test('on paper every drawing has its table', async () => {
  const page = await open(lively, 'director');
  await page.emulateMedia({ media: 'print' });
  for (const name of drawings.slice(0, -1)) await card(page, name).getByRole('table').waitFor();
  await page.getByText(/打印时间/).waitFor();
  assert.equal(await page.getByRole('button', { name: '打印' }).count(), 0);
  await close(page);
});

for (const [language, theme, title] of [['en', 'dark', 'Dashboard'], ['zh-TW', 'light', '看板']]) {
  test(`the dashboard speaks ${language}, ${theme}, and fits 320 px`, async () => {
    const page = await open(lively, 'director', year, { language, theme });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await accessible(page);
    assert.doesNotMatch(await page.getByRole('main').innerText(), /\b(dashboard|figures|common)\.\w+/);
    await page.setViewportSize({ width: 320, height: 700 });
    await reflows(page);
    await close(page);
  });
}
