// Taking back an act without text: who, what, how long; that it leaves nothing but two events; that nobody is told too early (docs/decisions/0020).
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { cast } from './support/life.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

const undo = (client, c, options) => client.tryAct(c, 'undo', undefined, options);
const sendTo = (unit) => ({ units: [{ unit, lead: true }] });
const plain = ({ version, possible_acts: _, ...rest }) => rest;

test('a dispatch by one key is taken back: the complaint and its clocks are as they were, both events stay', async () => {
  const registered = await people.agent.register();
  const sent = await people.agent.act(registered, 'dispatch', sendTo(people.a));
  assert.ok(sent.possible_acts.includes('undo'));
  assert.ok((await people.agent.complaint(sent.number)).possible_acts.includes('undo'));
  assert.ok(!(await people.agent2.complaint(sent.number)).possible_acts.includes('undo'), 'only who did it');
  refused(await undo(people.agent2, sent), 403);
  refused(await people.agent.post(`/api/v1/complaints/${sent.number}/undo`), 428);
  refused(await undo(people.agent, registered), 412);
  refused(await people.agent.tryAct(sent, 'undo', { reason: '点错了' }), 422, '/reason');
  const back = await undo(people.agent, sent, { key: 'undo-once' });
  assert.equal(back.status, 200, back.text);
  assert.equal(back.body.version, sent.version + 1);
  assert.deepEqual(plain(back.body), plain(registered), 'clocks, due times, rule book versions: as before');
  assert.deepEqual(plain(await people.agent.complaint(sent.number)), plain(registered));
  assert.equal((await undo(people.agent, sent, { key: 'undo-once' })).status, 200, 'the same request again does nothing');
  refused(await people.deskA.get(`/api/v1/complaints/${sent.number}`), 403);
  const { items } = await people.agent.all(`/api/v1/complaints/${sent.number}/events`);
  assert.deepEqual(items.map((event) => event.act), ['register', 'dispatch', 'undo']);
  assert.deepEqual(items[2].data, { of: 2, undone: 'dispatch' });
  refused(await undo(people.agent, back.body), 409);
  assert.equal((await people.agent.act(back.body, 'dispatch', sendTo(people.b))).stage, 'opinion', 'and it goes on');
});

test('nothing that carries a text is taken back, nor anything that was followed', async () => {
  const noted = await people.agent.act(await people.agent.register(), 'dispatch', { ...sendTo(people.a), note: '请尽快' });
  assert.ok(!noted.possible_acts.includes('undo'));
  refused(await undo(people.agent, noted), 409);
  const sent = await people.agent.act(await people.agent.register(), 'dispatch', sendTo(people.a));
  const answered = await people.deskA.act(sent, 'return', { reason: '不属于本单位' });
  refused(await undo(people.agent, sent), 412);
  refused(await undo(people.agent, answered), 409);
});

test('an approval and a change of type are taken back with what they changed', async () => {
  const { agent, deskA, a, cause } = people;
  const c = await agent.act(await agent.register(), 'dispatch', sendTo(a));
  const opinion = await deskA.act(c, 'submit_opinion', { claim: 'true', findings: '属实', cause, measures: '维修' });
  const approved = await agent.act(opinion, 'approve', {});
  assert.equal(approved.cause, cause);
  const back = (await undo(agent, approved)).body;
  assert.deepEqual(plain(back), plain(opinion), 'the verdict and the cause too');
  const typed = await agent.act(back, 'reclassify', { type: 'facilities.lift' });
  assert.deepEqual(plain((await undo(agent, typed)).body), plain(opinion));
});

test('the pair counts in no figure', async () => {
  const count = async (query) => (await people.director.get(`/api/v1/statistics?${query}`)).body;
  const before = await count('by=stage,unit,timely');
  const c = await people.agent.register();
  const registered = await count('by=stage,unit,timely');
  await undo(people.agent, await people.agent.act(c, 'dispatch', sendTo(people.a)));
  assert.deepEqual(await count('by=stage,unit,timely'), registered);
  assert.equal(registered.total, before.total + 1);
});
