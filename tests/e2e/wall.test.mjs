// The wall: everything on one screen, nothing cut, nobody's data, always fresh.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, reflows } from './support/browser.mjs';
import { close } from './support/frame.mjs';
import { World } from './support/world.mjs';
import { faults, figure, openWall, sizes, tile } from './support/wall.mjs';

let lively, empty, browser;
before(async () => { [lively, empty, browser] = await Promise.all([World.start('lively'), World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await Promise.all([lively.end(), empty.end()]); });

const open = (...of) => openWall(browser, ...of);

for (const size of sizes) {
  test(`everything is on one screen of ${size.join(' × ')}, nothing cut, nothing over another`, async () => {
    const page = await open(lively, 'director', size);
    await page.getByRole('region', { name: '最急' }).getByText(/TS\d+/).first().waitFor();
    const { scroll, height } = await page.evaluate(() => ({ scroll: document.documentElement.scrollHeight, height: innerHeight }));
    assert.ok(scroll <= height + 1, `${scroll} high in ${height}`);
    await reflows(page);
    assert.deepEqual(await faults(page), []);
    const text = await tile(page, '在办').locator('strong').evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    assert.ok(text >= size[1] / 25, `figures of ${text} px`);
    await close(page);
  });
}

test('its figures are the server’s', async () => {
  const page = await open(lively);
  const { total } = await lively.api('director', 'GET', '/api/v1/statistics?kind=complaint&stage=dispatch,opinion,review,remedy,result,feedback,follow_up&by=stage');
  await figure(page, '在办', total);
  const late = await lively.api('director', 'GET', '/api/v1/complaints?kind=complaint&overdue=true&limit=1');
  await figure(page, '已超时', late.count);
  await close(page);
});

test('what happens appears without anyone touching it', async () => {
  const page = await open(empty);
  await figure(page, '今日登记', 0);
  const { number } = await empty.register({ unit: 'line1' });
  await figure(page, '今日登记', 1);
  await page.getByRole('region', { name: '最新登记' }).getByText(number).waitFor();
  await empty.act(number, 'agent', 'dispatch', { units: [{ unit: 'line1', lead: true }] });
  await page.getByRole('region', { name: '最新登记' }).getByText('待提意见').waitFor();
  await close(page);
});

test('a lost connection is said with the time of its figures, and goes by itself', async () => {
  const page = await browser.page(lively, 'director', undefined, { size: [1920, 1080] });
  await page.clock.install();
  await page.goto('/staff/wall');
  await page.getByRole('region', { name: '各环节在办' }).getByText('待转办').waitFor();
  await page.context().setOffline(true);
  for (let i = 0; i < 8; i += 1) await page.clock.fastForward(5_000);
  await page.getByRole('status').filter({ hasText: /已断开，数据停在 \d\d:\d\d/ }).waitFor();
  await page.context().setOffline(false);
  for (let i = 0; i < 8; i += 1) await page.clock.fastForward(5_000);
  await page.getByRole('status').filter({ hasText: /实时|每 5 秒更新/ }).waitFor();
  await close(page);
});

test('no name, no phone and no text of anyone is on the wall', async () => {
  const { number } = await empty.register({ complainant: { name: '欧阳独特', phone: '13811112222' }, content: '独一无二的投诉内容，请处理。' });
  const page = await open(empty);
  await page.getByRole('region', { name: '最新登记' }).getByText(number).waitFor();
  assert.doesNotMatch(await page.getByRole('main').innerText(), /欧|2222|独一无二/);
  await close(page);
});

test('a leader’s wall counts by unit and type and names no complaint', async () => {
  const page = await open(lively, 'leader');
  await page.getByRole('region', { name: '各单位超时与在办' }).waitFor();
  assert.doesNotMatch(await page.getByRole('main').innerText(), /TS\d{8}/);
  assert.deepEqual(await faults(page), []);
  await close(page);
});

test('a figure of the wall opens what it counts', async () => {
  const page = await open(lively, 'director');
  const { total } = await lively.api('leader', 'GET', '/api/v1/statistics?kind=complaint&stage=dispatch,opinion,review,remedy,result,feedback,follow_up&by=stage');
  await tile(page, '在办').getByRole('link').click();
  await page.waitForURL('**/staff/ledger?**');
  await page.getByRole('status').filter({ hasText: `共 ${total} 件` }).waitFor();
  await close(page);
});

test('on a phone the wall is not offered, and its address says why', async () => {
  const page = await browser.page(lively, 'leader', '/staff/', { size: [390, 844] });
  await page.getByRole('button', { name: '菜单' }).click();
  const navigation = page.getByRole('navigation', { name: '主导航' });
  await navigation.getByRole('link', { name: '看板', exact: true }).waitFor();
  assert.equal(await navigation.getByRole('link', { name: '大屏' }).count(), 0);
  await page.goto('/staff/dashboard');
  await page.getByRole('button', { name: '打印' }).waitFor();
  assert.equal(await page.getByRole('link', { name: '打开大屏' }).count(), 0);
  await page.goto('/staff/wall');
  await page.getByText('大屏要在大屏幕上看').waitFor();
  await accessible(page, 'the wall on a phone');
  await reflows(page);
  await page.getByRole('link', { name: '看板' }).click();
  await page.getByRole('heading', { level: 1, name: '看板' }).waitFor();
  await close(page);
});

test('it is left by its button, and the desk’s own look comes back', async () => {
  const page = await open(lively);
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await accessible(page, 'the wall');
  await page.getByRole('link', { name: '退出大屏' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '看板' }).waitFor();
  await page.waitForFunction(() => document.documentElement.dataset.theme !== 'dark' && document.documentElement.style.fontSize === '');
  await close(page);
});
