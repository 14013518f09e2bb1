// The dashboard in use: periods, who may open it, the keyboard alone, what fails or is slow, paper, languages. Its figures: dashboard-figures.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible } from './support/browser.mjs';
import { allTables, card, drawings, figures, from, localDay, openDashboard, settled, tells, tile, tileCount } from './support/dashboard.mjs';
import { close, heading } from './support/frame.mjs';
import { counts } from './support/ledger.mjs';
import { openWall } from './support/wall.mjs';
import { World } from './support/world.mjs';

let lively, empty, browser;
before(async () => { [lively, empty, browser] = await Promise.all([World.start('lively'), World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await Promise.all([lively.end(), empty.end()]); });

const open = (...of) => openDashboard(browser, ...of);
const period = (page, name) => page.getByRole('radio', { name, exact: true });
const choose = (page, name) => page.getByRole('group', { name: '统计时段' }).getByText(name, { exact: true }).click();
const quarter = `${localDay().slice(0, 5)}${String(Math.floor((Number(localDay().slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;

for (const [name, code, first] of [['今天', 'today', localDay()], ['近 7 天', 'week', localDay(-6)], ['本季度', 'quarter', quarter], ['本年', 'year', from]]) {
  test(`“${name}” stands in the address, counts from ${first} on, survives a reload`, async () => {
    const page = await open(lively, 'director', '');
    await choose(page, name);
    await page.waitForURL((url) => url.searchParams.get('period') === code);
    const { total } = await figures(lively, 'director', `from=${first}&to=${localDay()}&by=day`);
    await tells(page, '登记', total);
    await page.reload();
    await settled(page);
    assert.ok(await period(page, name).isChecked());
    assert.equal(await tileCount(page, '登记'), total);
    await close(page);
  });
}

test('this month is meant when the address says nothing, or nonsense', async () => {
  const { total } = await figures(lively, 'director', `from=${localDay().slice(0, 8)}01&to=${localDay()}&by=day`);
  for (const query of ['', '?period=forever&from=2026-99-99&grain=hour&unit=%3Cb%3E&line=%22%27']) {
    const page = await open(lively, 'director', query);
    assert.ok(await period(page, '本月').isChecked());
    assert.equal(await tileCount(page, '登记'), total);
    assert.equal(await page.getByRole('alert').count(), 0);
    await close(page);
  }
});

test('free days stand in the address, survive a reload and the way back from the ledger', async () => {
  const [first, last] = [localDay(-200), localDay(-100)];
  const page = await open(lively, 'director', '');
  await choose(page, '自选');
  await page.getByLabel('结束日期').fill(last);
  await page.getByLabel('开始日期').fill(first);
  await page.waitForURL((url) => url.searchParams.get('from') === first && url.searchParams.get('to') === last);
  const { total } = await figures(lively, 'director', `from=${first}&to=${last}&by=month`);
  await tells(page, '登记', total);
  await page.reload();
  await settled(page);
  await tile(page, '登记').getByRole('link').click();
  await counts(page, total);
  await page.goBack();
  await tells(page, '登记', total);
  assert.deepEqual([await page.getByLabel('开始日期').inputValue(), await page.getByLabel('结束日期').inputValue()], [first, last]);
  await close(page);
});

for (const user of ['agent', 'director', 'desk-line1', 'head-line1', 'leader']) {
  test(`${user} opens dashboard and wall from the navigation`, async () => {
    const page = await browser.page(lively, user, '/staff/');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '看板', exact: true }).click();
    await heading(page, '看板');
    await page.getByRole('link', { name: '打开大屏' }).click();
    await page.waitForURL('**/staff/wall');
    await heading(page, /投诉态势/);
    await close(page);
  });
}
for (const user of ['auditor', 'sysadmin', 'secadmin']) {
  test(`${user} may open neither dashboard nor wall`, async () => {
    for (const path of ['/staff/dashboard', '/staff/wall']) {
      const page = await browser.page(lively, user, path);
      await heading(page, '没有权限打开此页');
      assert.equal(await page.getByRole('link', { name: /^看板$|^大屏$/ }).count(), 0);
      await close(page);
    }
    await assert.rejects(figures(lively, user, 'by=stage'), / 403 /);
  });
}

test('for a leader no complaint is even asked for, and the server would refuse', async () => {
  const page = await browser.page(lively, 'leader');
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/staff/dashboard?period=year');
  await settled(page);
  await allTables(page);
  await page.getByRole('link', { name: '打开大屏' }).click();
  await page.getByRole('region', { name: '各单位超时与在办' }).getByText(/其中超时/).first().waitFor();
  assert.ok(asked.includes('/api/v1/statistics'));
  assert.deepEqual(asked.filter((path) => path.startsWith('/api/v1/complaints')), []);
  await assert.rejects(lively.api('leader', 'GET', '/api/v1/complaints'), / 403 /);
  await close(page);
});

test('on paper a drawing has its last month, finished and whole', async () => {
  const page = await browser.page(lively, 'director', '/staff/dashboard?period=year&grain=month', { reducedMotion: 'no-preference' });
  await settled(page);
  const canvas = card(page, '受理量').locator('canvas').first();
  await canvas.waitFor();
  const drawn = await canvas.evaluate((element) => {
    window.dispatchEvent(new Event('beforeprint'));
    const { width, height } = element;
    const { data } = element.getContext('2d').getImageData(0, 0, width, height);
    // Bars are blue: the columns of pixels that hold any, and the lowest row that is written on.
    const blue = new Set();
    let lowest = 0;
    for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) {
      const [r, g, b, a] = data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4);
      if (a > 200 && b - r > 60) blue.add(x);
      if (a > 200 && r + g + b < 300) lowest = Math.max(lowest, y);
    }
    const bars = [...blue].filter((x) => !blue.has(x - 1)).length;
    return { width: element.clientWidth, bars, lowest: lowest / height };
  });
  assert.ok(drawn.width <= 703, `${drawn.width} px on a paper of 703`);
  const { rows } = await figures(lively, 'director', `from=${from}&to=${localDay()}&by=month`);
  assert.equal(drawn.bars, rows.length, 'one bar a month that has complaints');
  assert.ok(drawn.lowest > 0.9, `the months are written at ${drawn.lowest}`);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await close(page);
});

/** Goes on by Tab until this has the focus. */
async function tabTo(page, target) {
  for (let i = 0; i < 80; i += 1) {
    if (await target.count() > 0 && await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached by Tab`);
}
test('period, unit, line, a table and the complaints behind a number are reached by keyboard alone', async () => {
  const page = await open(lively, 'director', '');
  await page.evaluate(() => document.activeElement?.blur());
  await tabTo(page, period(page, '本月'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/period=year/);
  await tabTo(page, page.getByRole('combobox', { name: '主办单位' }));
  await page.keyboard.type('一号线运营');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/unit=line1/);
  await tabTo(page, page.getByRole('combobox', { name: '线路' }));
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/line=1/);
  await settled(page);
  await tabTo(page, page.getByRole('button', { name: '受理渠道：看表格' }));
  await page.keyboard.press('Space');
  const link = card(page, '受理渠道').getByRole('table').getByRole('link').first();
  await tabTo(page, link);
  const count = Number((await link.innerText()).replaceAll(',', ''));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/staff/ledger' && /unit=line1/.test(url.search) && /line=1/.test(url.search));
  await counts(page, count);
  await close(page);
});

test('figures of the time before are marked as such until those asked for have come', async () => {
  const page = await open(lively, 'director', '');
  let release;
  const held = new Promise((go) => { release = go; });
  await page.route((url) => url.pathname.endsWith('/statistics') && url.searchParams.get('from') === from, async (route) => { await held; await route.continue(); });
  await choose(page, '本年');
  await page.waitForURL(/period=year/);
  for (const name of ['登记', '按时反馈']) assert.ok(await tile(page, name).evaluate((element) => element.closest('[aria-busy="true"]') !== null), `${name} looks as if it were of the year`);
  for (const name of ['受理量', '线路与车站']) assert.ok(await card(page, name).evaluate((element) => element.closest('[aria-busy="true"]') !== null), `${name} looks as if it were of the year`);
  release();
  await settled(page);
  await tells(page, '登记', (await figures(lively, 'director', `from=${from}&by=month`)).total);
  await close(page);
});

test('when nothing comes, each part says so and asks again for itself', async () => {
  const page = await browser.page(lively, 'director');
  const refused = (url) => /\/api\/v1\/(statistics|complaints)$/.test(url.pathname);
  await page.route(refused, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: '内部错误', status: 500 }) }));
  await page.goto('/staff/dashboard?period=year');
  for (const name of [...drawings, '超时清单']) await card(page, name).getByRole('alert').waitFor();
  for (const name of ['登记', '在办', '已超时', '不满意']) await tile(page, name).getByText('–', { exact: true }).waitFor();
  await accessible(page, 'a dashboard without figures');
  await page.unroute(refused);
  for (const name of [...drawings, '超时清单']) {
    const retry = card(page, name).getByRole('button', { name: '重试' });
    await retry.or(card(page, name).getByRole('img').first()).or(card(page, name).getByRole('listitem').first()).first().waitFor();
    if (await retry.count() > 0) await retry.click({ timeout: 2_000 }).catch(() => undefined); // another part asked for the same
    await card(page, name).getByRole('alert').waitFor({ state: 'detached' });
  }
  await tells(page, '登记', (await figures(lively, 'director', `from=${from}&by=month`)).total);
  await close(page);
});

test('a drawing that cannot be loaded leaves its table, and says so', async () => {
  const page = await browser.page(lively, 'director', undefined, { allowed: [/chart/, /dynamically imported module/] });
  await page.route(/\/chart[-.][^/]*\.js/, (route) => route.abort());
  await page.goto('/staff/dashboard?period=year');
  await card(page, '受理渠道').getByText('图形没有载入成功，请看表格').waitFor();
  await card(page, '受理渠道').getByRole('table').getByRole('link').first().waitFor();
  await close(page);
});

test('a store without any complaint says what to do, and no nought is a link', async () => {
  const page = await open(empty, 'director', '');
  const advice = page.getByText('换一个时段，或清除单位和线路。');
  await advice.waitFor();
  assert.ok((await advice.boundingBox()).y < 900, 'the advice stands on the first screen');
  for (const name of ['登记', '在办', '已超时', '按时反馈', '超时反馈', '不满意']) await tells(page, name, 0);
  assert.equal(await page.getByRole('main').getByRole('link', { name: /\d/ }).count(), 0);
  await card(page, '超时清单').getByText('没有超时的投诉').waitFor();
  await accessible(page);
  await close(page);
});

for (const theme of ['light', 'dark']) {
  test(`tables, tiles and choices are accessible, ${theme}`, async () => {
    const page = await open(lively, 'director', `?period=free&from=${from}&to=${localDay()}&unit=line1`, { theme });
    await allTables(page);
    await accessible(page, `tables, ${theme}`);
    await close(page);
  });
}

test('a dark page is printed in dark ink, no wider than the paper, with unit and line in words', async () => {
  const page = await open(lively, 'director', '?period=year&line=1', { theme: 'dark' });
  const canvas = card(page, '受理渠道').getByRole('img').locator('canvas');
  await canvas.waitFor();
  /** The darkest that is drawn, 0 to 255. */
  const darkest = () => canvas.evaluate((element) => {
    const { data } = element.getContext('2d').getImageData(0, 0, element.width, element.height);
    let least = 255;
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 250) least = Math.min(least, Math.max(data[at], data[at + 1], data[at + 2]));
    return least;
  });
  const onScreen = await darkest();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const onPaper = await darkest();
  assert.ok(onPaper < 80 && onPaper < onScreen, `ink of ${onPaper} on paper, ${onScreen} on the screen`);
  assert.ok((await canvas.boundingBox()).width <= 641);
  await page.getByText(/全部单位 · 1号线 · 打印时间/).waitFor();
  for (const name of ['受理渠道', '满意度']) await card(page, name).getByRole('table').waitFor();
  assert.equal(await page.getByRole('navigation').count(), 0);
  await close(page);
});

for (const [language, title, names] of [['en', 'Dashboard', ['Volume', 'Types', 'Causes', 'Channels', 'Open by stage', 'Satisfaction']], ['zh-TW', '看板', ['受理量', '投訴類型', '投訴原因', '受理管道', '各環節在辦', '滿意度']]]) {
  test(`heads, choices and tables speak ${language}`, async () => {
    const page = await open(lively, 'director', '?period=year', { language });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('button', { name: language === 'en' ? 'Show all tables' : '全部看表格' }).click();
    for (const name of names) await card(page, name).getByRole('table').waitFor();
    const words = await page.getByRole('main').evaluate((main) => [...main.querySelectorAll('h1, h2, header span, button, legend, label, thead th, tfoot th, p')].map((one) => one.textContent).join(' '));
    assert.doesNotMatch(words, language === 'en' ? /\p{Script=Han}/u : /[时统计办满线诉证]/u);
    await close(page);
  });
}

test('back from the wall the dashboard is still told what happens', async () => {
  const page = await openWall(browser, empty);
  await page.getByRole('link', { name: '退出大屏' }).click();
  await heading(page, '看板');
  await settled(page);
  const before = await tileCount(page, '登记');
  await empty.register();
  await tells(page, '登记', before + 1);
  await close(page);
});
