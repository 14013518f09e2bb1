import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, picture, reflows } from './support/browser.mjs';
import { address, dialog, grid, openLedger, ready } from './support/ledger.mjs';
import { World } from './support/world.mjs';

let lively, browser;
before(async () => { [lively, browser] = await Promise.all([World.start('lively'), Browser.start()]); });
after(async () => { await browser.end(); await lively.end(); });

const open = (world, user, query, options) => openLedger(browser, world, user, query, options);

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
