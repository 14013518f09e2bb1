// The page of one complaint: what it shows, how few actions its tasks take. Two people on it, and what goes wrong: complaint-trouble.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, counting, picture, reflows } from './support/browser.mjs';
import { World, bringTo } from './support/world.mjs';
import { opinion, radio, text } from './support/acts.mjs';
import { acts, confirm, done, facts, form, history, openComplaint, ready, stands, start, submit } from './support/complaint.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const open = (user, number, options) => openComplaint(browser, world, user, number, options);
const files = (page) => page.getByRole('region', { name: '附件' });
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const sound = Buffer.concat([Buffer.from('RIFF$\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0', 'latin1')]);
const upload = (page, ...list) => files(page).getByLabel('添加附件').setInputFiles(list.map(([name, mimeType, buffer]) => ({ name, mimeType, buffer })));
// ---- budgets (ecosystem.md, section 5)

test('a dispatch to the suggested unit takes one key', async () => {
  const { number } = await bringTo(world, 'dispatch');
  const page = await open('agent', number);
  await acts(page).getByRole('button', { name: '转办给一号线运营中心' }).waitFor();
  await picture(page, 'centre-dispatch');
  const count = await counting(page);
  await page.keyboard.press('a');
  await stands(page, 'opinion');
  assert.ok((await count()) <= 1);
  assert.deepEqual((await world.complaint(number)).handling_units, [{ unit: 'line1', lead: true }]);
  await page.context().close();
});

test('a dispatch to another unit takes at most three actions', async () => {
  const { number } = await bringTo(world, 'dispatch');
  const page = await open('agent', number);
  const count = await counting(page);
  await acts(page).getByRole('button', { name: '选择其他单位' }).click();
  const fields = form(page, '转办');
  await fields.getByRole('combobox', { name: '主办单位' }).fill('二号线');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await stands(page, 'opinion');
  assert.ok((await count()) <= 3, `${await count()} actions`);
  assert.equal((await world.complaint(number)).handling_units[0].unit, 'line2');
  await page.context().close();
});

test('an opinion with a file takes at most five actions', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('desk-line1', number);
  const count = await counting(page);
  const fields = await start(page, '提交意见');
  for (const fill of opinion) await fill(fields);
  await fields.getByLabel('添加文件').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: pixel });
  await picture(page, 'unit-opinion');
  await submit(page, '提交意见');
  await stands(page, 'review');
  const actions = (await count()) + 1; // and the choosing of the file
  assert.ok(actions <= 5, `${actions} actions`);
  await files(page).getByText('现场.png').waitFor();
  await page.context().close();
});

test('an approval takes at most two actions', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await open('director', number);
  const count = await counting(page);
  await start(page, '审核通过');
  await submit(page, '审核通过');
  await stands(page, 'remedy');
  assert.ok((await count()) <= 2);
  await page.context().close();
});

test('a rejection with its reason takes at most three actions', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await open('agent', number);
  const count = await counting(page);
  await page.keyboard.press('x');
  await form(page, '驳回意见').waitFor();
  await page.keyboard.type('请补充检修记录');
  await page.keyboard.press('Control+Enter');
  await stands(page, 'opinion');
  assert.ok((await count()) <= 3);
  await page.context().close();
});

test('a follow-up takes at most four actions', async () => {
  const { number } = await bringTo(world, 'follow_up');
  const page = await open('agent2', number);
  const count = await counting(page);
  const fields = await start(page, '记录回访');
  await radio('满意')(fields);
  await radio('已解决')(fields);
  await text('投诉人意见', '谢谢')(fields);
  await picture(page, 'agent-follow-up');
  await submit(page, '记录回访');
  await stands(page, 'closed');
  assert.ok((await count()) <= 4);
  await page.context().close();
});

// ---- do this and open the next

test('“do this and open the next” opens what is due first', async () => {
  const first = await bringTo(world, 'review');
  const page = await open('agent', first.number);
  await start(page, '审核通过');
  await form(page, '审核通过').getByRole('button', { name: '审核通过并办下一件' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(first.number));
  await ready(page);
  assert.equal((await world.complaint(first.number)).stage, 'remedy');
  await page.context().close();
});

test('a key does it and opens the next', async () => {
  await bringTo(world, 'opinion');
  const { number } = await bringTo(world, 'opinion');
  const page = await open('desk-line1', number);
  const fields = await start(page, '退回');
  await text('退回的理由', '不属于本单位')(fields);
  await page.keyboard.press('Control+Shift+Enter');
  await page.waitForURL((url) => url.pathname.startsWith('/staff/complaints/') && !url.pathname.endsWith(number));
  await ready(page);
  await page.context().close();
});

// ---- what the passenger reads

test('nothing reaches the passenger before its preview is confirmed', async () => {
  const { number } = await bringTo(world, 'feedback');
  const page = await open('agent', number);
  const fields = await start(page, '反馈');
  await fields.getByText('乘客可见', { exact: true }).waitFor();
  await text('反馈内容', '扶梯已恢复运行，感谢您的监督。')(fields);
  await submit(page, '反馈');
  const preview = page.getByRole('dialog', { name: '乘客将看到以下内容' });
  await preview.getByText('扶梯已恢复运行，感谢您的监督。').waitFor();
  await accessible(page, 'the preview');
  await picture(page, 'centre-feedback-preview');
  await preview.getByRole('button', { name: '返回修改' }).click();
  assert.equal((await world.complaint(number)).stage, 'feedback');
  await submit(page, '反馈');
  await confirm(page, '反馈');
  await stands(page, 'follow_up');
  await page.context().close();
});

test('feedback begins with the words that the unit wrote for the passenger', async () => {
  const { number } = await bringTo(world, 'result');
  await world.act(number, 'desk-line1', 'report_result', { result: '内部：供应商罚款', resolution: 'solved', public_text: '扶梯已修好，欢迎监督。' });
  const page = await open('agent', number);
  const fields = await start(page, '反馈');
  assert.equal(await fields.getByRole('textbox', { name: '反馈内容' }).inputValue(), '扶梯已修好，欢迎监督。');
  await page.context().close();
});

test('the history marks what the passenger reads', async () => {
  const { number } = await bringTo(world, 'follow_up');
  const page = await open('agent', number);
  const entries = history(page).getByRole('article');
  await entries.filter({ hasText: '反馈' }).getByText('乘客可见').first().waitFor();
  assert.equal(await entries.filter({ hasText: '处理经过' }).getByText('乘客可见').count(), 0);
  await page.context().close();
});

// ---- the contact

test('the contact is shown for a minute, with a reason that is recorded', async () => {
  const { number } = await bringTo(world, 'opinion', { complainant: { name: '张三丰', phone: '13812345678' } });
  const page = await browser.page(world, 'agent');
  await page.clock.install();
  await page.goto(`/staff/complaints/${number}`);
  await ready(page);
  await facts(page).getByText('138****5678').first().waitFor();
  await page.keyboard.press('i');
  const dialog = page.getByRole('dialog', { name: '查看投诉人联系方式' });
  await dialog.getByRole('button', { name: '记录并查看' }).click();
  await dialog.getByText('请填写此项').waitFor();
  await accessible(page, 'the reveal dialog');
  await dialog.getByRole('button', { name: '回访联系投诉人' }).click();
  await dialog.getByRole('button', { name: '记录并查看' }).click();
  await facts(page).getByText('13812345678').waitFor();
  await picture(page, 'agent-reveal');
  await page.clock.fastForward(61_000);
  await facts(page).getByText('13812345678').waitFor({ state: 'detached' });
  await history(page).getByRole('article').filter({ hasText: '查看联系方式' }).getByText('回访联系投诉人').waitFor();
  await page.context().close();
});

test('a desk reveals the contact of its own complaint', async () => {
  const { number } = await bringTo(world, 'opinion', { complainant: { name: '李四', phone: '13912345678' } });
  const page = await open('desk-line1', number);
  await facts(page).getByRole('button', { name: '查看联系方式' }).click();
  const dialog = page.getByRole('dialog', { name: '查看投诉人联系方式' });
  await dialog.getByRole('textbox', { name: '查看的理由' }).fill('核实投诉情况');
  await dialog.getByRole('button', { name: '记录并查看' }).click();
  await facts(page).getByText('13912345678').waitFor();
  await facts(page).getByRole('button', { name: '立即隐去' }).click();
  await facts(page).getByText('139****5678').first().waitFor();
  await page.context().close();
});

// ---- files

test('pictures, PDF and recordings are shown in the page, others are saved', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('desk-line1', number);
  await upload(page, ['现场.png', 'image/png', pixel]);
  await files(page).getByText('现场.png').waitFor();
  await upload(page, ['检修单.pdf', 'application/pdf', pdf]);
  await files(page).getByText('检修单.pdf').waitFor();
  await upload(page, ['来电.wav', 'audio/wav', sound]);
  await files(page).getByText('来电.wav').waitFor();
  await files(page).getByRole('button', { name: '预览 现场.png' }).click();
  const shown = page.getByRole('dialog', { name: '现场.png' });
  const image = shown.getByRole('img', { name: '图片 现场.png' });
  await image.waitFor();
  await page.waitForFunction((img) => img.complete && img.naturalWidth === 1, await image.elementHandle());
  await accessible(page, 'the preview of a file');
  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'detached' });
  await files(page).getByRole('button', { name: '预览 检修单.pdf' }).click();
  await page.getByRole('dialog', { name: '检修单.pdf' }).waitFor();
  await page.keyboard.press('Escape');
  const [download] = await Promise.all([page.waitForEvent('download'), files(page).getByRole('link', { name: '下载 检修单.pdf' }).click()]);
  assert.equal(download.suggestedFilename(), '检修单.pdf');
  await page.context().close();
});

test('a screenshot is pasted into the complaint', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('agent', number);
  await page.evaluate((base64) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'image.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, pixel.toString('base64'));
  await files(page).getByRole('button', { name: /^预览 .*\.png$/ }).waitFor();
  await page.context().close();
});

test('an upload that fails says so and is tried again', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('agent', number);
  await page.route('**/attachments?name=*', (route) => route.abort(), { times: 1 });
  await upload(page, ['现场.png', 'image/png', pixel]);
  await files(page).getByText(/没有上传成功/).waitFor();
  await files(page).getByRole('button', { name: '重新上传' }).click();
  await files(page).getByRole('link', { name: '下载 现场.png' }).waitFor();
  await page.context().close();
});

// ---- history, way, clocks

test('an entry of the history is linked to and filtered by kind', async () => {
  const { number } = await bringTo(world, 'follow_up');
  await world.act(number, 'agent', 'note', { text: '单独的一条备注' });
  const page = await browser.page(world, 'agent', `/staff/complaints/${number}#event-3`);
  await ready(page);
  await page.waitForFunction(() => document.activeElement?.id === 'event-3');
  await history(page).getByRole('button', { name: /^备注与查看/ }).click();
  await history(page).getByText('单独的一条备注').waitFor();
  assert.equal(await history(page).getByRole('article').count(), 1);
  await page.context().close();
});

test('rounds, returns and rejections stay readable', async () => {
  const { number } = await bringTo(world, 'review');
  await world.act(number, 'agent', 'reject', { reason: '依据不足' });
  await world.act(number, 'desk-line1', 'return', { reason: '应由电扶梯管理中心负责' });
  const page = await open('agent', number);
  const way = page.getByRole('region', { name: '办理环节' });
  await way.getByText(/驳回意见：待审核 → 待提意见/).waitFor();
  await way.getByText(/退回：待提意见 → 待转办/).waitFor();
  await page.context().close();
});

test('each clock names its rule, its clause and the version of the rule book', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('agent', number);
  const clocks = page.getByRole('region', { name: '时限' });
  await clocks.getByText('意见时限').first().waitFor();
  await clocks.getByText(/承办单位在 3 个工作日内提出处理意见/).first().waitFor();
  await clocks.getByText(/规则手册第 1 版，2018-01-01 起施行/).first().waitFor();
  await clocks.getByText('答复总时限').first().waitFor();
  await page.context().close();
});

// ---- keyboard, languages, paper, small screens

test('the acts are found in the palette', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await open('agent', number);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('驳回');
  await page.getByRole('option', { name: /驳回意见/ }).first().click();
  await form(page, '驳回意见').waitFor();
  await page.context().close();
});

test('keys do nothing while an input method composes', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await open('agent', number);
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, isComposing: true })));
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true })));
  await form(page, '备注').waitFor();
  assert.equal(await form(page, '审核通过').count(), 0);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-act') === 'note');
  await page.context().close();
});

test('whatever people write is shown as text', async () => {
  const evil = `<img src=x onerror="document.title='bad'"><script>document.title='bad'</script>\u202Eabc ${'长'.repeat(2000)}`;
  const { number } = await bringTo(world, 'opinion', { content: evil });
  const page = await open('agent', number);
  const fields = await start(page, '备注');
  await text('备注内容', evil)(fields);
  await submit(page, '备注');
  await done(page, '备注');
  await history(page).getByText('<script>').first().waitFor();
  assert.doesNotMatch(await page.title(), /^bad/);
  await reflows(page);
  await page.context().close();
});

for (const [language, act, opinionName] of [['zh-TW', '駁回意見', '處理意見'], ['en', 'Reject opinion', 'Opinions']]) {
  test(`the page speaks ${language}`, async () => {
    const { number } = await bringTo(world, 'review');
    const page = await browser.page(world, 'agent', `/staff/complaints/${number}`, { language });
    await page.getByRole('heading', { name: opinionName }).waitFor();
    await page.getByRole('button', { name: act, exact: true }).click();
    await page.getByRole('form', { name: act }).waitFor();
    await accessible(page);
    assert.doesNotMatch(await page.getByRole('main').innerText(), /\b(complaint|actForm|history|facts|clockText|field)\.\w+/);
    await page.context().close();
  });
}

for (const theme of ['light', 'dark']) {
  test(`nothing is hard to see or to reach, ${theme}`, async () => {
    const { number } = await bringTo(world, 'closed');
    const page = await open('director', number, { theme });
    await accessible(page);
    await picture(page, `complaint-${theme}`);
    await start(page, '重新打开');
    await accessible(page);
    await page.context().close();
  });
}

test('it fits a narrow screen', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await open('desk-line1', number, { size: [320, 640] });
  await reflows(page);
  await start(page, '备注');
  await reflows(page);
  await page.context().close();
});

test('an opinion can be given on a telephone, with a photo', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('desk-line1', number, { size: [390, 844], touch: true });
  const fields = await start(page, '提交意见');
  await fields.scrollIntoViewIfNeeded();
  await reflows(page);
  await picture(page, 'unit-phone');
  await page.context().close();
});

test('on paper it is the registration form and the history', async () => {
  const { number } = await bringTo(world, 'follow_up');
  const page = await open('agent', number);
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { name: '乘客投诉登记表' }).waitFor();
  await page.getByRole('heading', { name: '办理过程' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '打印' }).count(), 0);
  await picture(page, 'complaint-paper');
  await page.context().close();
});
