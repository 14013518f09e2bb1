// The manual's pictures of pages as they are met; the pictures of single steps are taken by the tests of those steps.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser, picture } from './support/browser.mjs';
import { World } from './support/world.mjs';

const manual = fileURLToPath(new URL('../../docs/manual', import.meta.url));
const views = [
  ['home-agent', 'agent', '/staff/'], ['home-unit', 'busiest', '/staff/'], ['home-director', 'director', '/staff/', [1366, 1500]], ['home-leader', 'leader', '/staff/'],
  ['intake', 'agent', '/staff/intake'], ['ledger-unit', 'busiest', '/staff/ledger', [1920, 1000]], ['ledger-overdue', 'director', '/staff/ledger?overdue=true&sort=due'],
  ['dashboard', 'director', '/staff/dashboard', [1366, 2000]], ['dashboard-leader', 'leader', '/staff/dashboard'], ['wall', 'director', '/staff/wall', [1920, 1080]],
  ['people', 'secadmin', '/staff/administration/people'], ['organisation', 'sysadmin', '/staff/administration/organisation'], ['codes', 'director', '/staff/administration/codes'], ['rules', 'director', '/staff/administration/rules'],
  ['calendars', 'director', '/staff/administration/calendars'], ['account', 'agent', '/staff/account'], ['audit', 'auditor', '/staff/administration/audit'],
];

let world, browser, busiest;
before(async () => {
  world = await World.start('lively');
  browser = await Browser.start();
  await world.api('sysadmin', 'PUT', '/api/v1/units/line7', { name: '七号线运营中心', kind: 'unit', parent: 'operations' }); // without a desk yet (R2.2)
  const { rows } = await world.api('director', 'GET', '/api/v1/statistics?stage=opinion,remedy,result&by=unit');
  busiest = `desk-${rows.filter((row) => row.key.unit).sort((a, b) => b.count - a.count)[0].key.unit}`; // the desk that has most to do
});
after(async () => { await browser.end(); await world.end(); });

for (const [name, user, path, size = [1366, 900]] of views)
  test(`the picture of ${name}`, async () => {
    const page = await browser.page(world, user === 'busiest' ? busiest : user, path, { size });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    assert.equal(await page.getByRole('heading', { level: 1, name: /没有这个页面|没有权限/ }).count(), 0, `${path} is no page for ${user}`);
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
    await picture(page, name);
    await page.context().close();
  });

test('every picture of the manual is there', () => {
  const missing = [];
  for (const file of readdirSync(manual).filter((name) => name.endsWith('.md')))
    for (const [, path] of readFileSync(join(manual, file), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) if (!existsSync(join(manual, path))) missing.push(`${file}: ${path}`);
  assert.deepEqual(missing, []);
});
