// Ctrl+K and the shortcuts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, picture } from './support/browser.mjs';
import { close, heading, openHome, palette } from './support/frame.mjs';
import { World } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('lively'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const home = (user, options) => openHome(browser, world, user, options);

test('Ctrl+K opens the palette; a whole number opens its complaint at once', async () => {
  const { number } = await world.register({ content: '按编号打开。' });
  const page = await home('agent');
  const box = await palette(page);
  await accessible(page, 'palette');
  await box.fill(number.toLowerCase());
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/staff/complaints/${number}`);
  await close(page);
});

test('the palette finds complaints by words and by the last digits of a phone', async () => {
  const { number } = await world.register({ content: '自动售票机吞了五十元纸币没有出票。', complainant: { name: '欧阳测试', phone: '13800007788' } });
  const page = await home('agent');
  const box = await palette(page);
  for (const words of ['吞了五十元', '7788', '欧阳测试']) {
    await box.fill(words);
    await page.getByRole('option').filter({ hasText: number }).waitFor();
  }
  await accessible(page, 'palette with results');
  await picture(page, 'palette');
  await close(page);
});

test('the palette finds the pages below others, the settings and the people, by the words for them', async () => {
  const page = await home('director');
  const box = await palette(page);
  const first = async (words, name) => {
    await box.fill(words);
    await page.getByRole('option', { name }).first().waitFor();
  };
  for (const [words, name] of [['日历', /工作日历/], ['rili', /工作日历/], ['二维码', /车站二维码/], ['人员', /人员与角色/], ['新建', /登记/], ['现场', /现场登记/], ['密码', /我的账号/]]) await first(words, name);
  await first('浅色', /主题：浅色/);
  await first('深色', /主题：深色/);
  await page.getByRole('option', { name: /主题：深色/ }).click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  const { items } = await world.api('director', 'GET', '/api/v1/users');
  const person = items.find((one) => one.name === 'desk-line1');
  await (await palette(page)).fill(person.display_name);
  await page.getByRole('group', { name: '人员' }).getByRole('option', { name: new RegExp(person.display_name) }).click();
  await page.waitForURL(/\/staff\/administration\/people\?q=desk-line1/);
  await page.getByRole('cell', { name: person.display_name }).or(page.getByText(person.display_name)).first().waitFor();
  await close(page);
  const auditor = await home('auditor');
  await (await palette(auditor)).fill('审计');
  await auditor.getByRole('option', { name: /审计记录/ }).waitFor();
  await close(auditor);
});

test('the palette says why nothing is found, and finds nobody for those who may not look', async () => {
  const page = await home('agent');
  const box = await palette(page);
  await box.fill('甲');
  await page.getByText('再输入一个字：查找投诉至少要两个字。').first().waitFor();
  await box.fill('没有这样的词语呀');
  await page.getByText(/编号写全或写末几位（可不带 TS），电话写全或写后四位，姓名写全名/).first().waitFor();
  assert.equal(await page.getByRole('group', { name: '人员' }).count(), 0);
  await close(page);
});

test('the palette finds stations by pinyin and opens their ledger', async () => {
  const page = await home('agent');
  const box = await palette(page);
  await box.pressSequentially('wutongshan');
  await page.getByRole('group', { name: '车站' }).getByRole('option', { name: /梧桐山/ }).first().click();
  await page.waitForURL(/\/staff\/ledger\?.*station=/);
  await close(page);
});

test('the palette’s choice moves by arrow keys and is told to screen readers', async () => {
  const page = await home('agent');
  const box = await palette(page);
  const active = () => box.evaluate((input) => document.getElementById(input.getAttribute('aria-activedescendant'))?.textContent?.trim());
  const first = await active();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await active(), first);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(), first);
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  await close(page);
});

test('the sheet of shortcuts lists what works here, and single keys can be switched off', async () => {
  const page = await home('desk-line2');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  await sheet.getByText('办理下一件').waitFor();
  await accessible(page, 'shortcuts');
  await picture(page, 'shortcuts');
  await sheet.getByRole('checkbox', { name: '单键快捷键' }).uncheck();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  assert.equal(await sheet.count(), 0);
  assert.equal(new URL(page.url()).pathname, '/staff/');
  await palette(page); // those with Ctrl still work
  await close(page);
});

test('single keys do nothing while one types or composes', async () => {
  const page = await home('agent');
  const box = await palette(page);
  await box.pressSequentially('n?gh');
  assert.equal(await box.inputValue(), 'n?gh');
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', isComposing: true, bubbles: true })));
  assert.equal(await page.getByRole('dialog').count(), 0);
  await close(page);
});

test('g and a letter lead to the pages, j and k through the list', async () => {
  const page = await home('agent');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await heading(page, '台账');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await heading(page, /好，坐席一号/);
  const waiting = page.getByRole('region', { name: '待我办理' });
  const lines = waiting.getByRole('listitem').getByRole('link');
  await lines.first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.ok(await lines.nth(1).evaluate((link) => link === document.activeElement));
  await page.keyboard.press('k');
  assert.ok(await lines.nth(0).evaluate((link) => link === document.activeElement));
  await close(page);
});
