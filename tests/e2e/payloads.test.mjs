// HTML, scripts, templates, other directions and endless words in every text that people may write: they appear as text and break no layout.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, reflows } from './support/browser.mjs';
import { payloads } from './support/payloads.mjs';
import { World } from './support/world.mjs';

let world, browser, number, code;
before(async () => {
  world = await World.start('empty');
  browser = await Browser.start();
  const short = (text) => [...text].slice(0, 60).join('').replaceAll('\n', ' ').trim() || '空';
  // Every payload in the fields of a registration (seven at a time on one page of the ledger), and as notes of one complaint.
  for (const [i, text] of payloads.entries()) {
    if (i % 7 !== 0 && [...text].length < 2_000) continue;
    await world.register({ content: text.trim() || '空', subject: short(text), complainant: { name: short(text), phone: '13800000000' }, place: { line: '1', exit: short(text).slice(0, 20), detail: short(text) } });
  }
  const submitted = await fetch(`${world.base}/api/v1/public/complaints`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ content: payloads[0], complainant: { anonymous: true } }) });
  ({ number, code } = await submitted.json());
  for (const text of payloads) {
    await world.api('agent', 'POST', `/api/v1/complaints/${number}/note`, { text: text.trim() || '空' });
  }
  for (const text of payloads.filter((_, i) => i % 3 === 0)) await world.act(number, 'agent', 'publish_progress', { text: text.trim() || '空' });
});
after(async () => { await browser.end(); await world.end(); });

const harmless = async (page, where) => {
  assert.equal(await page.evaluate(() => window.__hit), undefined, `${where} ran a script`);
  assert.equal(await page.locator('main script, main iframe[srcdoc], main object, main embed, main base, main marquee, main style').count(), 0, `${where} holds foreign elements`);
  assert.equal(new URL(page.url()).origin, world.base, `${where} went elsewhere`);
  await reflows(page, where);
};
const settled = (page) => page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));

test(`there are at least a hundred payloads (${payloads.length})`, () => assert.ok(payloads.length >= 100));

for (const [name, size] of [['a desk', [1366, 900]], ['a phone', [360, 740]]])
  test(`on ${name} the ledger shows them as text`, async () => {
    const page = await browser.page(world, 'agent', '/staff/ledger', { size });
    await page.getByText('<script>window.__hit=1</script>').first().waitFor();
    await settled(page);
    await harmless(page, 'the ledger');
    await page.context().close();
  });

for (const [name, size] of [['a desk', [1366, 900]], ['a phone', [360, 740]]])
  test(`on ${name} the complaint's page shows every one of them as text`, async () => {
    const page = await browser.page(world, 'agent', `/staff/complaints/${number}`, { size });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('{{ constructor.constructor("window.__hit=1")() }}').first().waitFor();
    await settled(page);
    const shown = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    const missing = payloads.filter((text) => [...text].length < 200).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text && !shown.includes(text));
    assert.deepEqual(missing, [], 'not shown as they are');
    await harmless(page, 'the complaint');
    await page.context().close();
  });

test('the home page and the palette show them as text', async () => {
  const page = await browser.page(world, 'agent', '/staff/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  await harmless(page, 'home');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('script');
  await page.getByRole('option').first().waitFor();
  await harmless(page, 'the palette');
  await page.context().close();
});

test('every payload may be searched for, and none breaks the page', async () => {
  const page = await browser.page(world, 'agent', '/staff/ledger');
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const text of payloads.filter((one) => [...one].length <= 150 && !one.includes('\n')).filter((_, i) => i % 6 === 0)) {
    await page.goto(`/staff/ledger?q=${encodeURIComponent(text)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    await harmless(page, `the search for ${text}`);
  }
  await page.context().close();
});

test('the passenger sees published progress as text, on a small phone', async () => {
  const page = await browser.page(world, null, `/track?number=${number}&code=${code}`, { size: [320, 640] });
  await page.getByText('{{7*7}}', { exact: false }).or(page.getByText('<img', { exact: false })).first().waitFor();
  await harmless(page, 'tracking');
  await page.context().close();
});
