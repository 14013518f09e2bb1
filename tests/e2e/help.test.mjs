// The manual in the pages: where questions arise, and what is seen of work that was begun.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, reflows } from './support/browser.mjs';
import { acts, form, openComplaint, ready, start, submit } from './support/complaint.mjs';
import { content, intake, place } from './support/intake.mjs';
import { palette } from './support/frame.mjs';
import { World, bringTo } from './support/world.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });
const { noDrafts, open } = intake(() => ({ world, browser }));

test('the manual opens at one’s own chapter, leads to the others, and is found from the palette and the sheet of keys', async () => {
  const page = await browser.page(world, 'desk-line1', '/staff/');
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await (await palette(page)).fill('手册');
  await page.getByRole('option', { name: '使用手册' }).click();
  await page.getByRole('article').getByRole('heading', { level: 1, name: '单位专岗与单位负责人' }).waitFor();
  await accessible(page, 'the manual');
  await page.getByRole('navigation', { name: '章节' }).getByRole('link', { name: '转办、审核、反馈' }).click();
  await page.getByRole('article').getByRole('heading', { name: /^改分类、定级/ }).waitFor();
  await page.setViewportSize({ width: 320, height: 700 });
  await reflows(page, 'the manual at 320');
  await page.goto('/staff/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).getByRole('link', { name: '使用手册' }).click();
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  await page.context().close();
});

test('what a severity means stands at its choice, with a link to its section that leaves the form as it is', async () => {
  const page = await open();
  await page.getByText(/紧急：正在危及人身或行车安全/).waitFor();
  await content(page).fill('写了一半');
  const [manual] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: /^手册.*定级/ }).click()]);
  await manual.waitForFunction(() => document.activeElement?.textContent?.startsWith('改分类、定级'));
  assert.equal(await content(page).inputValue(), '写了一半');
  await page.context().close();
});

test('a dispatch, an extension, an absence lead to what the manual says of them', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await openComplaint(browser, world, 'desk-line1', number);
  await start(page, '申请延期');
  assert.match(await form(page, '申请延期').getByRole('link', { name: /手册/ }).getAttribute('href'), /\/staff\/help\/unit#/);
  await page.goto('/staff/account');
  await page.getByRole('link', { name: /我不在岗时由谁办理/ }).waitFor();
  await page.context().close();
});

test('a note that was begun is seen after a reload, taken up again, and thrown away on asking', async () => {
  const { number } = await bringTo(world, 'dispatch');
  await noDrafts('agent');
  const page = await openComplaint(browser, world, 'agent', number);
  await start(page, '备注');
  const text = form(page, '备注').getByRole('textbox');
  await text.fill('打过电话，没有人接');
  await page.getByText(/草稿已保存/).waitFor();
  await page.reload();
  await ready(page);
  const begun = page.getByRole('list', { name: '没有提交的内容' }).getByRole('listitem').filter({ hasText: '备注已填写、还没有提交' });
  await begun.waitFor();
  await accessible(page, 'a complaint with a begun note');
  await begun.getByRole('button', { name: '继续填写' }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('form textarea')].some((field) => field.value === '打过电话，没有人接'));
  await page.keyboard.press('Escape');
  await begun.getByRole('button', { name: '丢弃' }).click();
  await page.getByRole('dialog').getByText('打过电话，没有人接').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '丢弃' }).click();
  await begun.waitFor({ state: 'detached' });
  await start(page, '备注');
  assert.equal(await text.inputValue(), '');
  await text.fill('写完了');
  await submit(page, '备注');
  await acts(page).getByRole('button', { name: '备注', exact: true }).waitFor();
  assert.equal(await page.getByRole('list', { name: '没有提交的内容' }).count(), 0);
  await page.context().close();
});

test('on a phone the stages are folded to where it stands, and unfold', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await openComplaint(browser, world, 'agent', number, { size: [390, 844] });
  const way = page.getByRole('region', { name: '办理环节' });
  await way.getByRole('button', { name: '全部 8 个环节' }).waitFor();
  assert.equal(await way.getByRole('listitem').count(), 1);
  assert.ok((await acts(page).getByRole('button').first().boundingBox()).y < 600, 'the first act is in view');
  const dot = await way.locator('.dot').first().boundingBox();
  assert.ok(Math.abs(dot.width - dot.height) < 0.5, 'the circle is one');
  await way.getByRole('button', { name: '全部 8 个环节' }).click();
  assert.equal(await way.getByRole('listitem').count(), 8);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const circle of await way.locator('.dot').all()) {
    const box = await circle.boundingBox();
    assert.ok(Math.abs(box.width - box.height) < 0.5, `${box.width} × ${box.height}`);
  }
  await page.context().close();
});

test('the line of an interchange station lies beside the exit, on a desk, in the dark and on a phone', async () => {
  for (const [size, theme] of [[[1366, 768], 'light'], [[1366, 768], 'dark'], [[390, 844], 'light'], [[320, 700], 'light']]) {
    const page = await open('agent', { size, theme });
    await place(page).fill('tyxl');
    await page.getByRole('option', { name: /体育西路/ }).click();
    await page.getByLabel('哪条线').waitFor();
    const boxes = await page.getByRole('group', { name: '发生地点' }).locator(':scope > *').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, top, right, bottom }) => ({ left, top, right, bottom })));
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1)) assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top, `${size} ${theme}: ${JSON.stringify([a, b])}`);
    await page.context().close();
  }
});

test('a text file is read in the page, whichever way it was written', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await openComplaint(browser, world, 'desk-line1', number);
  const files = page.getByRole('region', { name: '附件' });
  const gb = Buffer.from('cfb5cdb3c8d5d6be', 'hex'); // 系统日志
  for (const [name, buffer, words] of [['log.txt', Buffer.from('闸机 E-07 停用\n第二行'), '闸机 E-07 停用'], ['gb.txt', gb, '系统日志']]) {
    await files.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
    await files.getByRole('button', { name: `预览 ${name}` }).click();
    await page.getByRole('dialog', { name }).getByText(words).waitFor();
    await page.keyboard.press('Escape');
  }
  await page.context().close();
});
