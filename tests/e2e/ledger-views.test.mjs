import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, picture } from './support/browser.mjs';
import { address, counts, dialog, grid, ledger, listed, openLedger, ready, row } from './support/ledger.mjs';
import { World } from './support/world.mjs';

let lively, empty, browser;
before(async () => { [lively, empty, browser] = await Promise.all([World.start('lively'), World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await Promise.all([lively.end(), empty.end()]); });

const open = (world, user, query, options) => openLedger(browser, world, user, query, options);
/** Registers so many, of one text. */
const many = (world, count, text) => Promise.all(Array.from({ length: count }, (_, index) => world.register({ content: `${text}，第${index + 1}件。` })));

test('shipped views stand beside the list with their counts', async () => {
  const page = await open(lively, 'agent');
  const views = page.getByRole('navigation', { name: '视图' });
  for (const [name, query] of [['待审核', 'stage=review'], ['待回访', 'stage=follow_up'], ['超时', 'overdue=true'], ['不满意', 'satisfaction=dissatisfied']]) {
    const { count } = await listed(lively, 'agent', query);
    await views.getByRole('link', { name: new RegExp(`^${name}\\s*${count}$`) }).waitFor();
  }
  await views.getByRole('link', { name: /^今日到期/ }).click();
  await address(page, /view=due_today.*due_until=today.*sort=due/);
  assert.equal(await views.getByRole('link', { name: /^今日到期/ }).getAttribute('aria-current'), 'page');
  await page.context().close();
});

/** The columns whose heads are whole in sight. */
const inSight = (page) => grid(page).evaluate((element) => {
  const { left, right } = element.getBoundingClientRect();
  return [...element.querySelectorAll('[role=columnheader]')].filter((head) => head.getBoundingClientRect().left >= left - 1 && head.getBoundingClientRect().right <= right + 1).map((head) => head.textContent.trim());
});

test('views for working have stage, limit and unit in sight at 1366; the full ledger keeps the regulation’s order; a view keeps its columns', async () => {
  const page = await open(lively, 'agent2', '', { size: [1366, 768] });
  await ready(page);
  const views = page.getByRole('navigation', { name: '视图' });
  assert.deepEqual((await grid(page).getByRole('columnheader').allTextContents()).map((one) => one.trim()).slice(1, 5), ['投诉编号', '姓名', '联系方式', '投诉时间']);
  for (const name of ['我的待办', '超时', '今日到期']) {
    await views.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await page.getByRole('columnheader', { name: '办理进度' }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('[role=columnheader]')[2]?.textContent.trim() === '办理进度');
    const seen = await inSight(page);
    for (const head of ['投诉编号', '办理进度', '当前时限', '处理单位']) assert.ok(seen.includes(head), `${head} is out of sight in ${name}: ${seen}`);
  }
  await views.getByRole('link', { name: /^不满意/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('[role=columnheader]')[2]?.textContent.trim() === '姓名');
  await page.getByRole('button', { name: '办理列' }).click();
  await address(page, /columns=work/);
  await page.getByRole('button', { name: '保存视图' }).click();
  await dialog(page).getByLabel('视图名称').fill('不满意的办理');
  await dialog(page).getByRole('button', { name: '存为新视图' }).click();
  await views.getByRole('link', { name: /^全部/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('[role=columnheader]')[2]?.textContent.trim() === '姓名');
  await views.getByRole('link', { name: /^不满意的办理/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('[role=columnheader]')[2]?.textContent.trim() === '办理进度');
  await page.context().close();
});

test('nothing moves while the ledger and the home page load', async () => {
  for (const [path, size] of [['/staff/ledger', [1366, 768]], ['/staff/ledger', [412, 823]], ['/staff/', [412, 823]]]) {
    const page = await browser.page(lively, 'agent2', undefined, { size });
    await page.addInitScript(() => {
      window.__moved = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) window.__moved += entry.value; })).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path);
    await page.getByText(/TS\d{12}/).first().waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    const moved = await page.evaluate(() => window.__moved);
    assert.ok(moved < 0.1, `${path} at ${size}: ${moved}`);
    await page.context().close();
  }
});

test('a view is saved, is the default, is renamed and deleted', async () => {
  const page = await open(lively, 'agent2', '?stage=review&channel=hotline');
  const views = page.getByRole('navigation', { name: '视图' });
  await page.getByRole('button', { name: '保存视图' }).click();
  await dialog(page).getByRole('button', { name: '存为新视图' }).click();
  await dialog(page).getByText('请填写此项').waitFor();
  await dialog(page).getByLabel('视图名称').fill('热线要审');
  await picture(page, 'ledger-save-view');
  await dialog(page).getByRole('button', { name: '存为新视图' }).click();
  await views.getByRole('link', { name: /^热线要审/ }).waitFor();
  await page.getByRole('button', { name: '管理视图' }).click();
  const kept = page.waitForResponse((response) => response.url().includes('/me/kept/setting/') && response.ok());
  await dialog(page).getByRole('radio', { name: '热线要审' }).check();
  await dialog(page).getByRole('button', { name: '改名“热线要审”' }).click();
  await dialog(page).getByLabel('新名称').fill('热线待审');
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await dialog(page).getByRole('radio', { name: '热线待审' }).waitFor();
  await dialog(page).getByRole('button', { name: '关闭' }).last().click();
  await kept;
  // Opened without filters: the default is shown.
  await page.goto(ledger);
  await address(page, /stage=review&channel=hotline/);
  await page.getByRole('button', { name: '管理视图' }).click();
  await dialog(page).getByRole('button', { name: '删除视图“热线待审”' }).click();
  await page.getByRole('button', { name: '删除视图', exact: true }).click();
  await page.waitForFunction(() => ![...document.querySelectorAll('nav a')].some((link) => link.textContent.includes('热线待审')));
  await page.context().close();
});

test('a view for the unit is seen by the whole unit and by nobody else', async () => {
  const page = await open(lively, 'desk-line1', '?stage=remedy');
  await page.getByRole('button', { name: '保存视图' }).click();
  await dialog(page).getByLabel('视图名称').fill('我们在处理的');
  await dialog(page).getByRole('radio', { name: '本单位所有人' }).check();
  await dialog(page).getByRole('button', { name: '存为新视图' }).click();
  await page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: /^我们在处理的/ }).waitFor();
  const head = await open(lively, 'head-line1');
  await head.getByRole('navigation', { name: '视图' }).getByRole('link', { name: /^我们在处理的/ }).click();
  await address(head, /stage=remedy/);
  const other = await open(lively, 'desk-line2');
  await other.getByRole('navigation', { name: '视图' }).getByRole('link', { name: /^我的待办/ }).waitFor();
  assert.equal(await other.getByRole('link', { name: /我们在处理的/ }).count(), 0);
  for (const one of [page, head, other]) await one.context().close();
});

test('columns are hidden, moved by the keyboard, and kept', async () => {
  const page = await open(lively, 'director');
  await ready(page);
  await page.getByRole('button', { name: '列', exact: true }).click();
  await dialog(page).getByRole('checkbox', { name: /^联系方式/ }).uncheck();
  await dialog(page).getByRole('checkbox', { name: /^受理渠道/ }).check();
  const up = dialog(page).getByRole('button', { name: '投诉内容上移' });
  await up.focus();
  for (let times = 0; times < 4; times++) await page.keyboard.press('Enter');
  await dialog(page).getByText('投诉内容现在是第 2 列').waitFor();
  await dialog(page).getByLabel('固定前几列').selectOption('前 2 列');
  const kept = page.waitForResponse((response) => response.url().includes('/me/kept/setting/') && response.ok());
  await dialog(page).getByRole('button', { name: '关闭' }).last().click();
  await kept;
  await page.reload();
  await ready(page);
  await grid(page).getByRole('columnheader', { name: '受理渠道' }).waitFor();
  const heads = (await grid(page).getByRole('columnheader').allTextContents()).map((text) => text.trim());
  assert.deepEqual(heads.slice(1, 4), ['投诉编号', '投诉内容', '姓名']);
  assert.ok(!heads.includes('联系方式'));
  await page.context().close();
});

test('thousands of rows scroll by, a bounded number is drawn, and the place is found again', async () => {
  for (let part = 0; part < 10; part++) await many(empty, 300, '站台广播声音太小');
  let oldest;
  for (let cursor = ''; cursor !== null;) {
    const { items, next_cursor } = await listed(empty, 'agent', cursor && `cursor=${cursor}`);
    [oldest, cursor] = [items.at(-1).number, next_cursor];
  }
  const page = await open(empty, 'agent');
  await ready(page);
  await page.waitForFunction((number) => {
    const list = document.querySelector('[role=grid]');
    list.scrollTo(0, list.scrollHeight);
    return [...list.querySelectorAll('a')].some((link) => link.textContent === number);
  }, oldest, { timeout: 60_000 });
  assert.ok(await page.getByRole('row').count() < 80, 'only what is in sight is drawn');
  // Half the way back: pages that are gone from memory come again.
  const found = await page.waitForFunction(() => {
    const list = document.querySelector('[role=grid]');
    const middle = Math.round(list.scrollHeight / 2);
    if (list.scrollTop !== middle) list.scrollTo(0, middle);
    const { top, bottom } = list.getBoundingClientRect();
    const inSight = [...list.querySelectorAll('a')].filter((link) => link.getBoundingClientRect().top > top + 150 && link.getBoundingClientRect().bottom < bottom - 100);
    return inSight.length > 3 && inSight[2].textContent;
  });
  const number = await found.jsonValue();
  const at = await grid(page).evaluate((element) => element.scrollTop);
  await page.getByRole('checkbox', { name: `选择 ${number}` }).click();
  await grid(page).getByRole('link', { name: number }).click();
  await page.waitForURL(/complaints/);
  await page.goBack();
  await row(page, number).waitFor();
  assert.ok(Math.abs(at - await grid(page).evaluate((element) => element.scrollTop)) < 60, 'the place in the list');
  assert.equal(await page.getByRole('checkbox', { name: `选择 ${number}` }).isChecked(), true);
  await page.context().close();
});

test('the keyboard alone moves, selects a range and opens', async () => {
  const page = await open(lively, 'agent', '?stage=closed');
  await ready(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await grid(page).press('ArrowDown');
  await grid(page).press('ArrowDown');
  await page.keyboard.press('Shift+X');
  await page.getByText('已选 3 件').waitFor();
  assert.equal(await grid(page).locator('[aria-selected=true]').count(), 3);
  await grid(page).press('Escape');
  await page.getByText('已选 3 件').waitFor({ state: 'detached' });
  await page.keyboard.press('k');
  const current = await grid(page).evaluate((element) => document.getElementById(element.getAttribute('aria-activedescendant')).querySelector('a').textContent);
  await page.keyboard.press('o');
  await page.waitForURL(new RegExp(current));
  await page.context().close();
});

test('a unit sees only what is its own', async () => {
  const page = await open(lively, 'desk-line1');
  const { count } = await listed(lively, 'desk-line1', '');
  const everything = (await listed(lively, 'agent', '')).count;
  assert.ok(count < everything);
  await counts(page, count);
  const foreign = (await listed(lively, 'agent', 'unit=line2&accepting_unit=centre')).items[0];
  await page.getByRole('searchbox').fill(foreign.number);
  await page.getByRole('searchbox').press('Enter');
  await page.getByText(/没有找到/).waitFor();
  await page.context().close();
});
