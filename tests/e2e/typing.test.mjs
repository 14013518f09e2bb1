// Words go on where they stood: whatever opens over a field while one types in it, closing it gives back the focus and the caret. And they are kept while one
// types, however fast the keys come: a browser that is killed takes the last moments with it and no more.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { Browser, flags } from './support/browser.mjs';
import { form, openComplaint, start } from './support/complaint.mjs';
import { intake, content, place } from './support/intake.mjs';
import { palette } from './support/frame.mjs';
import { World, bringTo, password } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });
const { noDrafts, open } = intake(() => ({ world, browser }));

/** Types into the field, opens and closes what lies over it, types on: both halves stand there, the second where the caret was. */
async function goesOn(page, field, [first, second, whole], { opens, shut }) {
  await field.click();
  await field.fill('');
  await page.keyboard.type(first);
  if (whole) await page.keyboard.press('ArrowLeft');
  await opens();
  await shut();
  await page.keyboard.type(second);
  assert.equal(await field.inputValue(), whole ?? `${first}${second}`);
}
const gone = (page, name) => page.getByRole('dialog', name ? { name } : {}).waitFor({ state: 'hidden' });
const escape = (page, name) => async () => {
  await page.keyboard.press('Escape');
  await gone(page, name);
};
const openPalette = (page) => () => palette(page);
const plain = ['12', '34'];

test('the palette, by Escape, by its button and opened by the mouse; in every kind of field', async () => {
  const page = await open();
  const shut = escape(page, '查找与命令');
  const closeByButton = async () => {
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await gone(page);
  };
  for (const field of [page.getByLabel('电话'), page.getByLabel('姓名'), content(page), place(page)]) {
    await goesOn(page, field, plain, { opens: openPalette(page), shut });
    await goesOn(page, field, plain, { opens: openPalette(page), shut: closeByButton });
  }
  await goesOn(page, content(page), ['扶梯停', '已', '扶梯已停'], { opens: openPalette(page), shut });
  const byMouse = async () => {
    await page.getByRole('banner').getByRole('button', { name: /查找/ }).click();
    await page.getByRole('combobox', { name: '查找与命令' }).waitFor();
  };
  await goesOn(page, content(page), ['扶梯停', '已', '扶梯已停'], { opens: byMouse, shut });
  await page.context().close();
});

test('a dialog is no sooner gone than the field has the focus: no key in between goes elsewhere', async () => {
  const page = await open();
  await content(page).fill('12');
  await page.getByRole('banner').getByRole('button', { name: /查找/ }).click();
  await page.getByRole('combobox', { name: '查找与命令' }).waitFor();
  await page.evaluate(() => {
    const dialog = document.querySelector('dialog:modal');
    new MutationObserver(() => { window.__then ??= document.activeElement?.tagName; }).observe(dialog, { attributes: true, attributeFilter: ['open'] });
  });
  await page.keyboard.press('Escape');
  await gone(page);
  assert.equal(await page.evaluate(() => window.__then), 'TEXTAREA');
  await page.context().close();
});

test('the earlier complaint that is looked at or joined beside the form', async () => {
  await world.register({ complainant: { phone: '13800138061', name: '周八' } });
  const page = await open();
  const found = page.getByRole('region', { name: /本号码|来电/ }).getByRole('article').or(page.getByRole('button', { name: /^查看 TS/ })).first();
  for (const keys of ['Alt+v', 'Alt+j']) {
    await page.getByLabel('电话').fill('13800138061');
    await found.waitFor();
    const drawer = async () => {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
    };
    await goesOn(page, content(page), plain, { opens: drawer, shut: escape(page) });
  }
  await page.context().close();
});

test('what is written to an earlier complaint is there again when its drawer was closed and is opened again', async () => {
  await world.register({ complainant: { phone: '13800138063', name: '郑十' } });
  const page = await open();
  await page.getByLabel('电话').fill('13800138063');
  await page.getByRole('button', { name: /^查看 TS/ }).first().waitFor();
  const text = page.getByRole('dialog').getByRole('textbox');
  await page.keyboard.press('Alt+j');
  await text.fill('他说扶梯又停了');
  await page.keyboard.press('Escape');
  await gone(page);
  await page.keyboard.press('Alt+j');
  await text.waitFor();
  assert.equal(await text.inputValue(), '他说扶梯又停了');
  await page.context().close();
});

test('the settings, the account and its sheet of keys, opened by the mouse while one types', async () => {
  const page = await open();
  const buttons = page.getByRole('banner').getByRole('button');
  const popover = (button) => () => button.click();
  const shut = async () => page.keyboard.press('Escape');
  await goesOn(page, content(page), plain, { opens: popover(buttons.filter({ hasText: '显示设置' })), shut });
  await goesOn(page, content(page), plain, { opens: popover(buttons.last()), shut });
  const sheet = async () => {
    await buttons.last().click();
    await page.getByRole('button', { name: '快捷键' }).click();
    await page.getByRole('dialog').waitFor();
  };
  await goesOn(page, content(page), plain, { opens: sheet, shut: escape(page) });
  await page.context().close();
});

test('a notice that is put away', async () => {
  const page = await open();
  const comes = async () => {
    await page.context().setOffline(true);
    await page.getByText('网络已断开').first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '关闭提示' }).first().waitFor();
  };
  await goesOn(page, content(page), plain, { opens: comes, shut: () => page.getByRole('button', { name: '关闭提示' }).first().click() });
  await page.context().close();
});

test('what the passenger will read, and the contact data', async () => {
  const { number } = await bringTo(world, 'feedback', { complainant: { phone: '13800138062', name: '吴九' } });
  const page = await openComplaint(browser, world, 'agent', number);
  await start(page, '反馈');
  const field = form(page, '反馈').getByRole('textbox', { name: '反馈内容' });
  const preview = async () => {
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog', { name: '乘客将看到以下内容' }).waitFor();
  };
  await goesOn(page, field, ['扶梯修', '已', '扶梯已修'], { opens: preview, shut: escape(page) });
  const contact = async () => {
    await page.getByRole('button', { name: '查看联系方式' }).first().click();
    await page.getByRole('dialog').waitFor();
  };
  await goesOn(page, field, plain, { opens: contact, shut: escape(page) });
  await page.context().close();
});

test('a question over a dialog, and the filters beside the search', async () => {
  const { number } = await world.register({ content: '问一问专用：闸机反应慢' });
  const page = await browser.page(world, 'director', `/staff/ledger?q=${encodeURIComponent('问一问专用')}`);
  await page.getByRole('row').filter({ hasText: number }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '批量办理', exact: true }).click();
  const batch = page.getByRole('dialog').first();
  await batch.getByRole('combobox').first().selectOption('publish_progress');
  const asked = async () => {
    await batch.getByRole('button', { name: /^公布进展/ }).click();
    await page.getByRole('dialog', { name: /将看到以下内容/ }).waitFor();
  };
  await goesOn(page, batch.getByRole('textbox'), plain, { opens: asked, shut: escape(page, /将看到以下内容/) });
  await page.keyboard.press('Escape');
  await gone(page);
  const search = page.getByRole('searchbox').or(page.getByRole('textbox', { name: /搜索|查找/ })).first();
  const filters = async () => {
    await page.getByRole('button', { name: /^筛选/ }).click();
    await page.getByRole('dialog').waitFor();
  };
  await goesOn(page, search, plain, { opens: filters, shut: escape(page) });
  await page.context().close();
});

test('the login over a session that ended', async () => {
  const own = await World.start('empty');
  try {
    const page = await browser.page(own, 'agent', '/staff/intake');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-field') === 'phone');
    const ends = async () => {
      await page.context().clearCookies();
      await page.evaluate(() => fetch('/api/v1/session'));
      await page.getByRole('dialog').getByRole('textbox', { name: '密码' }).waitFor();
    };
    const login = async () => {
      await page.getByRole('dialog').getByRole('textbox', { name: '密码' }).fill(password);
      await page.keyboard.press('Enter');
      await gone(page);
    };
    await goesOn(page, content(page), ['安检排队', '长', '安检排长队'], { opens: ends, shut: login });
    await page.context().close();
  } finally {
    await own.end();
  }
});

/** Types without a rest, kills the browser in the midst of it, and gives what had been typed two seconds before, and what is there afterwards. */
async function killedTyping(user, path, { into, again }) {
  const server = await chromium.launchServer({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: flags });
  const doomed = await chromium.connect(server.wsEndpoint());
  const context = await doomed.newContext({ baseURL: world.base, locale: 'zh-CN' });
  await context.addCookies([await world.cookie(user)]);
  const first = await context.newPage();
  await first.goto(path);
  const field = await into(first);
  await field.click();
  const typed = [];
  const begun = Date.now();
  for (let n = 0; Date.now() - begun < 6_000; n += 1) {
    await first.keyboard.type(String.fromCodePoint(0x4e00 + n));
    typed.push(Date.now());
    await new Promise((next) => setTimeout(next, Math.max(0, begun + n * 120 - Date.now()))); // the hand that types: never a rest of 0.2 s
  }
  const killed = Date.now();
  await server.kill('SIGKILL');
  const page = await browser.page(world, user, path);
  const value = await again(page);
  await page.context().close();
  return { safe: typed.filter((at) => at < killed - 2_000).length, value };
}
const forms = [
  ['the hotline’s form', 'agent', () => '/staff/intake', async (page) => content(page)],
  ['the form on site', 'desk-line1', () => '/staff/intake/on-site', async (page) => content(page)],
  ['an act’s form', 'desk-line1', async () => `/staff/complaints/${(await bringTo(world, 'opinion')).number}`, async (page) => {
    await start(page, '提交意见');
    return form(page, '提交意见').getByRole('textbox', { name: '调查情况' });
  }],
];
for (const [name, user, where, into] of forms) {
  test(`a browser killed while one types without a rest takes two seconds of it at most: ${name}`, async () => {
    await noDrafts(user);
    const path = await where();
    const { safe, value } = await killedTyping(user, path, {
      into,
      again: async (page) => {
        const field = await into(page);
        await page.getByText(/已恢复/).first().waitFor();
        return field.inputValue();
      },
    });
    assert.ok(safe > 20, `only ${safe} characters were typed early enough`);
    assert.ok(value.length >= safe, `${value.length} characters are there, ${safe} were typed 2 s before`);
    assert.equal(value, [...value].map((_, n) => String.fromCodePoint(0x4e00 + n)).join(''), 'none of them wrong');
  });
}
