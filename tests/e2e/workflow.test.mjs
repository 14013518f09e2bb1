// The acts of the main way by every role that may do them, each from its form to the next stage. Those beside the way: workflow-side.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from './support/browser.mjs';
import { World, bringTo } from './support/world.mjs';
import { at, choose, everyAct, opinion, radio, select, text, then } from './support/acts.mjs';
import { done, form, openComplaint, stands, start, submit } from './support/complaint.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

everyAct([
  { act: 'dispatch', name: '转办', shown: 'centre-dispatch-two', by: ['agent', 'director'], from: (world) => world.register({ place: null }), fill: [choose('主办单位', '一号线'), choose('协办单位', '二号线'), text('附言', '请尽快')], to: 'opinion' },
  { act: 'answer', name: '直接答复', by: ['agent', 'director'], shown: 'centre-answer', from: at('dispatch'), fill: [text('处理结果', '已电话说明'), radio('已解决'), text('给乘客的话', '感谢您的来电')], to: 'feedback' },
  { act: 'answer', name: '直接答复', by: ['desk-line1'], shown: 'desk-answer', from: (world) => world.register({ channel: 'on_site' }, 'desk-line1'), fill: [text('处理结果', '现场已处理'), radio('已解决')], to: 'feedback' },
  { act: 'refuse', name: '不予受理', shown: 'centre-refuse', by: ['agent', 'director'], from: at('dispatch'), fill: [text('不予受理的理由', '与正在办理的投诉为同一事项，请以该件的答复为准。')], to: 'closed', told: true },
  { act: 'submit_opinion', name: '提交意见', by: ['desk-line1', 'head-line1'], from: at('opinion'), fill: opinion, to: 'review' },
  { act: 'return', name: '退回', shown: 'unit-return', by: ['desk-line1', 'head-line1'], from: at('opinion'), fill: [text('退回的理由', '设备由电扶梯管理中心负责')], to: 'dispatch' },
  { act: 'approve', name: '审核通过', shown: 'centre-approve', by: ['agent', 'director'], from: at('review'), fill: [text('附言', '同意')], to: 'remedy' },
  { act: 'reject', name: '驳回意见', shown: 'centre-reject', by: ['agent', 'director'], from: at('review'), fill: [text('驳回的理由', '请补充检修记录')], to: 'opinion' },
  { act: 'complete', name: '处理完成', by: ['desk-line1', 'head-line1'], from: at('remedy'), fill: [text('处理经过', '链条已更换')], to: 'result' },
  { act: 'complete', name: '处理完成', by: ['desk-line1'], with: '并报结果', shown: 'unit-complete', from: at('remedy'), fill: [text('处理经过', '链条已更换'), text('处理结果', '恢复运行'), radio('已解决'), text('给乘客的话', '扶梯已修好')], to: 'feedback' },
  { act: 'report_result', name: '报送结果', shown: 'unit-result', by: ['desk-line1', 'head-line1'], from: at('result'), fill: [text('处理结果', '链条已更换，扶梯恢复运行。'), radio('已解决')], to: 'feedback' },
  { act: 'give_feedback', name: '反馈', by: ['agent', 'director'], from: at('feedback'), fill: [select('联系方式', '短信'), text('反馈内容', '扶梯已恢复运行。')], to: 'follow_up', told: true },
  { act: 'reject_result', name: '驳回结果', shown: 'centre-reject-result', by: ['agent', 'director'], from: at('feedback'), fill: [text('驳回的理由', '尚未恢复运行')], to: 'remedy' },
  { act: 'record_follow_up', name: '记录回访', by: ['agent2', 'director'], with: '满意', from: at('follow_up'), fill: [radio('满意'), radio('已解决'), text('投诉人意见', '处理及时')], to: 'closed' },
  { act: 'record_follow_up', name: '记录回访', by: ['agent2'], with: '不满意', from: at('follow_up'), fill: [radio('不满意'), radio('未解决')], to: 'dispatch', round: 2 },
  { act: 'record_follow_up', name: '记录回访', by: ['agent2'], with: '未联系上', from: at('follow_up'), fill: [radio('未联系上'), text('投诉人意见', '无人接听')], to: 'follow_up' },
], () => ({ world, browser }));

test('three calls that nobody answers close it unrated', async () => {
  const { number } = await bringTo(world, 'follow_up');
  const page = await openComplaint(browser, world, 'agent2', number);
  for (const to of ['follow_up', 'follow_up', 'closed']) {
    const { version } = await world.complaint(number);
    const fields = await start(page, '记录回访');
    await radio('未联系上')(fields);
    await submit(page, '记录回访');
    await form(page, '记录回访').waitFor({ state: 'detached' });
    await stands(page, to);
    assert.equal((await world.complaint(number)).version, version + 1);
  }
  assert.equal((await world.complaint(number)).satisfaction, 'unrated');
  await page.context().close();
});

test('a rejected opinion comes back with what was proposed, and both versions stay readable', async () => {
  const { number } = await then(at('review'), ['agent', 'reject', { reason: '请补充检修记录' }])(world);
  const page = await openComplaint(browser, world, 'desk-line1', number);
  const fields = await start(page, '提交意见');
  assert.equal(await fields.getByRole('textbox', { name: '调查情况' }).inputValue(), '扶梯踏板链断裂');
  await text('调查情况', '扶梯踏板链断裂，检修记录已附。')(fields);
  await submit(page, '提交意见');
  await done(page, '提交意见');
  const opinions = page.getByRole('region', { name: '处理意见' });
  await opinions.getByText('第 2 稿').waitFor();
  await opinions.getByText('已驳回').waitFor();
  await opinions.getByText('请补充检修记录').waitFor();
  await page.context().close();
});
