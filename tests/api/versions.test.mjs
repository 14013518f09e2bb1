// Versions: what reading and acting do to them, and two people at once.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { bringTo, cast } from './support/life.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

test('the ETag is the version; reading never changes it', async () => {
  const c = await people.agent.register();
  for (const path of ['', '/events', '/attachments']) await people.agent.get(`/api/v1/complaints/${c.number}${path}`);
  const answer = await people.agent.get(`/api/v1/complaints/${c.number}`);
  assert.deepEqual([answer.headers.get('etag'), answer.body.version], ['"1"', 1]);
  const noted = await people.agent.tryAct(c, 'note', { text: 'x' });
  assert.deepEqual([noted.headers.get('etag'), noted.body.version], ['"2"', 2]);
});

test('a stale version is refused and says the present one; the act can then be done', async () => {
  const c = await people.agent.register();
  await people.agent2.act(c, 'grade', { severity: 'serious', reason: 'x' });
  const problem = refused(await people.agent.tryAct(c, 'dispatch', { units: [{ unit: people.a }] }), 412);
  assert.match(problem.detail, /2/);
  const now = await people.agent.complaint(c.number);
  assert.equal((await people.agent.act(now, 'dispatch', { units: [{ unit: people.a }] })).stage, 'opinion');
});

test('the version may stand without quotes', async () => {
  const c = await people.agent.register();
  const answer = await people.agent.post(`/api/v1/complaints/${c.number}/grade`, { severity: 'urgent', reason: 'x' }, { headers: { 'If-Match': '1' } });
  assert.equal(answer.status, 200, answer.text);
});

test('two acts on the same version at once: exactly one wins, forty times over', async () => {
  for (let round = 0; round < 40; ++round) {
    const c = await people.agent.register();
    const answers = await Promise.all([
      people.agent.tryAct(c, 'dispatch', { units: [{ unit: people.a }] }), people.agent2.tryAct(c, 'refuse', { reason: '不属于我们' }),
      people.director.tryAct(c, 'answer', { result: '已解释', resolution: 'solved' }), people.director.tryAct(c, 'end', { reason: '重复' }),
    ]);
    const statuses = answers.map((answer) => answer.status).sort();
    assert.deepEqual(statuses, [200, 412, 412, 412], statuses.join());
    const after = await people.agent.complaint(c.number);
    assert.equal(after.version, 2);
    assert.deepEqual(after.stage, answers.find((answer) => answer.status === 200).body.stage);
  }
});

test('many people, many complaints: every act that was acknowledged is in the history, in order', async () => {
  const complaints = await Promise.all(Array.from({ length: 5 }, () => bringTo('opinion', people)));
  const notes = complaints.flatMap((c) => Array.from({ length: 10 }, (_, i) => ({ c, i })));
  const done = await Promise.all(notes.map(({ c, i }) => (i % 2 ? people.deskA : people.agent).post(`/api/v1/complaints/${c.number}/note`, { text: `便条 ${i}` })));
  assert.ok(done.every((answer) => answer.status === 200));
  for (const c of complaints) {
    const { items } = await people.agent.all(`/api/v1/complaints/${c.number}/events`);
    assert.deepEqual(items.map((event) => event.seq), Array.from({ length: c.version + 10 }, (_, i) => i + 1));
    assert.deepEqual(items.slice(c.version).map((event) => event.texts.text).sort(), Array.from({ length: 10 }, (_, i) => `便条 ${i}`).sort());
  }
});

test('numbers of a day are given without gaps, however many register at once', async () => {
  const made = await Promise.all(Array.from({ length: 100 }, (_, i) => (i % 5 === 4
    ? people.agent.post('/api/v1/complaints', { channel: 'hotline', content: '坏', occurred_at: '坏' })
    : people.agent.post('/api/v1/complaints', { channel: 'hotline', content: `同时 ${i}` }))));
  const numbers = made.filter((answer) => answer.status === 201).map((answer) => answer.body.number).sort();
  assert.equal(numbers.length, 80);
  const perDay = new Map();
  for (const number of numbers) perDay.set(number.slice(0, 10), [...(perDay.get(number.slice(0, 10)) ?? []), Number(number.slice(10))]);
  for (const list of perDay.values()) assert.equal(list.at(-1) - list[0] + 1, list.length);
});
