// R10.2: personal data are masked in every answer; only reveal opens them, with a reason, on the history.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { bringTo, cast } from './support/life.mjs';

const person = { name: '司马相如', phone: '13987654321', email: 'sima.xiangru@example.com' };
const secrets = ['司马相如', '相如', '13987654321', '87654321', 'sima.xiangru', 'xiangru'];
let world, people, c;
before(async () => {
  world = await startWorld();
  people = await cast(world);
  c = await bringTo('opinion', people, { complainant: person, unit: people.a });
});
after(() => world?.end());

const clean = (answer, what) => { for (const secret of secrets) assert.ok(!answer.text.includes(secret), `${what} tells ${secret}`); };

test('masked for everyone, everywhere', async () => {
  assert.deepEqual([c.complainant.name, c.complainant.phone, c.complainant.anonymous], ['司*', '139****4321', false]);
  assert.match(c.complainant.email, /^s\*+@example\.com$/);
  for (const [who, client] of Object.entries({ agent: people.agent, director: people.director, lead: people.deskA, assist: people.deskB, head: world.as(`head-${people.a}`) }))
    for (const path of ['', '/events', '/attachments']) clean(await client.get(`/api/v1/complaints/${c.number}${path}`), `${who} ${path}`);
  clean(await people.agent.get('/api/v1/complaints?limit=200'), 'the ledger');
  clean(await people.agent.get(`/api/v1/complaints?q=${encodeURIComponent('空调')}`), 'search');
  clean(await people.agent.tryAct(c, 'note', { text: '普通备注' }), 'an act');
  clean(await people.agent.get('/api/v1/statistics?by=unit,type'), 'figures');
});

test('reveal opens the full contact to who handles it, with a reason, on the history', async () => {
  for (const client of [people.agent, people.director, people.deskA, people.deskB]) {
    const before = await client.complaint(c.number);
    const answer = await client.post(`/api/v1/complaints/${c.number}/reveal`, { reason: '需要回电核实' });
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(answer.body.complainant, { ...person, anonymous: false });
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    assert.equal(answer.body.version, before.version + 1);
  }
  const { items } = await people.agent.all(`/api/v1/complaints/${c.number}/events`);
  const opened = items.filter((event) => event.act === 'reveal');
  assert.deepEqual(opened.map((event) => event.actor.user), ['agent', 'director', `desk-${people.a}`, `desk-${people.b}`]);
  assert.ok(opened.every((event) => event.texts.reason === '需要回电核实'));
  clean(await people.agent.get(`/api/v1/complaints/${c.number}/events`), 'the history after it');
  clean(await people.agent.get(`/api/v1/complaints/${c.number}`), 'the complaint after it');
});

test('reveal without a reason, by a stranger, by those who see no content', async () => {
  refused(await people.agent.post(`/api/v1/complaints/${c.number}/reveal`, {}), 422, '/reason');
  refused(await people.agent.post(`/api/v1/complaints/${c.number}/reveal`, { reason: '  ' }), 422, '/reason');
  for (const user of [`desk-${people.c}`, 'leader', 'auditor', 'sysadmin', 'secadmin'])
    refused(await world.as(user).post(`/api/v1/complaints/${c.number}/reveal`, { reason: '好奇' }), 403);
  refused(await world.nobody.post(`/api/v1/complaints/${c.number}/reveal`, { reason: '好奇' }), 401);
});

test('masks: one character, two, foreign names, short numbers, no contact at all', async () => {
  const masked = async (complainant) => (await people.agent.register({ complainant })).complainant;
  assert.equal((await masked({ name: '张三' })).name, '张*');
  assert.ok(!(await masked({ name: 'John Smith' })).name.includes('Smith'));
  const short = await masked({ phone: '12345' });
  assert.notEqual(short.phone, '12345');
  assert.match(short.phone, /\*/);
  const landline = await masked({ phone: '020-83221234' });
  assert.ok(!landline.phone.includes('83221234'), landline.phone);
  assert.deepEqual(await masked({ anonymous: true }), { name: null, phone: null, email: null, anonymous: true });
});

test('the log of refusals repeats no personal data', async () => {
  const answer = await people.agent.post('/api/v1/complaints', { channel: 'hotline', content: '', complainant: { ...person, nickname: '小马' } });
  assert.equal(answer.status, 422);
  clean(answer, 'the refusal');
});
