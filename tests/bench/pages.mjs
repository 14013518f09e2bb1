// Measures in Chromium what a person waits for, on a store of any size: the ledger opened, filtered and scrolled, a complaint painted after the click.
//   cd tests/e2e && npm ci && node_modules/.bin/node ../bench/pages.mjs DATA     (a demo's folder, for instance build/bench/1000000)
// A time ends when the browser has painted what was waited for.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { chromium } = createRequire(new URL('../e2e/', import.meta.url))('playwright-core');
const [data] = process.argv.slice(2);
if (!data) throw new Error('node pages.mjs DATA');

const server = spawn(process.env.HEARLINE_BINARY ?? `${root}build/release/hearline`, ['serve', '--data', data, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] });
const base = await new Promise((ready) => {
  let said = '';
  server.stdout.on('data', (chunk) => {
    said += chunk;
    const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
    if (address) ready(address[0]);
  });
});
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
try {
  const login = await fetch(`${base}/api/v1/session`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: base }, body: JSON.stringify({ username: 'agent', password: 'linjiang-demo' }) });
  const [pair] = login.headers.getSetCookie()[0].split(';');
  const context = await browser.newContext({ baseURL: base, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1366, height: 900 } });
  await context.addCookies([{ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: base }]);
  const page = await context.newPage();
  const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const worst = (numbers) => Math.max(...numbers);
  const say = (what, numbers) => console.log(`${what.padEnd(58)} median ${middle(numbers).toFixed(0)} ms  worst ${worst(numbers).toFixed(0)} ms  (${numbers.length})`);
  const painted = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))));
  /** From the click in the page to the frame in which `selector` with another text than before is there. */
  const timed = (act, test) => page.evaluate(async ([actText, testText]) => {
    const holds = new Function(`return ${testText}`)();
    const start = performance.now();
    new Function(actText)();
    return new Promise((done) => {
      const look = () => (holds() ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look));
      look();
    });
  }, [act, test]);

  const opened = [];
  for (let i = 0; i < 5; i += 1) {
    const start = Date.now();
    await page.goto('/staff/ledger');
    await page.getByRole('grid').getByRole('link').first().waitFor();
    await painted();
    opened.push(Date.now() - start);
  }
  say('ledger opened from nothing, rows painted', opened);

  const clicked = [], back = [];
  for (let i = 0; i < 12; i += 1) {
    clicked.push(await timed(`document.querySelectorAll('[role=grid] a')[${i}].click()`, `() => location.pathname.includes('/complaints/') && document.querySelector('main h1')?.textContent.length > 0`));
    back.push(await timed('history.back()', `() => location.pathname.endsWith('/ledger') && document.querySelectorAll('[role=grid] a').length > 5`));
  }
  say('list → complaint painted', clicked);
  say('complaint → list painted, place kept', back);

  const filtered = [];
  for (const query of ['stage=closed', 'stage=review', 'type1=facilities', 'q=扶梯', 'unit=line1&stage=closed', 'severity=urgent']) {
    const start = Date.now();
    await page.goto(`/staff/ledger?${query}`);
    await page.getByRole('grid').getByRole('link').first().waitFor();
    await painted();
    filtered.push(Date.now() - start);
  }
  say('ledger with a filter or words, opened by address', filtered);

  await page.goto('/staff/ledger');
  await page.getByRole('grid').getByRole('link').first().waitFor();
  const frames = await page.evaluate(async () => {
    const scroller = [...document.querySelectorAll('[role=grid], [role=grid] *, main *')].find((element) => element.scrollHeight > element.clientHeight + 2_000) ?? document.scrollingElement;
    const times = [];
    let last = performance.now();
    for (let i = 0; i < 300; i += 1) {
      scroller.scrollTop += 400;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times;
  });
  say('a frame while scrolling 120,000 px', frames);
} finally {
  await browser.close();
  server.kill();
}
