import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, picture } from './support/browser.mjs';
import { World } from './support/world.mjs';

let lively, empty, browser;
before(async () => { [lively, empty, browser] = await Promise.all([World.start('lively'), World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await Promise.all([lively.end(), empty.end()]); });

const ledger = '/staff/ledger';
const open = async (world, user, query = '', options) => {
  const page = await browser.page(world, user, ledger + query, options);
  await page.getByRole('heading', { level: 1, name: /台账|台帳|Ledger/ }).waitFor();
  return page;
};
const grid = (page) => page.getByRole('grid');
const links = (page) => grid(page).getByRole('link');
const numbers = async (page) => links(page).allTextContents();
const ready = (page) => links(page).first().waitFor();
/** The head says how many there are. */
const counts = (page, count) => page.getByRole('status').filter({ hasText: new RegExp(`^共 ${count.toLocaleString('en')} 件$`) }).waitFor();
const row = (page, number) => page.getByRole('row').filter({ hasText: number });
const listed = (world, user, query) => world.api(user, 'GET', `/api/v1/complaints?limit=200&${query}`);
const address = (page, pattern) => page.waitForURL((url) => pattern.test(decodeURIComponent(url.search)));
/** Registers so many, of one text. */
const many = (world, count, text) => Promise.all(Array.from({ length: count }, (_, index) => world.register({ content: `${text}，第${index + 1}件。` })));
const dialog = (page) => page.getByRole('dialog');
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
  await page.getByRole('combobox', { name: '排序' }).selectOption({ label: '到期时间，近的在前' });
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
  await dialog(page).getByRole('radio', { name: '热线要审' }).check();
  await dialog(page).getByRole('button', { name: '改名“热线要审”' }).click();
  await dialog(page).getByLabel('新名称').fill('热线待审');
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await dialog(page).getByRole('radio', { name: '热线待审' }).waitFor();
  const kept = page.waitForResponse((response) => response.url().includes('/me/kept/setting/') && response.ok());
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
