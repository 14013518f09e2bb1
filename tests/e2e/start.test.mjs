import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from './support/browser.mjs';
import { World } from './support/world.mjs';

let world, browser;
before(async () => { world = await World.start('lively'); browser = await Browser.start(); });
after(async () => { await browser.end(); await world.end(); });

test('whoever opens the address of the centre sees a page with a heading', async () => {
  const page = await browser.page(world, null, '/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.match(await page.title(), /聆轨/);
  await page.context().close();
});
