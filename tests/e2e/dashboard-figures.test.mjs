// Every number of the dashboard: row by row what the server counts, and behind each link as many complaints as it says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from './support/browser.mjs';
import { allTables, asTable, behind, card, drawings, figures, from, localDay, openDashboard, openStages, settled, tells, tileCount } from './support/dashboard.mjs';
import { close } from './support/frame.mjs';
import { counts } from './support/ledger.mjs';
import { World } from './support/world.mjs';

let lively, empty, browser;
before(async () => { [lively, empty, browser] = await Promise.all([World.start('lively'), World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await Promise.all([lively.end(), empty.end()]); });

const open = (...of) => openDashboard(browser, ...of);
const digits = (text) => Number(text.match(/[\d,]+/)[0].replaceAll(',', ''));
/** The numbers of a table that lead to the ledger: where they stand, what they say, what they filter by (`type_only` is a type). */
const numbersOf = async (table, part = 'tbody tr') => (await table.locator(part).evaluateAll((rows) => rows.flatMap((row) => [...row.querySelectorAll('a')].map((link) => ({ row: row.querySelector('th').textContent.trim(), count: link.textContent, href: link.getAttribute('href') })))))
  .map((one) => ({ ...one, count: digits(one.count), by: Object.fromEntries([...new URLSearchParams(one.href.slice(one.href.indexOf('?')))].map(([filter, value]) => [filter.replace(/_only$/, ''), value])) }));
/** Sums of the server by some dimensions, under the names that a link has: `{ 'stage=review&overdue=true': 3 }`. */
async function sums(query, by) {
  const { rows } = await figures(lively, 'director', `${query}&by=${by.join(',')}`);
  const said = { yes: 'true', no: 'false' };
  return new Map(rows.map(({ key, count }) => [by.map((name) => `${name}=${said[key[name]] ?? key[name]}`).join('&'), count]));
}

const ofYear = `from=${from}&to=${localDay()}`, ofNow = `stage=${openStages}`;
const tables = [
  // Name, what is counted, and by what each of its numbers filters; rows of the first kind must all be there.
  ['投诉类型', ofYear, [['type1'], ['type']]], ['投诉原因', ofYear, [['cause']]], ['受理渠道', ofYear, [['channel']]],
  ['各环节在办', ofNow, [['stage'], ['stage', 'overdue']]], ['各单位在办', ofNow, [['unit'], ['unit', 'overdue']]],
  ['按时与超时', ofYear, [['timely']]], ['满意度', ofYear, [['satisfaction']]], ['线路与车站', ofYear, [['line'], ['line', 'station']]],
];
for (const [name, query, kinds] of tables) {
  test(`each number in the table of “${name}” is the server’s`, async () => {
    const page = await open(lively, 'director');
    const numbers = await numbersOf(await asTable(page, name));
    const expected = new Map((await Promise.all(kinds.map((by) => sums(query, by)))).flatMap((one) => [...one]));
    const own = new Set(kinds.flat());
    const shown = new Map();
    for (const { row, count, by } of numbers) {
      const key = Object.entries(by).filter(([dimension, code]) => own.has(dimension) && !code.includes(',')).map(([dimension, code]) => `${dimension}=${code}`);
      const named = kinds.flatMap((kind) => (kind.length === key.length ? [kind.map((dimension) => key.find((part) => part.startsWith(`${dimension}=`))).join('&')] : [])).find((one) => expected.has(one));
      assert.ok(named, `${name}, ${row}: the server knows no ${key.join('&')}`);
      assert.equal(count, expected.get(named), `${name}, ${row}`);
      shown.set(named, count);
    }
    for (const [key, count] of await sums(query, kinds[0])) if (count > 0) assert.ok(shown.has(key), `${name} leaves out ${key}`);
    await close(page);
  });
}

test('the rows bear the names of types, causes, units and lines', async () => {
  const page = await open(lively, 'director');
  await allTables(page);
  const flat = (items) => items.flatMap((one) => [one, ...flat(one.children ?? [])]);
  const of = async (path) => new Map(flat((await lively.api('director', 'GET', path)).items).map(({ code, name }) => [code, name]));
  for (const [name, path, dimensions] of [['投诉类型', '/api/v1/types', ['type1', 'type']], ['投诉原因', '/api/v1/causes', ['cause']], ['各单位在办', '/api/v1/units', ['unit']], ['线路与车站', '/api/v1/places', ['line']]]) {
    const names = await of(path);
    const numbers = (await numbersOf(card(page, name).getByRole('table'))).filter(({ by }) => !by.station);
    assert.ok(numbers.length > 0, name);
    for (const { row, by } of numbers) {
      const code = dimensions.map((one) => by[one]).find(Boolean);
      if (code !== 'null') assert.equal(row, names.get(code), `${name}, ${code}`);
    }
  }
  await close(page);
});

test('behind each number of the page are as many complaints as it says', async () => {
  const page = await open(lively, 'director');
  await allTables(page);
  const all = (await Promise.all([...drawings.map((name) => numbersOf(card(page, name).getByRole('table'), 'tr'))])).flat();
  assert.ok(all.length > 150, `${all.length} numbers`);
  for (const { row, count, href } of all) {
    assert.ok(href.startsWith('/staff/ledger?'), href);
    assert.equal(await behind(lively, 'director', href), count, `${row}: ${href}`);
  }
  await close(page);
});

for (const [name, column, by] of [['受理量', 0, /from=/], ['投诉原因', 0, /cause(_only)?=null/], ['各环节在办', 1, /overdue=true/], ['各单位在办', 0, /unit=.*overdue=false|overdue=false.*unit=/], ['按时与超时', 0, /timely=/], ['满意度', 0, /satisfaction=null/]]) {
  test(`a number of “${name}” (${by.source}) opens the ledger, which counts as many`, async () => {
    const page = await open(lively, 'director');
    const links = (await asTable(page, name)).locator(`tbody td:nth-of-type(${column + 1})`).getByRole('link');
    const all = await links.evaluateAll((list) => list.map((link) => link.getAttribute('href')));
    const link = links.nth(all.findIndex((href) => by.test(href)));
    const count = digits(await link.innerText());
    await link.click();
    await page.waitForURL((url) => url.pathname === '/staff/ledger' && by.test(url.search));
    await counts(page, count);
    await close(page);
  });
}

for (const [grain, button, code] of [['day', '按日', ({ from: first }) => first], ['week', '按周', null], ['month', '按月', ({ from: first }) => first.slice(0, 7)]]) {
  test(`the volume by ${grain} has all of its parts, those without a complaint too`, async () => {
    const [first, last] = [localDay(-40), localDay()];
    const page = await open(lively, 'director', `?period=free&from=${first}&to=${last}`);
    await page.getByRole('group', { name: '受理量分段' }).getByRole('button', { name: button }).click();
    await page.waitForURL(new RegExp(`grain=${grain}`));
    await settled(page);
    const table = await asTable(page, '受理量');
    const { rows, total } = await figures(lively, 'director', `from=${first}&to=${last}&by=${grain}`);
    const numbers = await numbersOf(table);
    assert.deepEqual(numbers.map(({ count }) => count), rows.filter(({ count }) => count > 0).sort((a, b) => (a.key[grain] < b.key[grain] ? -1 : 1)).map(({ count }) => count));
    if (code) assert.deepEqual(numbers.map(({ by }) => code(by)), rows.map(({ key }) => key[grain]).sort());
    if (grain === 'day') assert.equal(await table.locator('tbody tr').count(), 41);
    assert.equal(digits(await table.locator('tfoot td').innerText()), total);
    await close(page);
  });
}

test('unit and line narrow every number of every table, and the overdue list', async () => {
  const where = 'line=1&unit=line1';
  const page = await open(lively, 'director', `?period=year&${where}`);
  await allTables(page);
  for (const name of drawings) {
    const query = name.includes('在办') ? ofNow : ofYear;
    const { total } = await figures(lively, 'director', `${query}&${where}&by=stage`);
    const table = card(page, name).getByRole('table');
    if (total === 0) { assert.equal(await table.count(), 0, name); continue; }
    assert.equal(digits(await table.locator('tfoot td').last().innerText()), total, name);
    for (const { href, by } of await numbersOf(table, 'tr')) assert.deepEqual([by.line, by.unit], ['1', 'line1'], `${name}: ${href}`);
  }
  const late = await lively.api('director', 'GET', `/api/v1/complaints?kind=complaint&overdue=true&sort=due&limit=10&${where}`);
  assert.equal(await tileCount(page, '已超时'), late.count);
  assert.deepEqual(await card(page, '超时清单').getByRole('listitem').getByRole('link').allTextContents(), late.items.map(({ number }) => number));
  await close(page);
});

for (const [name, kind] of [['受理渠道', 'channel'], ['投诉原因', 'cause'], ['按时与超时', 'timely'], ['受理量', 'from']]) {
  test(`a click on the drawing of “${name}” opens the complaints of what was clicked`, async () => {
    const page = await open(lively, 'director');
    await clickDrawing(page, name);
    await page.waitForURL((url) => url.pathname === '/staff/ledger' && (url.searchParams.has(kind) || url.searchParams.has(`${kind}_only`)));
    const count = await behind(lively, 'director', page.url());
    assert.ok(count > 0);
    await counts(page, count);
    await close(page);
  });
}
/** Goes over the drawing until the pointer says that there is something to click. */
async function clickDrawing(page, name) {
  const drawing = card(page, name).getByRole('img');
  const canvas = drawing.locator('canvas');
  await canvas.waitFor();
  await drawing.scrollIntoViewIfNeeded();
  const box = await drawing.boundingBox();
  for (let down = 0.04; down < 1; down += 0.04) for (let right = 0.05; right < 1; right += 0.06) {
    const [x, y] = [box.x + box.width * right, box.y + box.height * down];
    await page.mouse.move(x, y);
    if (await canvas.evaluate((element) => element.parentElement.style.cursor === 'pointer')) return page.mouse.click(x, y);
  }
  throw new Error(`nothing to click on ${name}`);
}

test('who does not see a drawing is told its figures', async () => {
  const page = await open(lively, 'director');
  for (const name of ['受理渠道', '满意度', '各环节在办']) {
    const told = await card(page, name).getByRole('img').getAttribute('aria-label');
    assert.ok(told.startsWith(`${name}：`), told);
    const table = await asTable(page, name);
    const heads = await table.getByRole('columnheader').allInnerTexts();
    const rows = await table.locator('tbody tr').evaluateAll((list) => list.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
    // One number for each row; of stacked drawings one for each part.
    for (const [row, ...cells] of rows) {
      const said = cells.length === 1 ? `${row} ${cells[0]}` : `${row} ${cells.slice(0, -1).map((cell, index) => `${heads[index + 1]} ${cell}`).join(' ')}`;
      assert.ok(told.includes(said.replaceAll(',', '')), `“${said}” is not in “${told}”`);
    }
  }
  await close(page);
});

test('stations are coloured by their complaints: the same number the same colour, more another one', async () => {
  const page = await open(lively, 'director');
  const stations = await card(page, '线路与车站').evaluate((map) => [...map.querySelectorAll('svg [aria-label]')].flatMap((one) => {
    const count = one.getAttribute('aria-label').match(/，(\d+) 件$/);
    const dot = [...one.querySelectorAll('circle')].at(-1);
    return count && dot ? [{ count: Number(count[1]), colour: `${getComputedStyle(dot).fill} ${getComputedStyle(dot).fillOpacity}` }] : [];
  }));
  const colours = new Map();
  for (const { count, colour } of stations) {
    assert.equal(colours.get(count) ?? colour, colour, `stations with ${count}`);
    colours.set(count, colour);
  }
  const most = Math.max(...colours.keys());
  assert.ok(most >= 4, 'the year has stations with many');
  assert.equal(new Set([0, 1, most].map((count) => colours.get(count))).size, 3);
  await card(page, '线路与车站').getByText(new RegExp(`至 ${most} 件`)).waitFor();
  await close(page);
});

test('a consultation is no complaint: the figures leave it out', async () => {
  const page = await open(empty, 'director', '');
  const before = await tileCount(page, '登记');
  await empty.register({ kind: 'consultation' });
  await empty.register();
  await tells(page, '登记', before + 1);
  await close(page);
});
