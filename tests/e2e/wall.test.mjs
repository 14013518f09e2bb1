// The wall: everything on one screen, nothing cut, nobody's data, always fresh.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, reflows } from './support/browser.mjs';
import { close } from './support/frame.mjs';
import { World } from './support/world.mjs';

let lively, empty, browser;
before(async () => { [lively, empty, browser] = await Promise.all([World.start('lively'), World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await Promise.all([lively.end(), empty.end()]); });

const tile = (page, name) => page.getByRole('listitem').filter({ hasText: name }).first();
const figure = (page, name, count) => tile(page, name).getByText(String(count), { exact: true }).waitFor();
async function open(world, user = 'director', size = [1920, 1080], options = {}) {
  const page = await browser.page(world, user, '/staff/wall', { size, ...options });
  await page.getByRole('region', { name: '各环节在办' }).getByText('待转办').waitFor();
  return page;
}
/** Texts that leave the screen or their panel, and those that lie over each other. */
const faults = (page) => page.evaluate(() => {
  const found = [];
  const boxes = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || parent.closest('.hl-hidden, [hidden]') || parent.tagName === 'TITLE') continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1) found.push(`${text} leaves the screen`);
    const panel = parent.closest('.panel')?.getBoundingClientRect();
    // A list may be cut at the bottom of its panel between two rows, never sideways.
    if (panel && (box.left < panel.left - 1 || (box.right > panel.right + 1 && getComputedStyle(parent).textOverflow !== 'ellipsis'))) found.push(`${text} leaves its panel`);
    boxes.push([text, box, parent]);
  }
  for (let i = 0; i < boxes.length; i += 1) for (let j = i + 1; j < boxes.length; j += 1) {
    const [a, b] = [boxes[i], boxes[j]];
    if (a[2].closest('.panel') !== b[2].closest('.panel') || getComputedStyle(a[2]).textOverflow === 'ellipsis' || getComputedStyle(b[2]).textOverflow === 'ellipsis') continue;
    const width = Math.min(a[1].right, b[1].right) - Math.max(a[1].left, b[1].left);
    const height = Math.min(a[1].bottom, b[1].bottom) - Math.max(a[1].top, b[1].top);
    if (width > 2 && height > Math.min(a[1].height, b[1].height) * 0.35) found.push(`${a[0]} lies over ${b[0]}`);
  }
  return found;
});

for (const size of [[1920, 1080], [3840, 2160]]) {
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
  await figure(page, '已超期', late.count);
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
  await page.getByRole('region', { name: '各单位超期与在办' }).waitFor();
  assert.doesNotMatch(await page.getByRole('main').innerText(), /TS\d{8}/);
  assert.deepEqual(await faults(page), []);
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
