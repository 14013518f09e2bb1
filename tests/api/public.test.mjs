// The passenger without a login: submit, track, add, rate, withdraw, ask again (R4.9).
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { cast, opinion, steps } from './support/life.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

const path = '/api/v1/public/complaints';
const submit = async (body = {}) => {
  const made = await world.nobody.post(path, { content: '地铁口雨天积水，鞋都湿了', ...body });
  assert.equal(made.status, 201, made.text);
  return made.body;
};
const track = ({ number, code }) => world.nobody.get(`${path}/${number}?code=${code}`);
const act = ({ number, code }, name, body) => world.nobody.post(`${path}/${number}/${name}?code=${code}`, body);

/** Brings a submitted complaint to a stage. */
async function move(sent, stage) {
  let c = await people.agent.complaint(sent.number);
  while (c.stage !== stage) c = await steps[c.stage](people, c);
  return c;
}

test('submit with one field; the centre has it, masked, from the website', async () => {
  const sent = await submit();
  assert.equal(sent.code.length, 12);
  const c = await people.agent.complaint(sent.number);
  assert.deepEqual([c.channel, c.stage, c.accepting_unit], ['website', 'dispatch', 'centre']);
  const full = await submit({ channel: 'wechat', kind: 'suggestion', complainant: { name: '王五', phone: '13700002222' }, place: { detail: 'A口' }, occurred_at: '2026-01-02T08:00:00+08:00', type: 'environment.station' });
  const other = await people.agent.complaint(full.number);
  assert.deepEqual([other.channel, other.kind, other.complainant.name], ['wechat', 'suggestion', '王*']);
});

test('what is not the passenger\'s to say', async () => {
  for (const [field, value] of Object.entries({ severity: 'urgent', unit: people.a, received_at: '2026-01-01T00:00:00+08:00', external_id: 'x' }))
    refused(await world.nobody.post(path, { content: 'x', [field]: value }), 422, `/${field}`);
  refused(await world.nobody.post(path, { content: 'x', channel: 'city_hotline' }), 422, '/channel');
  refused(await world.nobody.post(path, {}), 422, '/content');
  refused(await world.nobody.call('POST', path, { raw: '{"content":', headers: { 'Content-Type': 'application/json' } }), 400);
});

test('tracking in plain words, with what was published and nothing of the staff', async () => {
  const sent = await submit({ complainant: { name: '赵六', phone: '13655556666' } });
  let c = await move(sent, 'opinion');
  await people.agent.act(c, 'note', { text: '内部备注不外传' });
  c = await people.agent.act(await people.agent.complaint(sent.number), 'publish_progress', { text: '检修人员已到现场' });
  c = await people.deskA.act(c, 'submit_opinion', { ...opinion(people.cause), findings: '内部调查结论', responsibility: '某班组失职', public_text: '' });
  await people.agent.act(c, 'reject', { reason: '内部驳回原因' });
  const { body, text } = await track(sent);
  assert.ok(body.steps.length >= 2);
  assert.ok(text.includes('检修人员已到现场'));
  for (const secret of ['内部', '失职', 'agent', 'desk-', people.a, '赵六', '13655556666']) assert.ok(!text.includes(secret), `tracking tells ${secret}: ${text}`);
  assert.match(body.progress, /\p{Script=Han}/u);
  assert.doesNotMatch((await world.nobody.speaking('en').get(`${path}/${sent.number}?code=${sent.code}`)).body.progress, /\p{Script=Han}/u);
});

test('wrong number, wrong code, no code: one and the same 404', async () => {
  const sent = await submit();
  const byStaff = await people.agent.register();
  const problems = [];
  for (const [number, query] of [[sent.number, '?code=ABCDEFGHJKLM'], [sent.number, ''], [sent.number, '?code='], ['TS200001010001', `?code=${sent.code}`], ['nonsense', `?code=${sent.code}`], [byStaff.number, '?code='], [byStaff.number, '?code=222222222222']]) {
    const { instance, ...problem } = refused(await world.nobody.get(`${path}/${number}${query}`), 404);
    void instance;
    problems.push(problem);
  }
  for (const problem of problems) assert.deepEqual(problem, problems[0]);
  refused(await world.nobody.post(`${path}/${sent.number}/supplement?code=ABCDEFGHJKLM`, { text: 'x' }), 404);
  refused(await world.nobody.post(`${path}/${sent.number}/withdraw`, { reason: 'x' }), 404);
});

test('the code is taken in any case, and from the body', async () => {
  const sent = await submit();
  assert.equal((await world.nobody.get(`${path}/${sent.number}?code=${sent.code.toLowerCase()}`)).status, 200);
  const answer = await world.nobody.post(`${path}/${sent.number}/supplement`, { code: sent.code, text: '补充：是C口' });
  assert.equal(answer.status, 200, answer.text);
});

test('supplement: the centre reads it, the stage stays', async () => {
  const sent = await submit();
  const answer = await act(sent, 'supplement', { text: '今天又积水了' });
  assert.deepEqual([answer.status, answer.body.stage, answer.body.version], [200, 'dispatch', 2]);
  const { items } = await people.agent.all(`/api/v1/complaints/${sent.number}/events`);
  assert.deepEqual([items[1].act, items[1].actor.role, items[1].actor.user, items[1].texts.text], ['supplement', 'passenger', null, '今天又积水了']);
  refused(await act(sent, 'supplement', {}), 422, '/text');
  refused(await act(sent, 'supplement', { text: 'x', mood: 'bad' }), 422, '/mood');
});

test('withdraw closes it, and cannot be done twice', async () => {
  const sent = await submit();
  assert.equal((await act(sent, 'withdraw', { reason: '已当面解决' })).body.stage, 'closed');
  refused(await act(sent, 'withdraw', { reason: '再撤一次' }), 409);
  refused(await act(sent, 'withdraw', { no_such_field: 1 }), 409);
});

test('rate after the feedback: satisfied closes it, dissatisfied begins another round', async () => {
  const happy = await submit();
  refused(await act(happy, 'rate', { satisfaction: 'satisfied' }), 409);
  await move(happy, 'follow_up');
  refused(await act(happy, 'rate', { satisfaction: 'furious' }), 422, '/satisfaction');
  assert.ok((await track(happy)).body.possible_acts.includes('rate'));
  assert.equal((await act(happy, 'rate', { satisfaction: 'satisfied', solved: 'solved', comment: '谢谢' })).body.stage, 'closed');
  const unhappy = await submit();
  await move(unhappy, 'follow_up');
  const { body } = await act(unhappy, 'rate', { satisfaction: 'dissatisfied', solved: 'not_solved' });
  assert.deepEqual([body.stage, body.round], ['dispatch', 2]);
  // What happens now, not what the passenger did last nor the outcome of the round before.
  assert.deepEqual([body.progress, body.result, body.satisfaction, body.solved], ['正在重新办理', null, null, null]);
  assert.equal((await act(unhappy, 'supplement', { text: '再补充一点' })).body.progress, '正在重新办理');
});

test('ask again after closing: another round', async () => {
  const sent = await submit();
  await move(sent, 'closed');
  const { body } = await act(sent, 'again', { text: '问题又出现了' });
  assert.deepEqual([body.stage, body.round], ['dispatch', 2]);
});

test('a guesser is held up, and holds up nobody: a right code gets through', async () => {
  const mine = await submit();
  const other = await submit();
  const statuses = [];
  for (let i = 0; i < 150; ++i) statuses.push((await world.nobody.get(`${path}/${mine.number}?code=ABCDEFGHJKLM`)).status);
  assert.equal(statuses[0], 404);
  assert.equal(statuses.at(-1), 429);
  const held = await world.nobody.post(`${path}/${mine.number}/supplement?code=ABCDEFGHJKLM`, { text: 'x' });
  assert.ok(Number(refused(held, 429) && held.headers.get('retry-after')) > 0);
  for (const sent of [mine, other]) assert.equal((await track(sent)).status, 200);
  assert.equal((await act(mine, 'supplement', { text: '还是查得到、补充得了' })).status, 200);
});

test('a number that cannot be one is asked back, all that is wrong at once; what people write is understood', async () => {
  const answer = (phone, email = null) => world.nobody.post(path, { content: '电话', complainant: { phone, email } });
  assert.equal((await answer('13800138000 / 020-83106622转8001（微信同号）')).status, 201);
  for (const phone of ['1380013800', '12345']) refused(await answer(phone), 422, '/complainant/phone');
  const both = refused(await answer('1380013800', 'name@example'), 422);
  assert.deepEqual(both.errors.map(({ pointer }) => pointer), ['/complainant/phone', '/complainant/email']);
  assert.equal((await people.agent.post('/api/v1/complaints', { channel: 'hotline', content: '来电人的号码就是这样', complainant: { phone: '1380013800' } })).status, 201, 'staff may keep it');
});

test('too many submissions from one address are held up', async () => {
  let held;
  for (let i = 0; i < 200 && !held; ++i) {
    const answer = await world.nobody.post(path, { content: `第${i}次` });
    if (answer.status === 429) held = answer;
    else assert.equal(answer.status, 201);
  }
  assert.ok(held, 'never held up');
  assert.ok(Number(held.headers.get('retry-after')) > 0);
  assert.equal((await people.agent.get('/api/v1/complaints?limit=1')).status, 200);
});
