// A complaint's whole life through four roles, with a rejection and a dissatisfied round (workflow.md).
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { bringTo, cast, opinion } from './support/life.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

test('from receipt to closing through four roles, one rejection, one dissatisfied round', async () => {
  const { agent, agent2, director, deskA, deskB, a, b, cause } = people;
  let c = await agent.register({ content: '三号线早高峰B口扶梯停运两天，老人上下不便。', type: 'facilities.lift', unit: a, complainant: { name: '张三', phone: '13812341234' } });
  const seen = [];
  const expect = (stage, round) => {
    seen.push(c.version);
    assert.deepEqual([c.stage, c.round], [stage, round]);
  };
  expect('dispatch', 1);
  assert.equal(c.version, 1);
  c = await agent.act(c, 'dispatch', { units: [{ unit: a, lead: true }, { unit: b, lead: false }], note: '请三日内反馈' });
  expect('opinion', 1);
  assert.deepEqual(c.handling_units, [{ unit: a, lead: true }, { unit: b, lead: false }]);
  c = await deskA.act(c, 'submit_opinion', { ...opinion(cause), claim: 'partly' });
  expect('review', 1);
  c = await agent.act(c, 'reject', { reason: '未说明停运原因' });
  expect('opinion', 1);
  c = await deskB.act(c, 'assist_opinion', opinion(cause));
  expect('opinion', 1);
  c = await deskA.act(c, 'submit_opinion', { ...opinion(cause), contacted: { at: c.registered_at, means: 'phone' } });
  expect('review', 1);
  assert.deepEqual(c.opinions.map((o) => [o.unit, o.lead, o.verdict]), [[a, true, 'rejected'], [b, false, null], [a, true, null]]);
  c = await director.act(c, 'approve', { note: '同意' });
  expect('remedy', 1);
  assert.equal(c.cause, cause);
  c = await deskA.act(c, 'complete', { done: '扶梯链条已更换' });
  expect('result', 1);
  c = await deskA.act(c, 'report_result', { result: '扶梯恢复运行', resolution: 'partly' });
  expect('feedback', 1);
  assert.deepEqual([c.result, c.resolution], ['扶梯恢复运行', 'partly']);
  c = await agent.act(c, 'give_feedback', { means: 'phone', text: '已电话告知' });
  expect('follow_up', 1);
  assert.ok(c.fed_back_at);
  c = await agent2.act(c, 'record_follow_up', { outcome: 'answered', satisfaction: 'dissatisfied', solved: 'not_solved', comment: '又停了' });
  expect('dispatch', 2);
  c = await agent.act(c, 'dispatch', { units: [{ unit: a, lead: true }] });
  c = await deskA.act(c, 'submit_opinion', opinion(cause));
  c = await agent.act(c, 'approve', {});
  c = await deskA.act(c, 'complete', { done: '整机更换', result: '新扶梯已投用', resolution: 'solved', public_text: '新扶梯已投入使用' });
  expect('feedback', 2);
  c = await agent.act(c, 'give_feedback', { means: 'sms', text: '新扶梯已投用' });
  c = await director.act(c, 'record_follow_up', { outcome: 'answered', satisfaction: 'satisfied', solved: 'solved' });
  expect('closed', 2);
  assert.deepEqual([c.satisfaction, c.solved], ['satisfied', 'solved']);
  assert.ok(c.closed_at);
  assert.ok(c.clocks.every((clock) => clock.outcome !== 'running'), 'a clock still runs');

  const { items } = await agent.all(`/api/v1/complaints/${c.number}/events`);
  assert.deepEqual(items.map((event) => event.seq), Array.from({ length: c.version }, (_, i) => i + 1));
  assert.deepEqual(items.slice(0, 5).map((event) => [event.act, event.actor.role]),
    [['register', 'agent'], ['dispatch', 'agent'], ['submit_opinion', 'desk'], ['reject', 'agent'], ['assist_opinion', 'desk']]);
  assert.equal(items[3].texts.reason, '未说明停运原因');
  assert.deepEqual(items[1].data.units, [{ unit: a, lead: true }, { unit: b, lead: false }]);
  assert.equal(new Set(items.map((event) => event.digest)).size, items.length);
  assert.deepEqual(await agent.complaint(c.number), (await agent.get(`/api/v1/complaints/${c.number}`)).body);
});

test('clocks: each stage has its own, met when the act came in time, and the outer clock ends with the feedback', async () => {
  const c = await bringTo('closed', people, { unit: people.a });
  const outcome = Object.fromEntries(c.clocks.map((clock) => [clock.stage, clock.outcome]));
  for (const stage of ['register', 'relay', 'dispatch', 'opinion', 'review', 'remedy', 'result', 'feedback', 'follow_up', 'reply']) assert.equal(outcome[stage], 'met', stage);
  for (const clock of c.clocks) assert.ok(new Date(clock.ended_at) <= new Date(clock.due_at), clock.stage);
  assert.equal(c.clocks.find((clock) => clock.stage === 'dispatch').limit, '1wd');
  assert.equal(c.clocks.find((clock) => clock.stage === 'opinion').limit, '3wd');
});

test('a unit returns what is not its own; the centre dispatches anew', async () => {
  let c = await bringTo('opinion', people);
  c = await people.deskA.act(c, 'return', { reason: '不属本单位管理范围' });
  assert.deepEqual([c.stage, c.round, c.handling_units], ['dispatch', 1, []]);
  c = await people.agent.act(c, 'dispatch', { units: [{ unit: people.c }] });
  assert.deepEqual([c.stage, c.handling_units], ['opinion', [{ unit: people.c, lead: true }]]);
  assert.equal(c.clocks.filter((clock) => clock.stage === 'dispatch').length, 2);
});

test('the centre settles it at once; a unit settles what it took in itself', async () => {
  const settled = { result: '已当场解释清楚', resolution: 'solved' };
  let c = await people.agent.act(await people.agent.register(), 'answer', settled);
  assert.equal(c.stage, 'feedback');
  c = await people.deskA.act(await people.deskA.register({ channel: 'on_site' }), 'answer', settled);
  assert.deepEqual([c.stage, c.accepting_unit], ['feedback', people.a]);
});

test('what is not ours to accept is refused with a reason and closed', async () => {
  const c = await people.agent.act(await people.agent.register(), 'refuse', { reason: '属公交公司管理' });
  assert.equal(c.stage, 'closed');
  assert.equal(c.clocks.find((clock) => clock.stage === 'dispatch').outcome, 'cancelled');
});

test('three failed attempts to reach the complainant close it unrated', async () => {
  let c = await bringTo('follow_up', people);
  for (const attempt of [1, 2]) {
    c = await people.agent2.act(c, 'record_follow_up', { outcome: 'unreachable' });
    assert.deepEqual([c.stage, c.unreachable_attempts], ['follow_up', attempt]);
  }
  c = await people.agent2.act(c, 'record_follow_up', { outcome: 'unreachable' });
  assert.deepEqual([c.stage, c.satisfaction], ['closed', 'unrated']);
});

test('R5.1: whoever handled it cannot record its follow-up', async () => {
  const c = await bringTo('follow_up', people);
  const answer = await people.agent.tryAct(c, 'record_follow_up', { outcome: 'answered', satisfaction: 'satisfied' });
  assert.equal(answer.status, 403, answer.text);
});

test('a result that is not good enough goes back; withdrawing, ending and reopening', async () => {
  let c = await bringTo('feedback', people);
  c = await people.agent.act(c, 'reject_result', { reason: '未附照片' });
  assert.deepEqual([c.stage, c.result], ['remedy', null]);
  c = await people.agent.act(c, 'withdraw', { reason: '投诉人来电撤回' });
  assert.equal(c.stage, 'closed');
  c = await people.agent.act(c, 'reopen', { reason: '投诉人再次来电' });
  assert.deepEqual([c.stage, c.round], ['dispatch', 2]);
  c = await people.director.act(c, 'end', { reason: '重复反映，已答复' });
  assert.equal(c.stage, 'closed');
});

test('suspension stops the clocks, an extension moves them, and both can be undone or refused', async () => {
  let c = await bringTo('opinion', people);
  c = await people.deskA.act(c, 'suspend', { reason: '等待投诉人提供照片' });
  assert.ok(c.suspended);
  assert.equal(c.clocks.find((clock) => clock.stage === 'opinion').outcome, 'paused');
  assert.equal(c.next_due_at, null);
  assert.equal((await people.deskA.tryAct(c, 'suspend', { reason: '再次' })).status, 409);
  c = await people.deskA.act(c, 'resume', { reason: '照片已收到' });
  assert.ok(!c.suspended);
  const clock = c.clocks.find((one) => one.stage === 'opinion');
  assert.equal(clock.outcome, 'running');
  const until = new Date(Date.parse(clock.due_at) + 10 * 86400e3).toISOString().replace('.000Z', 'Z');
  c = await people.deskA.act(c, 'request_extension', { until, reason: '需厂家到场' });
  assert.equal(Date.parse(c.extension_request.until), Date.parse(until));
  c = await people.director.act(c, 'grant_extension', { until, reason: '同意' });
  assert.equal(c.extension_request, null);
  assert.equal(Date.parse(c.clocks.find((one) => one.stage === 'opinion').due_at), Date.parse(until));
  c = await people.deskA.act(c, 'request_extension', { until: new Date(Date.parse(until) + 86400e3).toISOString().replace('.000Z', 'Z'), reason: '再延' });
  c = await people.director.act(c, 'refuse_extension', { reason: '不再延期' });
  assert.equal(c.extension_request, null);
  assert.equal(Date.parse(c.clocks.find((one) => one.stage === 'opinion').due_at), Date.parse(until));
});

test('what leaves the stage as it is: note, contact, progress, reclassify, grade, hold', async () => {
  const { agent, director, cause } = people;
  let c = await agent.register();
  const { stage, clocks } = c;
  c = await agent.act(c, 'note', { text: '同一人上月反映过' });
  c = await agent.act(c, 'contact', { direction: 'out', means: 'phone', text: '已回电核实时间' });
  c = await agent.act(c, 'publish_progress', { text: '正在联系检修单位' });
  c = await agent.act(c, 'reclassify', { kind: 'suggestion', type: 'facilities.lift', cause, place: { line: c.place?.line, detail: '站厅' } });
  assert.deepEqual([c.kind, c.type, c.cause, c.place.detail], ['suggestion', 'facilities.lift', cause, '站厅']);
  c = await agent.act(c, 'grade', { severity: 'urgent', reason: '有人受伤' });
  assert.equal(c.severity, 'urgent');
  c = await director.act(c, 'hold', { reason: '诉讼中' });
  assert.ok(c.on_hold);
  c = await director.act(c, 'release_hold', { reason: '已结案' });
  assert.ok(!c.on_hold);
  assert.deepEqual([c.stage, c.version, c.clocks.length], [stage, 8, clocks.length]);
});

test('notes and contacts need no version and do not disturb one another', async () => {
  const c = await people.agent.register();
  const notes = await Promise.all(Array.from({ length: 8 }, (_, i) => people.agent.post(`/api/v1/complaints/${c.number}/note`, { text: `第${i}条` })));
  assert.deepEqual(notes.map((note) => note.status), Array(8).fill(200));
  assert.deepEqual(notes.map((note) => note.body.version).sort((x, y) => x - y), [2, 3, 4, 5, 6, 7, 8, 9]);
});

test('every acknowledged complaint is there after a restart', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => people.agent.register()));
  await world.stop('SIGKILL');
  await world.start();
  const agent = world.as('agent');
  people = await cast(world);
  for (const c of made) assert.equal((await agent.complaint(c.number)).version, 1);
  assert.equal(new Set(made.map((c) => c.number)).size, 20);
});
