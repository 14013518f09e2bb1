// The wall when something is amiss (no server, a server that hangs, figures that are refused, nothing to show), and in each language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible } from './support/browser.mjs';
import { close } from './support/frame.mjs';
import { faults, figure, openWall, panel, says, sizes, smallTexts } from './support/wall.mjs';
import { World } from './support/world.mjs';

let lively, empty, browser;
before(async () => { [lively, empty, browser] = await Promise.all([World.start('lively'), World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await Promise.all([lively.end(), empty.end()]); });

const open = (...of) => openWall(browser, ...of);
const stopped = /已断开，数据停在/;
const fresh = /^(实时|每 5 秒更新)$/;
/** A wall whose time the test moves. */
async function timed(world) {
  const page = await browser.page(world, 'director', undefined, { size: sizes[0] });
  await page.clock.install();
  await page.goto('/staff/wall');
  await panel(page, '各环节在办').getByText('待转办').waitFor();
  return page;
}
/** Moves its time on, step by step, until it says this. */
async function until(page, text, steps = 40) {
  for (let i = 0; i < steps; i += 1) {
    await page.clock.fastForward(5_000);
    const said = await page.getByRole('status').filter({ hasText: text }).waitFor({ timeout: 500 }).then(() => true, () => false);
    if (said) return;
  }
  throw new Error(`it does not say ${text}: ${await page.getByRole('status').allInnerTexts()}`);
}

for (const language of ['zh-CN', 'zh-TW', 'en']) for (const size of sizes) for (const user of ['director', 'leader']) {
  test(`nothing is cut and nothing lies over another, ${user}, ${language}, ${size.join(' × ')}`, async () => {
    const page = await open(lively, user, size, { language });
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(await smallTexts(page, size), []);
    if (language === 'en') {
      const words = await page.getByRole('main').evaluate((main) => [...main.querySelectorAll('h1, h2, .label, .state')].map((one) => one.textContent).join(' '));
      assert.doesNotMatch(words, /\p{Script=Han}/u);
    }
    await close(page);
  });
}

test('a long day fits too: many channels, many units, large numbers', async () => {
  const page = await browser.page(lively, 'leader', undefined, { size: sizes[0] });
  const channels = ['hotline', 'website', 'wechat', 'weibo', 'on_site', 'letter', 'fax', 'email', 'city_hotline', 'open311'];
  await page.route((url) => url.pathname.endsWith('/statistics'), async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    const rows = answer.by.includes('channel') ? channels.map((channel, index) => ({ key: { type1: answer.rows[0]?.key.type1 ?? 'service', channel }, count: 1_234 - index })) : answer.rows.map((row) => ({ ...row, count: row.count * 37 }));
    await route.fulfill({ response, json: { ...answer, rows, total: 12_345 } });
  });
  await page.goto('/staff/wall');
  await panel(page, '今日各渠道').getByText('还有').waitFor();
  assert.deepEqual(await faults(page), []);
  await close(page);
});

test('an empty store: noughts, words instead of lists, nothing amiss', async () => {
  const page = await open(empty);
  for (const name of ['今日登记', '在办', '今日到期', '已超时', '在办紧急、重大']) await figure(page, name, 0);
  await panel(page, '最急').getByText('没有到期在即的投诉').waitFor();
  await panel(page, '最新登记').getByText('还没有登记').waitFor();
  await panel(page, '今日各渠道').getByText('暂无').waitFor();
  await says(page, '实时');
  assert.deepEqual(await faults(page), []);
  await accessible(page, 'an empty wall');
  await close(page);
});

test('a wall that gets no figures from the start does not look alive', async () => {
  const page = await browser.page(lively, 'director', undefined, { size: sizes[0] });
  await page.clock.install();
  await page.route((url) => /\/api\/v1\/(statistics|complaints)$/.test(url.pathname), (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"type":"about:blank","title":"x","status":500}' }));
  await page.goto('/staff/wall');
  await page.getByRole('heading', { level: 1, name: /投诉态势/ }).waitFor();
  await until(page, /已断开/, 6);
  await page.unrouteAll();
  await until(page, fresh);
  await close(page);
});

test('one figure that is refused for long is enough to say so', async () => {
  const page = await timed(lively);
  await page.route((url) => url.pathname.endsWith('/statistics') && url.searchParams.get('by') === 'day', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"type":"about:blank","title":"x","status":500}' }));
  await until(page, stopped);
  for (let i = 0; i < 7; i += 1) {
    await page.clock.fastForward(5_000);
    assert.equal(await page.getByRole('status').filter({ hasText: fresh }).count(), 0, 'it says so until the figure comes again');
  }
  await page.unrouteAll();
  await until(page, fresh);
  await close(page);
});

test('a server that hangs is noticed, though no line is broken', async () => {
  const world = await World.start('empty');
  try {
    const page = await timed(world);
    await until(page, fresh, 2);
    world.child.kill('SIGSTOP');
    await until(page, stopped);
    world.child.kill('SIGCONT');
    await until(page, fresh);
    await close(page);
  } finally {
    world.child.kill('SIGCONT');
    await world.end();
  }
});

test('a server that is restarted is waited out, and what came meanwhile is shown', async () => {
  const world = await World.start('empty');
  try {
    const page = await open(world);
    await figure(page, '今日登记', 0);
    await world.stop();
    await page.getByRole('status').filter({ hasText: stopped }).waitFor({ timeout: 40_000 });
    await figure(page, '今日登记', 0); // what was known stays
    await world.serve();
    const { number } = await world.register();
    await panel(page, '最新登记').getByText(number).waitFor({ timeout: 40_000 });
    await page.getByRole('status').filter({ hasText: fresh }).waitFor({ timeout: 40_000 });
    await figure(page, '今日登记', 1);
    await close(page);
  } finally {
    await world.end();
  }
});
