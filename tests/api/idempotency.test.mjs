// Replayed requests: the same key gives the first answer again, and the thing is done once.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { bringTo, cast } from './support/life.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

const body = { channel: 'hotline', content: '闸机不认二维码' };
const path = '/api/v1/complaints';

test('a replayed registration gets the stored status and body', async () => {
  const key = randomUUID();
  const first = await people.agent.post(path, body, { key });
  const second = await people.agent.post(path, body, { key });
  assert.equal(first.status, 201);
  assert.deepEqual([second.status, second.text], [first.status, first.text]);
  assert.equal(second.headers.get('etag'), first.headers.get('etag'));
  assert.equal(second.headers.get('location'), first.headers.get('location'));
  await people.agent.act(first.body, 'note', { text: '之后的变化' });
  assert.equal((await people.agent.post(path, body, { key })).text, first.text);
});

test('the same key with another body → 422, and nothing is registered', async () => {
  const key = randomUUID();
  await people.agent.post(path, body, { key });
  const before = (await people.agent.get(`${path}?limit=1`)).body.count;
  refused(await people.agent.post(path, { ...body, content: '别的' }, { key }), 422);
  assert.equal((await people.agent.get(`${path}?limit=1`)).body.count, before);
});

test('a key belongs to one person and one address', async () => {
  const key = randomUUID();
  const a = await people.agent.post(path, body, { key });
  const b = await people.agent2.post(path, body, { key });
  assert.notEqual(a.body.number, b.body.number);
  const note = await people.agent.post(`${path}/${a.body.number}/note`, { text: 'x' }, { key });
  assert.equal(note.status, 200);
});

test('a key that was refused can be used again', async () => {
  const key = randomUUID();
  refused(await people.agent.post(path, { channel: 'hotline' }, { key }), 422);
  assert.equal((await people.agent.post(path, body, { key })).status, 201);
});

test('the same key many times at once registers once', async () => {
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 16 }, () => people.agent.post(path, body, { key })));
  assert.equal(new Set(answers.map((answer) => answer.text)).size, 1);
  assert.ok(answers.every((answer) => answer.status === 201));
});

test('acts honour it too: the replay goes before the stale version', async () => {
  const c = await people.agent.register();
  const key = randomUUID();
  const act = () => people.agent.tryAct(c, 'dispatch', { units: [{ unit: people.a }] }, { key });
  const first = await act();
  const second = await act();
  assert.deepEqual([second.status, second.text], [200, first.text]);
  assert.equal((await people.agent.complaint(c.number)).version, 2);
  refused(await people.agent.tryAct(c, 'dispatch', { units: [{ unit: people.b }] }, { key }), 422);
});

test('a replayed reveal shows the contact again and records it once', async () => {
  const c = await people.agent.register({ complainant: { name: '王小明', phone: '13900001111' } });
  const key = randomUUID();
  const first = await people.agent.tryAct(c, 'reveal', { reason: '回访' }, { key });
  const second = await people.agent.tryAct(c, 'reveal', { reason: '回访' }, { key });
  assert.deepEqual([second.status, second.body.complainant, second.body.version], [200, first.body.complainant, first.body.version]);
  assert.equal(second.body.complainant.phone, '13900001111');
});

test('a replayed public submission gives the same number and code', async () => {
  const key = randomUUID();
  const first = await world.nobody.post('/api/v1/public/complaints', { content: '厕所没有纸' }, { key });
  const second = await world.nobody.post('/api/v1/public/complaints', { content: '厕所没有纸' }, { key });
  assert.deepEqual([second.status, second.body], [201, first.body]);
  assert.equal((await world.nobody.get(`/api/v1/public/complaints/${second.body.number}?code=${second.body.code}`)).status, 200);
  refused(await world.nobody.post('/api/v1/public/complaints', { content: '别的' }, { key }), 422);
});

test('the same channel and external_id is registered once, whoever sends it', async () => {
  const sent = { channel: 'city_hotline', content: '工单内容', external_id: `12345-${randomUUID()}` };
  const first = await people.agent.post(path, sent);
  const second = await people.agent2.post(path, { ...sent, content: '工单内容（重发）' });
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.equal(second.body.number, first.body.number);
  assert.equal(second.body.content, '工单内容');
  assert.equal((await people.agent.post(path, { ...sent, channel: 'email' })).status, 201);
  const many = await Promise.all(Array.from({ length: 12 }, () => people.agent.post(path, { ...sent, external_id: 'race-1' })));
  assert.equal(new Set(many.map((answer) => answer.body.number)).size, 1);
  assert.equal(many.filter((answer) => answer.status === 201).length, 1);
});

test('a key works for files', async () => {
  const c = await bringTo('opinion', people);
  const key = randomUUID();
  const upload = () => people.deskA.call('POST', `${path}/${c.number}/attachments?name=a.txt`, { raw: '证据', headers: { 'Content-Type': 'text/plain' }, key });
  const first = await upload();
  assert.equal(first.status, 201, first.text);
  assert.equal((await upload()).text, first.text);
  assert.equal((await people.deskA.get(`${path}/${c.number}/attachments`)).body.items.length, 1);
});
