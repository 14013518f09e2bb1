// Whoever has to decide or to add is told so on the complaint's page; what closed otherwise looks so; a slip of the hand is taken back; each round keeps its outcome.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, picture } from './support/browser.mjs';
import { World, bringTo } from './support/world.mjs';
import { date, ofTwoUnits, opinion, text } from './support/acts.mjs';
import { counts, dialog, ledger } from './support/ledger.mjs';
import { acts, facts, form, history, offered, openComplaint, stands, start, submit } from './support/complaint.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const open = (user, number, options) => openComplaint(browser, world, user, number, options);
const close = (page) => page.context().close();
const in_ = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
const nothing = (page) => acts(page).getByText('现在没有需要您做的');
const way = (page) => page.getByRole('region', { name: '办理环节' });

test('R9_4 an extension waits for the director: said first, decided by one key, found in the ledger', async () => {
  const { number } = await bringTo(world, 'opinion');
  await world.act(number, 'desk-line1', 'request_extension', { until: in_(20), reason: '待配件到货', clock: 'reply' });
  const page = await open('director', number);
  await acts(page).getByText(/有一项延期申请等您决定：答复总时限延到/).waitFor();
  assert.equal(await nothing(page).count(), 0);
  await accessible(page, 'an extension to decide');
  await picture(page, 'director-extension-waits');
  await page.keyboard.press('x');
  await form(page, '不同意延期').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await form(page, '同意延期').waitFor();
  await form(page, '同意延期').getByRole('textbox', { name: '延期的理由' }).fill('配件确需时日');
  await submit(page, '同意延期');
  await page.getByRole('dialog', { name: '乘客将看到以下内容' }).getByRole('button', { name: '确认并同意延期' }).click();
  await nothing(page).waitFor();
  await world.act(number, 'desk-line1', 'request_extension', { until: in_(40), reason: '仍待配件', clock: 'reply' });
  await page.goto('/staff/');
  await page.getByRole('region', { name: '延期待决定' }).getByRole('listitem').first().waitFor();
  await page.goto(`${ledger}?view=extensions&waiting=extension&sort=due`);
  await page.getByRole('navigation', { name: '视图' }).getByText('延期待决定').first().waitFor();
  await counts(page, 1);
  await page.getByText(number).first().waitFor();
  await close(page);
});

test('R4_2 an assisting unit is told that its opinion is owed, and sees it as done afterwards', async () => {
  const { number } = await ofTwoUnits(world);
  const page = await open('desk-line2', number);
  await acts(page).getByText('本单位协办：主办单位在等本单位的协办意见。').waitFor();
  assert.equal(await nothing(page).count(), 0);
  await page.keyboard.press('a');
  const fields = form(page, '提交协办意见');
  await fields.waitFor();
  for (const fill of opinion) await fill(fields);
  await submit(page, '提交协办意见');
  await acts(page).getByText('本单位的协办意见已提交。需要时可以再补充一份。').waitFor();
  await nothing(page).waitFor();
  await close(page);
});

test('R9_4 a suspended complaint says that it waits for the passenger, and is resumed by one key', async () => {
  const { number } = await bringTo(world, 'opinion');
  await world.act(number, 'desk-line1', 'suspend', { reason: '请补充照片' });
  const page = await open('desk-line1', number);
  await acts(page).getByText(/正在等乘客补充情况，计时已停/).waitFor();
  assert.equal(await nothing(page).count(), 0);
  await page.keyboard.press('a');
  await form(page, '恢复计时').getByRole('textbox', { name: '理由' }).fill('已补充');
  await submit(page, '恢复计时');
  await offered(page, '提交意见').waitFor();
  await close(page);
});

test('R4_6a an extension of the stage beyond the reply limit is warned of, and can be made one of that limit', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('desk-line1', number);
  const fields = await start(page, '申请延期');
  await date('延长到', 20)(fields);
  await fields.getByText(/这个日期晚于答复总时限/).waitFor();
  await fields.getByRole('button', { name: '改为延长答复总时限' }).click();
  assert.equal(await fields.getByText(/这个日期晚于答复总时限/).count(), 0);
  await text('理由', '待配件到货')(fields);
  await submit(page, '申请延期');
  await history(page).getByText('申请延期').first().waitFor();
  assert.equal((await world.complaint(number)).extension_request.clock, 'reply');
  await close(page);
});

test('a dispatch by one key is taken back by another, a batch by its notice; both stay in the history', async () => {
  const { number } = await bringTo(world, 'dispatch');
  const page = await open('agent', number);
  await acts(page).getByRole('button', { name: '转办给一号线运营中心' }).waitFor();
  await page.keyboard.press('a');
  await stands(page, 'opinion');
  await page.getByRole('status').getByRole('button', { name: '撤销', exact: true }).waitFor();
  await page.keyboard.press('z');
  await stands(page, 'dispatch');
  await history(page).getByText('撤销').first().waitFor();
  const after = await world.complaint(number);
  assert.deepEqual([after.stage, after.handling_units, after.version], ['dispatch', [], 3]);

  const others = await Promise.all([1, 2].map((index) => world.register({ content: `批量撤销专用，第${index}件。` })));
  await page.goto(`${ledger}?stage=dispatch&q=${encodeURIComponent('批量撤销专用')}`);
  await counts(page, 2);
  for (const one of others) await page.getByRole('checkbox', { name: `选择 ${one.number}` }).click();
  await page.getByRole('button', { name: '转办', exact: true }).click();
  await dialog(page).getByRole('combobox', { name: '主办单位' }).fill('二号线');
  await dialog(page).getByRole('option', { name: /二号线/ }).first().click();
  await dialog(page).getByRole('button', { name: '转办 2 件' }).click();
  await dialog(page).getByText('成功 2 件').waitFor();
  await page.keyboard.press('Escape'); // what lies over the page is put away first
  await page.getByRole('status').getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('status').getByText('已撤销 2 件，恢复原状').waitFor();
  for (const one of others) assert.deepEqual([(await world.complaint(one.number)).stage, (await world.complaint(one.number)).version], ['dispatch', 3]);
  await close(page);
});

test('withdrawn and ended do not look done: head, way, ledger', async () => {
  const withdrawn = await world.register();
  await world.act(withdrawn.number, 'agent', 'withdraw', { reason: '乘客来电' });
  const ended = await world.register();
  await world.act(ended.number, 'director', 'end', { reason: '重复' });
  for (const [number, how] of [[withdrawn.number, '已办结（撤诉）'], [ended.number, '已办结（终止）']]) {
    const page = await open('agent', number);
    await page.getByRole('main').getByText(how, { exact: true }).first().waitFor();
    await way(page).getByText(how, { exact: true }).waitFor();
    await close(page);
  }
  const page = await browser.page(world, 'agent', '/staff/ledger?closing=withdrawn');
  await page.getByText('已办结（撤诉）').first().waitFor();
  assert.equal(await page.getByText(ended.number).count(), 0);
  await close(page);
});

test('R5_2 in the second round the first one’s outcome is called the first one’s, on the page and on paper', async () => {
  const { number } = await bringTo(world, 'follow_up');
  await world.act(number, 'agent2', 'record_follow_up', { outcome: 'answered', satisfaction: 'dissatisfied', solved: 'not_solved' });
  const page = await open('agent', number);
  for (const line of ['单位：解决情况', '乘客：是否解决', '乘客：满意度']) await facts(page).getByText(line, { exact: true }).waitFor();
  await facts(page).getByText('已解决（第 1 轮）', { exact: true }).waitFor();
  await facts(page).getByText('未解决（第 1 轮）', { exact: true }).waitFor();
  await facts(page).getByText('不满意（第 1 轮）', { exact: true }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const paper = page.getByRole('heading', { name: '乘客投诉登记表' }).locator('..');
  await paper.getByRole('row', { name: /^第 1 轮处理结果 扶梯恢复运行/ }).waitFor();
  await paper.getByRole('row', { name: /^第 2 轮处理结果 本轮还没有处理结果/ }).waitFor();
  await close(page);
});

test('a change of nothing is answered in plain words', async () => {
  const { number } = await world.register();
  const page = await open('agent', number);
  await start(page, '改分类');
  await submit(page, '改分类');
  await form(page, '改分类').getByRole('alert').getByText(/没有要改的内容/).first().waitFor();
  await close(page);
});
