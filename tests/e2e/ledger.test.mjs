import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, picture } from './support/browser.mjs';
import { address, counts, dialog, grid, listed, numbers, openLedger, ready } from './support/ledger.mjs';
import { World } from './support/world.mjs';

let lively, browser;
before(async () => { [lively, browser] = await Promise.all([World.start('lively'), Browser.start()]); });
after(async () => { await browser.end(); await lively.end(); });

const open = (world, user, query, options) => openLedger(browser, world, user, query, options);
const filterDrawer = async (page) => { await page.getByRole('button', { name: /^筛选/ }).first().click(); await dialog(page).waitFor(); return dialog(page); };

test('the ledger has the columns of the regulation in its order, and more', async () => {
  const page = await open(lively, 'agent');
  await ready(page);
  const heads = await grid(page).getByRole('columnheader').allTextContents();
  assert.deepEqual(heads.slice(1, 11).map((text) => text.trim()), ['投诉编号', '姓名', '联系方式', '投诉时间', '投诉地点', '投诉内容', '受理时间', '处理单位', '办理进度', '处理结果']);
  assert.ok(heads.length > 11, 'more columns follow');
  await counts(page, (await listed(lively, 'agent', '')).count);
  assert.deepEqual((await numbers(page)).slice(0, 5), (await listed(lively, 'agent', '')).items.slice(0, 5).map((item) => item.number));
  await picture(page, 'ledger');
  await page.context().close();
});

test('contact data is masked in every row', async () => {
  const page = await open(lively, 'agent');
  await ready(page);
  assert.doesNotMatch(await grid(page).innerText(), /1\d{10}/);
  await page.context().close();
});

test('filters set in the drawer become chips and stand in the address; chips can be removed', async () => {
  const page = await open(lively, 'agent');
  const drawer = await filterDrawer(page);
  await drawer.getByRole('checkbox', { name: '待审核' }).check();
  await drawer.getByRole('checkbox', { name: '待回访' }).check();
  await drawer.getByLabel('是否超时').selectOption('未超时');
  const expected = (await listed(lively, 'agent', 'stage=review,follow_up&overdue=false')).count;
  await drawer.getByRole('button', { name: `查看 ${expected}` }).click();
  await address(page, /stage=review,follow_up&overdue=false/);
  await counts(page, expected);
  await page.getByRole('button', { name: '修改筛选：环节：待审核、待回访' }).waitFor();
  await picture(page, 'ledger-filters');
  await page.getByRole('button', { name: '移除筛选：是否超时' }).click();
  await counts(page, (await listed(lively, 'agent', 'stage=review,follow_up')).count);
  await page.getByRole('button', { name: '清除全部' }).click();
  await counts(page, (await listed(lively, 'agent', '')).count);
  await page.context().close();
});

test('back and forward bring the filters back', async () => {
  const page = await open(lively, 'agent');
  await ready(page);
  const all = (await listed(lively, 'agent', '')).count;
  const closed = (await listed(lively, 'agent', 'stage=closed')).count;
  const drawer = await filterDrawer(page);
  await drawer.getByRole('checkbox', { name: '已办结' }).check();
  await drawer.getByRole('button', { name: /^查看|应用/ }).click();
  await counts(page, closed);
  await page.getByRole('combobox', { name: '排序' }).selectOption({ label: '到期时间，早的在前' });
  await address(page, /sort=due/);
  await page.goBack();
  await page.goBack();
  await counts(page, all);
  assert.equal(new URL(page.url()).search, '');
  await page.goForward();
  await counts(page, closed);
  await page.getByRole('button', { name: '修改筛选：环节：已办结' }).waitFor();
  await page.context().close();
});

test('an address shows the same to a colleague', async () => {
  const query = '?stage=closed&channel=hotline,website&satisfaction=satisfied';
  const page = await open(lively, 'agent2', query);
  await counts(page, (await listed(lively, 'agent2', query.slice(1))).count);
  assert.equal(await page.getByRole('button', { name: /^移除筛选/ }).count(), 3);
  await page.context().close();
});

test('an address that makes no sense shows the whole ledger and no error', async () => {
  const page = await open(lively, 'agent', '?stage=%3Cscript%3E&from=2026-99-99&overdue=perhaps&sort=random&colour=red');
  await counts(page, (await listed(lively, 'agent', '')).count);
  assert.equal(await page.getByRole('alert').count(), 0);
  await page.context().close();
});

test('a station is found by the first letters of its pinyin', async () => {
  const { items } = await lively.api('agent', 'GET', '/api/v1/places');
  const station = items[0].children[3];
  const page = await open(lively, 'agent');
  const drawer = await filterDrawer(page);
  await drawer.getByRole('combobox', { name: '车站' }).fill(station.initials);
  await drawer.getByRole('option', { name: new RegExp(station.name) }).first().click();
  await drawer.getByRole('button', { name: /^查看|应用/ }).click();
  await address(page, new RegExp(`station=${station.code}`));
  await counts(page, (await listed(lively, 'agent', `station=${station.code}`)).count);
  await page.context().close();
});

test('the quick search finds words and numbers, and waits for the input method', async () => {
  const page = await open(lively, 'agent');
  await ready(page);
  const search = page.getByRole('searchbox', { name: '在台账中查找' });
  await search.dispatchEvent('compositionstart');
  await search.evaluate((field) => { field.value = 'futi'; field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true })); });
  await search.evaluate((field) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true })));
  assert.equal(new URL(page.url()).search, '');
  await search.fill('扶梯');
  await address(page, /q=扶梯/);
  const found = await listed(lively, 'agent', `q=${encodeURIComponent('扶梯')}`);
  await page.waitForFunction((first) => document.querySelector('[role=grid] a')?.textContent === first, found.items[0].number);
  const [{ number }] = (await listed(lively, 'agent', 'stage=closed')).items;
  await search.fill(number);
  await search.press('Enter');
  await counts(page, 1);
  assert.deepEqual(await numbers(page), [number]);
  await page.context().close();
});

test('the head of a column orders the list and says so', async () => {
  const page = await open(lively, 'agent', '?stage=dispatch,opinion,review,remedy,result,feedback,follow_up');
  await ready(page);
  assert.equal(await grid(page).getByRole('columnheader', { name: '受理时间' }).getAttribute('aria-sort'), 'descending');
  await grid(page).getByRole('columnheader', { name: '当前时限' }).getByRole('button').click();
  await address(page, /sort=due/);
  const due = await listed(lively, 'agent', 'stage=dispatch,opinion,review,remedy,result,feedback,follow_up&sort=due');
  await page.waitForFunction((first) => document.querySelector('[role=grid] a')?.textContent === first, due.items[0].number);
  assert.equal(await grid(page).getByRole('columnheader', { name: '当前时限' }).getAttribute('aria-sort'), 'ascending');
  await page.context().close();
});

test('an empty list says what to do next', async () => {
  const page = await open(lively, 'agent', '?stage=closed&q=zzzz');
  await page.getByText('没有找到含“zzzz”的投诉').waitFor();
  await page.getByRole('button', { name: '查看全部' }).click();
  await counts(page, (await listed(lively, 'agent', '')).count);
  await page.context().close();
});

test('a jump to a date begins the list there and is taken back', async () => {
  const { items } = await listed(lively, 'agent', '');
  const day = items.at(-1).registered_at.slice(0, 10);
  const page = await open(lively, 'agent');
  await ready(page);
  await page.getByLabel('跳到日期').fill(day);
  await address(page, new RegExp(`at=${day}`));
  const [first] = (await listed(lively, 'agent', `to=${day}`)).items;
  await page.waitForFunction((number) => document.querySelector('[role=grid] a')?.textContent === number, first.number);
  await page.getByRole('button', { name: '回到最新' }).click();
  await page.waitForFunction((number) => document.querySelector('[role=grid] a')?.textContent === number, items[0].number);
  await page.context().close();
});
