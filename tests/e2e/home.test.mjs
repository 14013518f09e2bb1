// The first page and the frame around all pages: by role, in each language, theme and size.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, reflows } from './support/browser.mjs';
import { close, heading, openHome, palette } from './support/frame.mjs';
import { bringTo, World } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('lively'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const home = (user, options) => openHome(browser, world, user, options);

for (const [user, sees, notSees] of [
  ['agent', ['工作台', '台账'], []],
  ['desk-line1', ['工作台', '台账'], []],
  ['leader', ['工作台'], ['台账', '登记']],
  ['sysadmin', ['工作台'], ['台账', '登记']],
  ['auditor', ['工作台'], ['台账', '登记']],
]) {
  test(`the navigation of ${user} has what the role uses and nothing else`, async () => {
    const page = await home(user);
    const navigation = page.getByRole('navigation', { name: '主导航' });
    for (const name of sees) await navigation.getByRole('link', { name, exact: true }).waitFor();
    for (const name of notSees) assert.equal(await navigation.getByRole('link', { name, exact: true }).count(), 0, name);
    await accessible(page, `home of ${user}`);
    await close(page);
  });
}

test('a page of another role says so and leads home', async () => {
  const page = await browser.page(world, 'sysadmin', '/staff/ledger');
  await heading(page, '没有权限打开此页');
  await page.getByText('您的角色（系统管理员）不使用这个页面。').waitFor();
  await page.getByRole('link', { name: '回到工作台' }).click();
  await heading(page, /好，系统管理员/);
  await close(page);
});

test('an address that does not exist says so in words', async () => {
  const page = await browser.page(world, 'agent', '/staff/no/such/page');
  await heading(page, '没有这个页面');
  await accessible(page, 'no such page');
  await close(page);
});

test('the agent’s home shows what waits, most urgent first, and each line opens its complaint', async () => {
  const page = await home('agent');
  const waiting = page.getByRole('region', { name: '待我办理' });
  const first = waiting.getByRole('link').filter({ hasText: /TS\d+/ }).first();
  await first.waitFor();
  const expected = await world.api('agent', 'GET', '/api/v1/complaints?stage=dispatch,review,feedback,follow_up&sort=due&limit=12');
  const shown = (await waiting.getByRole('listitem').allTextContents()).map((text) => text.match(/TS\d+/)[0]);
  assert.deepEqual(shown, expected.items.map((item) => item.number));
  await waiting.getByRole('heading', { name: new RegExp(`待我办理 ${expected.count}`) }).waitFor();
  assert.match(await first.getAttribute('href'), new RegExp(`/staff/complaints/${shown[0]}`));
  await close(page);
});

test('"do the next one" opens the complaint whose limit runs out first', async () => {
  const page = await home('agent');
  const [first] = (await world.api('agent', 'GET', '/api/v1/complaints?stage=dispatch,review,feedback,follow_up&sort=due&limit=1')).items;
  await page.getByRole('button', { name: '办理下一件' }).click();
  await page.waitForURL(`**/staff/complaints/${first.number}`);
  await page.goBack();
  await page.getByRole('button', { name: '办理下一件' }).waitFor();
  await page.keyboard.press('Shift+N');
  await page.waitForURL(`**/staff/complaints/${first.number}`);
  await close(page);
});

test('a complaint that comes in appears on the home page by itself', async () => {
  const page = await home('agent');
  await page.getByRole('region', { name: '待我办理' }).waitFor();
  const stages = page.getByRole('navigation', { name: '各环节在办' });
  const count = async () => Number((await stages.getByRole('link', { name: /^待转办/ }).innerText()).match(/\d+/)[0]);
  await stages.getByRole('link', { name: /^待转办 [1-9]/ }).waitFor();
  const before = await count();
  await world.register({ content: '刚刚登记的一件。' });
  await stages.getByRole('link', { name: `待转办 ${before + 1}` }).waitFor();
  await close(page);
});

test('the leader sees figures by unit and no complaint', async () => {
  const page = await home('leader');
  await page.getByRole('region', { name: '各单位超时与在办' }).getByRole('table').waitFor();
  assert.equal(await page.getByText(/TS\d{12}/).count(), 0);
  assert.equal(await page.getByRole('table').getByRole('link').count(), 0);
  await close(page);
});

/** The numbers in each list of a home page. */
const listed = async (page) => {
  await page.getByRole('main').getByText(/TS\d{12}/).first().waitFor();
  return (await page.getByRole('main').getByRole('listitem').allTextContents()).flatMap((text) => text.match(/TS\d{12}/g) ?? []);
};
for (const user of ['agent', 'director', 'desk-line1']) {
  test(`no complaint stands twice on the home page of ${user}`, async () => {
    const page = await home(user);
    const numbers = await listed(page);
    assert.deepEqual(numbers.filter((one, at) => numbers.indexOf(one) !== at), []);
    await close(page);
  });
}

test('each figure of the director’s home opens a list of as many', async () => {
  const page = await home('director');
  const table = page.getByRole('region', { name: '各单位超时与在办' }).getByRole('table');
  await table.waitFor();
  const rows = await table.getByRole('row').allTextContents();
  assert.ok(rows.length > 3);
  const links = await table.getByRole('link').evaluateAll((all) => all.map((one) => ({ count: Number(one.textContent.replaceAll(',', '')), query: new URL(one.href).search })));
  for (const cell of await table.getByRole('cell').allTextContents()) if (Number(cell) > 0) assert.ok(links.some((link) => link.count === Number(cell)), `${cell} opens nothing`);
  for (const { count, query } of links) assert.equal((await world.api('director', 'GET', `/api/v1/complaints${query}&limit=1`)).count, count, query);
  await close(page);
});

test('what is dispatched to a unit is told on whatever page its desk is, and counted until it is looked at', async () => {
  const page = await browser.page(world, 'desk-line1', '/staff/dashboard');
  await heading(page, '看板');
  const dispatched = async (content) => {
    const { number } = await world.register({ content });
    await world.act(number, 'agent', 'dispatch', { units: [{ unit: 'line1', lead: true }] });
    return number;
  };
  const titled = (start) => page.waitForFunction((wanted) => document.title.startsWith('(') ? document.title.startsWith(wanted) : wanted === '', start);
  const number = await dispatched('派给一号线的新投诉，请尽快办理。');
  await page.getByRole('status').filter({ hasText: '派给一号线的新投诉' }).getByRole('button', { name: '打开' }).click();
  await page.waitForURL(`**/staff/complaints/${number}`);
  await titled('');
  await dispatched('派给一号线的第二件投诉。');
  await page.getByRole('status').getByText('派给一号线的第二件投诉').waitFor();
  await titled('(1) ');
  const link = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /工作台.*新到 1 件/ });
  await link.waitFor();
  await accessible(page, 'a page with news');
  await link.click();
  await page.getByRole('region', { name: '待本单位办理' }).waitFor();
  await titled('');
  await close(page);
});

test('no notice of one’s own act, none of what is others’ turn, and none when they are switched off', async () => {
  const page = await browser.page(world, 'desk-line1', '/staff/dashboard');
  await heading(page, '看板');
  const told = page.getByRole('status').getByText(/新到/);
  const { number } = await bringTo(world, 'remedy'); // dispatched to this desk, its own opinion, approved: the last passes it on to the desk
  await told.first().waitFor();
  await page.getByRole('button', { name: '关闭提示' }).first().click();
  await world.act(number, 'desk-line1', 'complete', { done: '已修复' });
  await world.act(number, 'desk-line1', 'report_result', { result: '已恢复', resolution: 'solved' });
  await page.getByRole('button', { name: '显示设置' }).click();
  await page.getByLabel('有新的待办时提示我').uncheck();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.title.startsWith('('));
  const other = await world.register({ content: '关闭提示之后的一件。' });
  await world.act(other.number, 'agent', 'dispatch', { units: [{ unit: 'line1', lead: true }] });
  await page.goto('/staff/');
  await page.getByText('关闭提示之后的一件').first().waitFor();
  assert.equal(await told.count(), 0);
  assert.doesNotMatch(await page.title(), /^\(/);
  await close(page);
});

test('the first Tab offers to skip to the content', async () => {
  const page = await home('agent');
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '跳到正文');
  await page.keyboard.press('Enter');
  assert.ok(await page.getByRole('main').evaluate((main) => main === document.activeElement));
  await close(page);
});

// What is chosen is kept for the person: each of these tests has its own.
for (const [user, language, name, title] of [['sysadmin', 'zh-TW', '繁體中文', '聆軌'], ['secadmin', 'en', 'English', 'hearline']]) {
  test(`the language can be changed to ${name}, and nothing Chinese of ours is left`, async () => {
    const page = await home(user);
    await page.getByRole('button', { name: '显示设置' }).click();
    await page.getByLabel('语言').selectOption(name);
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    await page.waitForFunction((wanted) => document.title.includes(wanted), title);
    if (language === 'en') {
      await page.keyboard.press('Escape');
      const text = await page.evaluate(() => [...document.querySelectorAll('main, nav, header')].map((part) => part.innerText).join(' '));
      assert.doesNotMatch(text.replaceAll('安全管理员', ''), /\p{Script=Han}/u);
    }
    await close(page);
  });
}

for (const theme of ['light', 'dark']) {
  test(`menus and dialogs are accessible in the ${theme} theme`, async () => {
    const page = await home('director', { theme });
    await page.getByRole('button', { name: '显示设置' }).click();
    await accessible(page, `${theme} look`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '中心主任' }).click();
    await accessible(page, `${theme} account`);
    await page.keyboard.press('Escape');
    await palette(page);
    await accessible(page, `${theme} palette`);
    await close(page);
  });
}

test('theme, density and size of text are applied at once and survive a reload', async () => {
  const page = await home('agent2');
  await page.getByRole('button', { name: '显示设置' }).click();
  await page.getByLabel('深色').check();
  await page.getByLabel('紧凑').check();
  await page.getByRole('button', { name: '放大文字' }).click();
  const look = () => page.evaluate(() => ({ ...document.documentElement.dataset, size: getComputedStyle(document.documentElement).fontSize }));
  assert.deepEqual((({ theme, density, size }) => ({ theme, density, size }))(await look()), { theme: 'dark', density: 'dense', size: '17.92px' });
  await page.reload();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  assert.equal((await look()).theme, 'dark');
  await close(page);
});

for (const [name, size, scale] of [['320 pixels', [320, 640], 1], ['320 pixels and 200 % text', [320, 640], 2], ['200 % text', [1280, 800], 2]]) {
  test(`at ${name} nothing needs sideways scrolling and the menu works`, async () => {
    const page = await home('agent', { size });
    await page.evaluate((times) => document.documentElement.style.setProperty('--hl-text-scale', String(times)), scale);
    await page.waitForFunction(() => document.documentElement.dataset.room === 'narrow');
    await reflows(page, name);
    await accessible(page, name);
    await page.getByRole('button', { name: '菜单' }).click();
    const link = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' });
    await link.waitFor();
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'hidden' });
    assert.ok(await page.getByRole('button', { name: '菜单' }).evaluate((button) => button === document.activeElement));
    await close(page);
  });
}

test('on paper the frame is gone', async () => {
  const page = await home('agent');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('navigation', { name: '主导航' }).isVisible(), false);
  assert.equal(await page.getByRole('banner').isVisible(), false);
  assert.ok(await page.getByRole('main').isVisible());
  await close(page);
});

test('a unit that assists sees at home that its opinion is wanted, until it has given it', async () => {
  const { number } = await world.register({ unit: 'line1', content: '两个单位一起办的一件。' });
  await world.act(number, 'agent', 'dispatch', { units: [{ unit: 'line1', lead: true }, { unit: 'line2', lead: false }] });
  const page = await home('desk-line2');
  const one = page.getByRole('region', { name: '待本单位协办' }).getByRole('link').filter({ hasText: number });
  await one.waitFor();
  assert.equal(await page.getByRole('region', { name: '待本单位办理' }).getByRole('link').filter({ hasText: number }).count(), 0);
  await world.act(number, 'desk-line2', 'assist_opinion', { claim: 'true', findings: '已核查', cause: 'equipment', measures: '配合更换' });
  await one.waitFor({ state: 'detached' });
  await close(page);
});
