// What workflow.md says beside the main way: results of an answer, late ratings, extensions by owner, sight of a relayed unit, who has to decide or add.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { bringTo, cast, opinion } from './support/life.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

const soon = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
const numbers = async (client, query) => (await client.get(`/api/v1/complaints?limit=200&${query}`)).body.items.map((one) => one.number);
const answer = { result: '已说明', resolution: 'solved' };

test('R4_6 a rejected answer goes to dispatch, and somebody can act on it', async () => {
  const c = await people.agent.act(await people.agent.register(), 'answer', answer);
  refused(await people.agent2.tryAct(c, 'reject_result', { reason: '没有回应', due: soon(2) }), 422, '/due');
  const back = await people.agent2.act(c, 'reject_result', { reason: '没有回应' });
  assert.deepEqual([back.stage, back.round, back.result, back.resolution], ['dispatch', 1, null, null]);
  assert.ok(back.possible_acts.includes('dispatch'));
  const reported = await people.agent.act(await bringTo('feedback', people), 'reject_result', { reason: '仍漏水' });
  assert.equal(reported.stage, 'remedy');
});

test('R9_4 whoever owns the stage asks for more time; both may for the reply', async () => {
  const may = async (client, c, clock) => (await client.tryAct(await people.agent.complaint(c.number), 'request_extension', { until: soon(30), reason: '需要', clock, x: 1 })).status;
  const first = await people.agent.register();
  const sent = await bringTo('opinion', people);
  assert.deepEqual([await may(people.agent, first, 'stage'), await may(people.agent, first, 'reply')], [422, 422]);
  assert.deepEqual([await may(people.agent, sent, 'stage'), await may(people.director, sent, 'stage'), await may(people.deskA, sent, 'stage'), await may(people.deskB, sent, 'stage')], [403, 403, 422, 403]);
  assert.deepEqual([await may(people.agent, sent, 'reply'), await may(people.deskA, sent, 'reply')], [422, 422]);
});

test('a unit that it was only relayed to sees it until it is dispatched to others', async () => {
  const c = await people.agent.register({ unit: people.c });
  assert.equal((await people.deskC.complaint(c.number)).relayed_unit, people.c);
  assert.ok((await numbers(people.deskC, 'stage=dispatch')).includes(c.number));
  const sent = await people.agent.act(c, 'dispatch', { units: [{ unit: people.a, lead: true }], note: '归一号线' });
  refused(await people.deskC.get(`/api/v1/complaints/${c.number}`), 403);
  assert.ok(!(await numbers(people.deskC, 'stage=opinion')).includes(c.number));
  await people.deskA.act(sent, 'return', { reason: '不属于本单位' });
  refused(await people.deskC.get(`/api/v1/complaints/${c.number}`), 403);
});

test('whoever has to decide or to add finds it: extensions, opinions owed, suspended complaints', async () => {
  const c = await bringTo('opinion', people);
  assert.deepEqual(c.opinions_owed, [people.b]);
  assert.ok((await numbers(people.deskB, 'waiting=assist')).includes(c.number));
  assert.ok(!(await numbers(people.deskA, 'waiting=assist')).includes(c.number), 'the lead owes none');
  assert.ok((await numbers(people.agent, 'waiting=assist')).includes(c.number));
  assert.ok(!(await numbers(people.director, 'waiting=extension')).includes(c.number));
  let now = await people.deskA.act(c, 'request_extension', { until: soon(20), reason: '待配件', clock: 'reply' });
  assert.ok((await numbers(people.director, 'waiting=extension')).includes(c.number));
  assert.ok((await numbers(people.director, 'waiting=extension,assist')).includes(c.number));
  now = await people.director.act(now, 'refuse_extension', { reason: '可先临时处理' });
  now = await people.deskB.act(now, 'assist_opinion', opinion(people.cause));
  assert.deepEqual(now.opinions_owed, []);
  assert.ok(!(await numbers(people.director, 'waiting=extension,assist')).includes(c.number));
  now = await people.deskA.act(now, 'suspend', { reason: '请补充照片' });
  assert.ok((await numbers(people.deskA, 'suspended=true')).includes(c.number));
  assert.ok(!(await numbers(people.deskA, 'suspended=false')).includes(c.number));
  const { rows } = (await people.director.get('/api/v1/statistics?by=suspended')).body;
  assert.equal(rows.find((row) => row.key.suspended === 'yes').count, 1);
  refused(await people.director.get('/api/v1/complaints?waiting=somebody'), 400, '?waiting');
  refused(await people.director.get('/api/v1/complaints?suspended=perhaps'), 400, '?suspended');
});

test('R4_9 while it waits for the passenger no date is promised', async () => {
  const sent = (await world.nobody.post('/api/v1/public/complaints', { channel: 'website', content: '闸机误扣' })).body;
  const track = async () => (await world.nobody.get(`/api/v1/public/complaints/${sent.number}?code=${sent.code}`)).body;
  assert.ok((await track()).promised_by);
  const stopped = await people.agent.act(await people.agent.complaint(sent.number), 'suspend', { reason: '请补充票据' });
  assert.equal((await track()).promised_by, null);
  await people.agent.act(stopped, 'resume', { reason: '已补充' });
  assert.ok((await track()).promised_by);
});

test('how it closed is told apart: done, withdrawn, ended, refused', async () => {
  const closed = {
    done: await bringTo('closed', people),
    withdrawn: await people.agent.act(await people.agent.register(), 'withdraw', { reason: '来电撤回' }),
    ended: await people.director.act(await people.agent.register(), 'end', { reason: '重复' }),
    refused: await people.agent.act(await people.agent.register(), 'refuse', { reason: '非本单位' }),
  };
  for (const [how, c] of Object.entries(closed)) {
    assert.equal(c.closing, how);
    assert.ok((await numbers(people.agent, `closing=${how}`)).includes(c.number), how);
  }
  assert.equal(closed.done.progress, '已办结');
  assert.equal(closed.withdrawn.progress, '已办结（撤诉）');
  assert.equal((await people.agent.register()).closing, null);
  const again = await people.director.act(closed.ended, 'reopen', { reason: '投诉人再次来电' });
  assert.deepEqual([again.closing, again.progress], [null, '待转办']);
});

test('R6_4 the list behind a figure of a first-level code counts to it', async () => {
  const before = async (query) => (await people.agent.get(`/api/v1/complaints?kind=complaint&${query}`)).body.count;
  await people.agent.register({ type: 'safety' });
  await people.agent.register({ type: 'safety.security_check' });
  const figure = (await people.director.get('/api/v1/statistics?by=type')).body.rows.find((row) => row.key.type === 'safety').count;
  assert.equal(await before('type_only=safety'), figure);
  assert.equal(await before('type=safety'), figure + 1);
  assert.equal(await before('type_only=safety,safety.security_check'), figure + 1);
  refused(await people.agent.get('/api/v1/complaints?type_only=nonsense'), 400, '?type_only');
  const untyped = (await people.director.get('/api/v1/statistics?by=cause')).body.rows.find((row) => row.key.cause === null).count;
  assert.equal(await before('cause_only=null'), untyped);
});

test('a tag is compared letter by letter; a change that changes nothing is told in plain words', async () => {
  const c = await people.agent.register();
  refused(await people.agent.tryAct(c, 'grade', { severity: 'urgent', reason: 'x' }, { ifMatch: '"01"' }), 412);
  for (const body of [{}, { place: {} }]) {
    const { errors } = refused(await people.agent.tryAct(c, 'reclassify', body), 422);
    assert.match(errors[0].detail, /没有要改的内容/);
    assert.doesNotMatch(errors[0].detail, /[a-z]/);
  }
  assert.equal((await people.agent.complaint(c.number)).version, 1);
  const placed = await people.agent.act(c, 'reclassify', { place: { line: '1' } });
  assert.equal((await people.agent.act(placed, 'reclassify', { place: {} })).place, null);
});
