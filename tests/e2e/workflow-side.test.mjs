// The acts beside the main way by every role that may do them, and what is not offered to whom.
// The file and the look at the contact have their own places on the page: complaint.test.mjs.
import { after, before, test } from 'node:test';
import { Browser } from './support/browser.mjs';
import { World, bringTo } from './support/world.mjs';
import { at, choose, date, everyAct, ofTwoUnits, opinion, radio, select, text, then } from './support/acts.mjs';
import { acts, notOffered, openComplaint } from './support/complaint.mjs';

let world, browser;
before(async () => { [world, browser] = await Promise.all([World.start('empty'), Browser.start()]); });
after(async () => { await browser.end(); await world.end(); });

const later = new Date(Date.now() + 30 * 86_400_000).toISOString().replace(/\.\d+Z/, '+00:00');
const asked = then(at('opinion'), ['desk-line1', 'request_extension', { until: later, reason: '等待备件' }]);

everyAct([
  { act: 'assist_opinion', name: '提交协办意见', shown: 'unit-assist', by: ['desk-line2'], from: ofTwoUnits, fill: opinion, to: 'opinion' },
  { act: 'reopen', name: '重新打开', shown: 'centre-reopen', by: ['agent', 'director'], from: at('closed'), fill: [text('重新打开的理由', '问题再次出现')], to: 'dispatch', round: 2 },
  { act: 'withdraw', name: '撤诉', shown: 'agent-withdraw', by: ['agent', 'director'], from: at('opinion'), fill: [text('投诉人如何表示撤诉', '投诉人来电，表示扶梯已恢复，不再投诉。')], to: 'closed' },
  { act: 'end', name: '终止', shown: 'director-end', by: ['director'], from: at('remedy'), fill: [text('终止的理由', '投诉人多次无法配合')], to: 'closed', told: true },
  { act: 'note', name: '备注', by: ['agent', 'director', 'desk-line1'], from: at('opinion'), fill: [text('备注内容', '已调取监控')], to: 'opinion' },
  { act: 'contact', name: '联系记录', shown: 'agent-contact', by: ['agent', 'director', 'desk-line1'], from: at('opinion'), fill: [radio('对方联系我们'), select('联系方式', '微信'), text('联系内容', '投诉人询问进展，已告知正在更换配件。')], to: 'opinion' },
  { act: 'publish_progress', name: '公布进展', shown: 'agent-progress', by: ['agent', 'director', 'desk-line1'], from: at('opinion'), fill: [text('进展内容', '备件已到货')], to: 'opinion', told: true },
  { act: 'suspend', name: '暂停计时', shown: 'unit-suspend', by: ['desk-line1', 'agent', 'director'], from: at('opinion'), fill: [text('需要乘客补充什么', '请提供乘车时间')], to: 'opinion', told: true },
  { act: 'resume', name: '恢复计时', by: ['agent', 'director', 'desk-line1'], from: then(at('opinion'), ['agent', 'suspend', { reason: '等待乘客' }]), fill: [text('理由', '乘客已补充')], to: 'opinion' },
  { act: 'request_extension', name: '申请延期', shown: 'unit-extension', by: ['desk-line1', 'head-line1'], from: at('opinion'), fill: [date('延长到', 40), text('理由', '等待备件')], to: 'opinion' },
  { act: 'grant_extension', name: '同意延期', shown: 'director-extension', by: ['director'], from: asked, fill: [date('延长到', 30), text('延期的理由', '备件在途')], to: 'opinion', told: true },
  { act: 'refuse_extension', name: '不同意延期', by: ['director'], from: asked, fill: [text('理由', '请按期完成')], to: 'opinion' },
  { act: 'reclassify', name: '改分类', shown: 'centre-reclassify', by: ['agent', 'director', 'desk-line1'], from: at('opinion'), fill: [select('类别', '建议'), choose('投诉类型', '检票')], to: 'opinion' },
  { act: 'grade', name: '定级', shown: 'centre-grade', by: ['agent', 'director'], from: at('opinion'), fill: [radio('重大'), text('理由', '多人投诉')], to: 'opinion' },
  { act: 'hold', name: '法律保留', shown: 'director-hold', by: ['director'], from: at('closed'), fill: [text('理由', '诉讼中')], to: 'closed' },
  { act: 'release_hold', name: '解除法律保留', by: ['director'], from: then(at('closed'), ['director', 'hold', { reason: '诉讼中' }]), fill: [text('理由', '已结案')], to: 'closed' },
], () => ({ world, browser }));

const forbidden = [
  { user: 'agent', stage: 'opinion', not: ['提交意见', '退回', '同意延期', '终止', '法律保留'] },
  { user: 'agent', stage: 'remedy', not: ['处理完成', '提交意见', '终止'] },
  { user: 'agent', stage: 'result', not: ['报送结果', '处理完成'] },
  { user: 'agent', stage: 'review', not: ['提交意见', '转办', '反馈', '终止'] },
  { user: 'desk-line1', stage: 'dispatch', not: ['转办', '不予受理', '直接答复', '撤诉', '终止'] },
  { user: 'desk-line1', stage: 'review', not: ['审核通过', '驳回意见', '提交意见', '撤诉', '定级'] },
  { user: 'head-line1', stage: 'feedback', not: ['反馈', '驳回结果', '记录回访'] },
  { user: 'desk-line1', stage: 'follow_up', not: ['记录回访', '重新打开'] },
  { user: 'director', stage: 'opinion', not: ['提交意见', '退回', '重新打开'] },
  { user: 'desk-line1', stage: 'closed', not: ['重新打开', '终止', '法律保留'] },
];
for (const { user, stage, not } of forbidden) {
  test(`${user} is not offered ${not.join('、')} at ${stage}`, async () => {
    const { number } = await bringTo(world, stage);
    const page = await openComplaint(browser, world, user, number);
    await notOffered(page, not);
    await page.context().close();
  });
}

test('whoever wrote the feedback is not offered the follow-up', async () => {
  const { number } = await bringTo(world, 'follow_up');
  const page = await openComplaint(browser, world, 'agent', number);
  await notOffered(page, ['记录回访']);
  await page.context().close();
});

test('the assisting unit is offered its own opinion only', async () => {
  const { number } = await ofTwoUnits(world);
  const page = await openComplaint(browser, world, 'desk-line2', number);
  await acts(page).getByRole('button', { name: '提交协办意见' }).waitFor();
  await notOffered(page, ['提交意见', '退回']);
  await page.context().close();
});

test('a unit that does not handle it is told so, and led to its ledger', async () => {
  const { number } = await bringTo(world, 'opinion');
  const page = await browser.page(world, 'desk-line2', `/staff/complaints/${number}`);
  await page.getByText('您不能查看这件投诉').waitFor();
  await page.getByRole('link', { name: '打开台账' }).waitFor();
  await page.context().close();
});

for (const user of ['leader', 'auditor', 'sysadmin', 'secadmin']) {
  test(`${user} sees no complaint`, async () => {
    const { number } = await bringTo(world, 'dispatch');
    const page = await browser.page(world, user, `/staff/complaints/${number}`);
    await page.getByRole('heading', { level: 1, name: '没有权限打开此页' }).waitFor();
    await page.context().close();
  });
}
