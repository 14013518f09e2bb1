// Two people on one complaint, refusals, a lost network: nothing typed is lost, nothing is done twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, accessible, picture } from './support/browser.mjs';
import { World, bringTo } from './support/world.mjs';
import { text } from './support/acts.mjs';
import { acts, done, form, history, openComplaint, ready, stands, start, submit } from './support/complaint.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const open = (user, number, options) => openComplaint(browser, world, user, number, options);
/** A page that is told nothing of what others do. */
const deaf = async (user, number) => {
  const page = await browser.page(world, user);
  await page.route('**/api/v1/live*', (route) => route.abort());
  await page.goto(`/staff/complaints/${number}`);
  await ready(page);
  return page;
};

// ---- two people

test('what another does appears at once, with who did it', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('agent', number);
  await world.act(number, 'desk-line1', 'note', { text: '已到现场查看' });
  await history(page).getByText('已到现场查看').waitFor();
  await page.getByRole('status').getByText(/刚刚备注/).waitFor();
  await page.context().close();
});

test('a change while typing shows what changed, keeps what was typed, and it can be sent again', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await open('agent', number);
  const fields = await start(page, '驳回意见');
  await text('驳回的理由', '请补充检修记录')(fields);
  await world.act(number, 'agent2', 'grade', { severity: 'serious', reason: '多人受影响' });
  const panel = fields.getByRole('alert').filter({ hasText: '更新了这件投诉' });
  await panel.getByText('多人受影响').waitFor();
  await panel.getByText('重大').waitFor();
  assert.equal(await fields.getByRole('textbox', { name: '驳回的理由' }).inputValue(), '请补充检修记录');
  await accessible(page);
  await picture(page, 'changed-meanwhile');
  await panel.getByRole('button', { name: '看过了，按新情况提交' }).click();
  await stands(page, 'opinion');
  await page.context().close();
});

test('a stale version that the page did not know of is refused, shown and sent again', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await deaf('agent', number);
  const fields = await start(page, '审核通过');
  await text('附言', '同意')(fields);
  await world.act(number, 'agent2', 'note', { text: '乘客来电催办' });
  await submit(page, '审核通过');
  const panel = fields.getByRole('alert').filter({ hasText: '更新了这件投诉' });
  await panel.getByText('乘客来电催办').waitFor();
  assert.equal((await world.complaint(number)).stage, 'review');
  await panel.getByRole('button', { name: '看过了，按新情况提交' }).click();
  await stands(page, 'remedy');
  await page.context().close();
});

test('an act that is no longer possible leaves what was typed as a note', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await open('agent', number);
  const fields = await start(page, '驳回意见');
  await text('驳回的理由', '缺少检修记录，请补充')(fields);
  await world.act(number, 'director', 'approve', {});
  await fields.getByText('现在不能再“驳回意见”了').waitFor();
  await fields.getByRole('button', { name: '转为备注' }).click();
  await history(page).getByText('驳回的理由：缺少检修记录，请补充').waitFor();
  await page.context().close();
});

test('one’s own note from elsewhere stops nothing', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await open('agent', number);
  const fields = await start(page, '审核通过');
  await text('附言', '同意')(fields);
  await world.act(number, 'agent', 'note', { text: '同一人的备注' });
  await history(page).getByText('同一人的备注').waitFor();
  await submit(page, '审核通过');
  await stands(page, 'remedy');
  await page.context().close();
});

test('each sees that the other is working on it', async () => {
  const { number } = await bringTo(world, 'review');
  const one = await open('agent', number);
  const other = await open('agent2', number);
  await start(other, '驳回意见');
  await one.getByRole('status').getByText(/正在办理/).waitFor();
  await other.goto('about:blank'); // leaves
  await other.context().close();
  await one.getByText(/正在办理/).waitFor({ state: 'detached' });
  await one.context().close();
});

// ---- what goes wrong

test('errors stand at their fields and keep what was typed', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('desk-line1', number);
  const fields = await start(page, '提交意见');
  await text('调查情况', '现场核实')(fields);
  await submit(page, '提交意见');
  assert.equal(await fields.getByText('请填写此项').count(), 3);
  await accessible(page, 'a form with errors');
  assert.equal(await fields.getByRole('textbox', { name: '调查情况' }).inputValue(), '现场核实');
  await page.context().close();
});

test('what the server refuses stands at its field', async () => {
  const { number } = await bringTo(world, 'review');
  const page = await open('agent', number);
  const fields = await start(page, '审核通过');
  await fields.getByLabel(/约定完成时间/).fill('2035-01-01T00:00');
  await submit(page, '审核通过');
  await fields.getByText(/答复总时限|过远/).first().waitFor();
  assert.equal(await fields.getByLabel(/约定完成时间/).getAttribute('aria-invalid'), 'true');
  await page.context().close();
});

for (const [name, answer, words] of [
  ['a lost network', null, '连不上服务器'],
  ['a full disk', { status: 507, contentType: 'application/problem+json', body: '{"title":"磁盘已满","status":507}' }, '服务器磁盘已满'],
  ['a missing version', { status: 428, contentType: 'application/problem+json', body: '{"title":"缺少版本","status":428}' }, '刚刚有人更新了'],
  ['a broken server', { status: 500, contentType: 'text/html', body: '<h1>stack</h1>' }, '服务器出了错'],
  ['a withdrawn right', { status: 403, contentType: 'application/problem+json', body: '{"title":"无权","detail":"该操作不属于您的角色","status":403}' }, '没有权限'],
]) {
  test(`${name} is said in plain words; nothing typed is lost, and it is sent again`, async () => {
    const { number } = await bringTo(world, 'review');
    const page = await open('agent', number);
    const fields = await start(page, '驳回意见');
    await text('驳回的理由', '请补充检修记录')(fields);
    await page.route('**/reject', (route) => (answer ? route.fulfill(answer) : route.abort()), { times: 1 });
    await submit(page, '驳回意见');
    await fields.getByRole('alert').getByText(words).waitFor();
    assert.equal(await fields.getByRole('textbox', { name: '驳回的理由' }).inputValue(), '请补充检修记录');
    await submit(page, '驳回意见');
    await stands(page, 'opinion');
    await page.context().close();
  });
}

test('an answer that was lost on its way does not do the act twice', async () => {
  const { number, version } = await bringTo(world, 'opinion');
  const page = await open('agent', number);
  const fields = await start(page, '备注');
  await text('备注内容', '只记一次')(fields);
  await page.route('**/note', async (route) => { await route.fetch(); await route.abort(); }, { times: 1 });
  await submit(page, '备注');
  // The history tells that it was done.
  await form(page, '备注').waitFor({ state: 'detached' });
  await done(page, '备注');
  assert.equal((await world.complaint(number)).version, version + 1);
  await page.context().close();
});

test('an answer that was lost, and the history too: trying again does it once', async () => {
  const { number, version } = await bringTo(world, 'opinion');
  const page = await deaf('agent', number);
  const fields = await start(page, '备注');
  await text('备注内容', '只记一次')(fields);
  await page.route('**/note', async (route) => { await route.fetch(); await route.abort(); }, { times: 1 });
  await page.route(`**/complaints/${number}*`, (route) => route.abort());
  await page.route(`**/complaints/${number}/events*`, (route) => route.abort());
  await submit(page, '备注');
  await fields.getByRole('button', { name: '重试' }).click();
  await form(page, '备注').waitFor({ state: 'detached' });
  assert.equal((await world.complaint(number)).version, version + 1);
  await page.context().close();
});

test('there is no such complaint', async () => {
  const page = await browser.page(world, 'agent', '/staff/complaints/TS209901010001');
  await page.getByText('没有这件投诉').waitFor();
  await accessible(page);
  await page.context().close();
});

// ---- drafts

test('what was typed is there again after the form was closed, and in another window', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await open('desk-line1', number);
  const fields = await start(page, '提交意见');
  await text('调查情况', '写到一半的调查情况')(fields);
  await page.keyboard.press('Escape');
  await fields.waitFor({ state: 'detached' });
  await start(page, '提交意见');
  assert.equal(await fields.getByRole('textbox', { name: '调查情况' }).inputValue(), '写到一半的调查情况');
  await fields.getByText(/草稿已保存/).waitFor();
  await page.context().close();
  const other = await open('desk-line1', number);
  await start(other, '提交意见');
  await form(other, '提交意见').getByText('已恢复上次没有提交的内容').waitFor();
  assert.equal(await form(other, '提交意见').getByRole('textbox', { name: '调查情况' }).inputValue(), '写到一半的调查情况');
  await other.context().close();
});

test('a form that was put away knows what others changed meanwhile, also when it comes from the kept draft', async () => {
  const { number } = await bringTo(world, 'dispatch');
  const page = await openComplaint(browser, world, 'agent', number);
  await (await start(page, '不予受理')).getByRole('textbox', { name: '不予受理的理由' }).fill('打了一半的理由');
  await page.getByText('草稿已保存').first().waitFor();
  await page.getByRole('button', { name: '收起' }).click();
  await world.act(number, 'agent2', 'reclassify', { kind: 'praise' });
  await history(page).getByText('改分类').first().waitFor();
  const again = await start(page, '不予受理');
  await page.getByText('更新了这件投诉').first().waitFor();
  assert.equal(await again.getByRole('textbox', { name: '不予受理的理由' }).inputValue(), '打了一半的理由');
  const next = await openComplaint(browser, world, 'agent', number);
  await start(next, '不予受理');
  await next.getByText('更新了这件投诉').first().waitFor();
  await page.context().close();
  await next.context().close();
});

test('whoever handled a round is told why the follow-up is not theirs, and by which rule', async () => {
  const { number } = await bringTo(world, 'follow_up');
  const page = await openComplaint(browser, world, 'agent', number);
  await acts(page).getByText('不能登记这次回访').waitFor();
  await page.context().close();
});

test('“do this and open the next” never comes back to a call that nobody answered', async () => {
  const all = [await bringTo(world, 'follow_up'), await bringTo(world, 'follow_up')].map(({ number }) => number);
  const page = await openComplaint(browser, world, 'agent2', all[0]);
  const fields = await start(page, '记录回访');
  await fields.getByRole('radio', { name: '未联系上' }).check();
  await page.getByRole('button', { name: /办下一件/ }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(all[0]));
  for (let i = 0; i < 6; ++i) {
    await Promise.all([page.waitForResponse((answer) => /complaints\?.*limit=100/.test(answer.url())), page.keyboard.press('Shift+N')]);
    await ready(page);
    assert.ok(!page.url().endsWith(all[0]), 'it came back');
  }
  assert.equal((await world.complaint(all[0])).unreachable_attempts, 1);
  await page.context().close();
});
