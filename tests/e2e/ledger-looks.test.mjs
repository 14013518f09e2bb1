import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, picture, reflows } from './support/browser.mjs';
import { World } from './support/world.mjs';

let lively, browser;
before(async () => { [lively, browser] = await Promise.all([World.start('lively'), Browser.start()]); });
after(async () => { await browser.end(); await lively.end(); });

const ledger = '/staff/ledger';
const open = async (world, user, query = '', options) => {
  const page = await browser.page(world, user, ledger + query, options);
  await page.getByRole('heading', { level: 1, name: /台账|台帳|Ledger/ }).waitFor();
  return page;
};
const grid = (page) => page.getByRole('grid');
const links = (page) => grid(page).getByRole('link');
const ready = (page) => links(page).first().waitFor();
const address = (page, pattern) => page.waitForURL((url) => pattern.test(decodeURIComponent(url.search)));
const dialog = (page) => page.getByRole('dialog');

test('on a narrow screen there are cards, nothing scrolls sideways', async () => {
  const page = await open(lively, 'agent', '', { size: [320, 640], touch: true });
  await page.getByRole('region', { name: '投诉列表' }).getByRole('link').first().waitFor();
  assert.equal(await grid(page).count(), 0);
  await reflows(page);
  await picture(page, 'ledger-narrow');
  await page.getByRole('combobox', { name: '选择视图' }).selectOption({ index: 1 });
  await address(page, /view=/);
  await page.context().close();
});

for (const theme of ['light', 'dark']) {
  test(`the ledger and its dialogs are accessible, ${theme}`, async () => {
    const page = await open(lively, 'agent', '?stage=closed', { theme });
    await ready(page);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('已选 1 件').waitFor();
    await accessible(page, 'ledger');
    for (const name of [/^筛选/, '列', '导出', '保存视图', '管理视图']) {
      await page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first().click();
      await dialog(page).waitFor();
      await accessible(page, String(name));
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
    }
    await page.context().close();
  });
}

for (const [language, title, head] of [['zh-TW', '台帳', '投訴編號'], ['en', 'Ledger', 'Number']]) {
  test(`the ledger speaks ${language}`, async () => {
    const page = await open(lively, 'agent', '', { language });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await grid(page).getByRole('columnheader', { name: head }).waitFor();
    const text = await page.locator('main').evaluate((element) => [...element.querySelectorAll('button, h1, h2, label, [role=columnheader]')].map((one) => one.textContent).join(' '));
    assert.doesNotMatch(text, /ledger\.|field\.|frame\./, 'no raw key');
    if (language === 'en') assert.doesNotMatch(text, /[\u4e00-\u9fff]/, 'no Chinese left');
    await page.context().close();
  });
}
