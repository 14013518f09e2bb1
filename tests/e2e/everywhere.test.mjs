// Every page, as somebody who may open it: accessible in light and dark, no sideways scrolling at 320 px nor with text twice as large, and
// in each language no word of another and no raw key.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, reflows } from './support/browser.mjs';
import { World } from './support/world.mjs';

const pages = [
  ['home of an agent', 'agent', '/staff/'], ['home of a desk', 'desk-line1', '/staff/'], ['home of the director', 'director', '/staff/'], ['home of a leader', 'leader', '/staff/'],
  ['home of the auditor', 'auditor', '/staff/'], ['home of the system administrator', 'sysadmin', '/staff/'], ['home of the security administrator', 'secadmin', '/staff/'],
  ['login', null, '/staff/login'], ['intake', 'agent', '/staff/intake'], ['intake on site', 'desk-line1', '/staff/intake/on-site'],
  ['ledger', 'agent', '/staff/ledger'], ['ledger of a unit', 'desk-line1', '/staff/ledger'], ['empty ledger', 'agent', '/staff/ledger?q=没有这样的词语'],
  ['complaint that is closed', 'agent', 'closed'], ['complaint that is open', 'agent', 'open'], ['complaint for its unit', 'desk-line1', 'unit'],
  ['dashboard', 'director', '/staff/dashboard'], ['dashboard of a leader', 'leader', '/staff/dashboard'], ['people', 'sysadmin', '/staff/administration/people'], ['organisation', 'sysadmin', '/staff/administration/organisation'],
  ['types and causes', 'director', '/staff/administration/codes'], ['rule book', 'director', '/staff/administration/rules'], ['calendars', 'director', '/staff/administration/calendars'], ['account', 'agent', '/staff/account'],
  ['administration', 'director', '/staff/administration'], ['the manual', 'desk-line1', '/staff/help'], ['QR sheets', 'director', '/staff/qr'], ['audit trail', 'auditor', '/staff/administration/audit'], ['a page that is not there', 'agent', '/staff/nowhere'],
  ['the passenger’s start', null, '/'], ['submission', null, '/submit'], ['tracking', null, '/track'],
];

let world, browser;
const numbers = {};
before(async () => {
  world = await World.start('lively');
  browser = await Browser.start();
  const first = async (user, query) => (await world.api(user, 'GET', `/api/v1/complaints?limit=1&${query}`)).items[0]?.number;
  numbers.closed = await first('agent', 'stage=closed&round=2') ?? await first('agent', 'stage=closed');
  numbers.open = await first('agent', 'stage=dispatch,review,feedback,follow_up');
  numbers.unit = await first('desk-line1', '');
});
after(async () => { await browser.end(); await world.end(); });

const pathOf = (path) => (numbers[path] ? `/staff/complaints/${numbers[path]}` : path);
const settle = async (page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  if (!page.url().endsWith('/nowhere')) assert.equal(await page.getByRole('heading', { level: 1, name: /没有这个页面|没有权限|no such page|not for your role|may not/i }).count(), 0, `${page.url()} is no page for this person`);
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
};
/** Words of the page itself: what people wrote and names stand in elements that say so, or in tables and lists. */
const wordsOf = (page) => page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, label, legend, button, nav a, th, summary, [role="tab"], [aria-label]')].map((element) => element.getAttribute('aria-label') ?? element.textContent ?? '').join('\n'));
const rawKey = /(?:^|[\s>])[a-z][a-zA-Z]+(?:\.[a-zA-Z_]+){1,3}(?:$|[\s<])/m;
const knownCodes = /hearline|open311|linjiang|\.(?:json|ics|csv|xlsx|jsonl|example)/i;

for (const [name, user, path] of pages) {
  test(`${name}: no violation in light and in dark`, async () => {
    const page = await browser.page(world, user, pathOf(path));
    await settle(page);
    await accessible(page, `${name}, light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(() => getComputedStyle(document.body).colorScheme.includes('dark') || getComputedStyle(document.documentElement).colorScheme.includes('dark'));
    await accessible(page, `${name}, dark`);
    await page.context().close();
  });

  test(`${name}: nothing to scroll sideways on 320 px and with text twice as large`, async () => {
    const page = await browser.page(world, user, pathOf(path), { size: [320, 640] });
    await settle(page);
    await reflows(page, `${name} at 320 px`);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await reflows(page, `${name} at 200 %`);
    await page.context().close();
  });

  test(`${name}: speaks one language at a time`, async () => {
    for (const language of ['zh-CN', 'en']) {
      const page = await browser.page(world, user, pathOf(path), { language });
      await settle(page);
      const words = await wordsOf(page);
      const raw = words.split('\n').filter((line) => rawKey.test(line) && !knownCodes.test(line));
      assert.deepEqual(raw, [], `raw keys on ${name} in ${language}`);
      await page.context().close();
    }
  });
}
