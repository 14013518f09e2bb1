// Bad input: each kind gets its own clear answer and changes nothing.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { bringTo, cast } from './support/life.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

const path = '/api/v1/complaints';
const good = { channel: 'hotline', content: '列车上空调太冷' };
const send = (raw, headers = {}) => people.agent.call('POST', path, { raw, headers: { 'Content-Type': 'application/json', ...headers } });
const count = async () => (await people.agent.get(`${path}?limit=1`)).body.count;

async function unchanged(work) {
  const before = await count();
  await work();
  assert.equal(await count(), before);
}

const soon = () => new Date(Date.now() + 3600e3).toISOString().replace(/\.\d+Z/, 'Z');
const fields = {
  'an unknown field': [{ ...good, colour: 'red' }, '/colour'],
  'an unknown field inside': [{ ...good, place: { planet: 'Mars' } }, '/place/planet'],
  'a wrong type: number for text': [{ ...good, content: 5 }, '/content'],
  'a wrong type: text for object': [{ ...good, complainant: '张三' }, '/complainant'],
  'a wrong type: text for truth': [{ ...good, complainant: { anonymous: 'yes' } }, '/complainant/anonymous'],
  'a wrong type: list for text': [{ ...good, subject: ['a'] }, '/subject'],
  'a missing field': [{ channel: 'hotline' }, '/content'],
  'another missing field': [{ content: '空调' }, '/channel'],
  'null for a needed field': [{ ...good, content: null }, '/content'],
  'white space only': [{ ...good, content: ' \n　' }, '/content'],
  'a text too long': [{ ...good, content: '长'.repeat(20001) }, '/content'],
  'a subject too long': [{ ...good, subject: '长'.repeat(121) }, '/subject'],
  'a name too long': [{ ...good, complainant: { name: '名'.repeat(81) } }, '/complainant/name'],
  'a place too long': [{ ...good, place: { exit: 'B'.repeat(65) } }, '/place/exit'],
  'a control character': [{ ...good, content: '铃\u0007声' }, '/content'],
  'NUL': [{ ...good, content: 'a\u0000b' }, '/content'],
  'a line break in a line': [{ ...good, subject: 'a\nb' }, '/subject'],
  'an impossible date': [{ ...good, occurred_at: '2026-02-30T10:00:00+08:00' }, '/occurred_at'],
  'an impossible month': [{ ...good, occurred_at: '2026-13-01T10:00:00+08:00' }, '/occurred_at'],
  'an impossible hour': [{ ...good, occurred_at: '2026-02-03T25:00:00+08:00' }, '/occurred_at'],
  'a time without its zone': [{ ...good, received_at: '2026-02-03T10:00:00' }, '/received_at'],
  'a date for a time': [{ ...good, received_at: '2026-02-03' }, '/received_at'],
  'a number for a time': [{ ...good, received_at: 1770000000 }, '/received_at'],
  'received in the future': [{ ...good, received_at: soon() }, '/received_at'],
  'received more than ten years back': [{ ...good, received_at: '2010-01-01T00:00:00+08:00' }, '/received_at'],
  'an unknown channel': [{ ...good, channel: 'pigeon' }, '/channel'],
  'an unknown kind': [{ ...good, kind: 'rant' }, '/kind'],
  'an unknown severity': [{ ...good, severity: 'huge' }, '/severity'],
  'an unknown type': [{ ...good, type: 'facilities.spaceship' }, '/type'],
  'an unknown unit': [{ ...good, unit: 'no-such-unit' }, '/unit'],
  'an unknown line': [{ ...good, place: { line: '九又四分之三号线' } }, '/place/line'],
  'an e-mail address that is none': [{ ...good, complainant: { email: 'nobody' } }, '/complainant/email'],
};
for (const [name, [body, pointer]] of Object.entries(fields))
  test(`registration with ${name} → 422 at ${pointer}`, () => unchanged(async () => refused(await people.agent.post(path, body), 422, pointer)));

test('half a surrogate pair → 422 with its pointer, a whole pair is taken', async () => {
  await unchanged(async () => {
    refused(await send('{"channel":"hotline","content":"a\\ud800b"}'), 422, '/content');
    refused(await send('{"channel":"hotline","content":"a","subject":"\\udfff"}'), 422, '/subject');
    refused(await send('{"channel":"hotline","content":"a","place":{"detail":"\\ud83d x"}}'), 422, '/place/detail');
  });
  const made = await send('{"channel":"hotline","content":"\\ud83d\\ude00 好 \\\\ud800"}');
  assert.equal(made.status, 201);
  assert.equal(made.body.content, '😀 好 \\ud800');
});

test('all bad fields are told at once', async () => {
  const { errors } = refused(await people.agent.post(path, { channel: 'x', content: 1, colour: 2, place: { line: 3 } }), 422);
  assert.deepEqual(errors.map((error) => error.pointer).sort(), ['/channel', '/colour', '/content', '/place/line']);
});

const broken = { nothing: '', 'cut off': '{"channel":"hotline","content":"空', 'not JSON': 'channel=hotline', 'single quotes': "{'channel':'hotline'}", 'a list': '[]', 'a text': '"x"', null: 'null',
  'something behind': '{"channel":"hotline","content":"a"} x', 'two documents': '{}{}', 'a trailing comma': '{"channel":"hotline",}', 'nested too deep': `{"content":${'['.repeat(100)}${']'.repeat(100)}}`,
  'bytes that are no UTF-8': Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'a raw control character': '{"content":"a\u0001b"}' };
for (const [name, raw] of Object.entries(broken)) test(`a body of ${name} → 400`, () => unchanged(async () => refused(await send(raw), 400)));

test('a content type that is not JSON → 415', () => unchanged(async () => {
  for (const type of ['application/xml', 'multipart/form-data; boundary=x', 'image/png']) refused(await send('{}', { 'Content-Type': type }), 415);
}));

test('a body cut off half-way by a lost connection registers nothing', () => unchanged(async () => {
  const { host } = new URL(world.base);
  const body = JSON.stringify({ ...good, content: '中断'.repeat(100) });
  await new Promise((done, failed) => {
    const socket = connect(Number(host.split(':')[1]), '127.0.0.1', () => {
      socket.write(`POST ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${people.agent.token}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 60)}`);
      socket.end();
    });
    socket.on('error', failed);
    socket.on('close', done);
    socket.resume();
  });
}));

test('a body over the limit → 413', () => unchanged(async () => {
  const answer = await send(JSON.stringify({ ...good, content: 'x'.repeat(3 << 20) })).catch(() => null); // the connection may be closed under a sender that does not listen
  if (answer) refused(answer, 413);
}));

test('unknown parameters, bad numbers, bad cursors, bad filters → 400 naming them', async () => {
  const wrong = { 'colour=red': '?colour', 'limit=0': '?limit', 'limit=abc': '?limit', 'limit=100000': '?limit', 'cursor=nonsense': '?cursor', 'sort=beauty': '?sort', 'from=2026-02-30': '?from', 'to=gestern': '?to', 'stage=nowhere': '?stage', 'kind=rant': '?kind', 'channel=pigeon': '?channel', 'overdue=maybe': '?overdue' };
  for (const [query, pointer] of Object.entries(wrong)) refused(await people.agent.get(`${path}?${query}`), 400, pointer);
  refused(await people.agent.get('/api/v1/statistics?colour=red'), 400, '?colour');
  refused(await people.agent.get('/api/v1/statistics?by=colour'), 400, '?by');
  refused(await people.agent.get('/api/v1/statistics?by=type,unit,stage,kind,channel'), 400, '?by');
  refused(await people.agent.get('/api/v1/units?colour=red'), 400, '?colour');
  const c = await people.agent.register();
  refused(await people.agent.get(`${path}/${c.number}/events?limit=x`), 400, '?limit');
  refused(await people.agent.get(`${path}/${c.number}/events?cursor=%E4%B8%AD`), 400, '?cursor');
  refused(await people.agent.get(`${path}/${c.number}?colour=red`), 400, '?colour');
});

test('a measure that there is not → 422 saying which there are', async () => {
  const { detail } = refused(await people.agent.get('/api/v1/statistics?measure=timeliness'), 422, '?measure');
  assert.match(detail, /count/);
});

test('acts: every wrong body has its pointer and leaves the complaint as it was', async () => {
  const { a, b, deskA, agent, director, cause } = people;
  const dispatch = await agent.register();
  const wrongDispatch = [[{ units: [] }, '/units'], [{ units: 'a' }, '/units'], [{ units: [{ lead: true }] }, '/units/0/unit'], [{ units: [{ unit: 'nowhere' }] }, '/units/0/unit'], [{ units: [{ unit: a, lead: 'yes' }] }, '/units/0/lead'], [{ units: [{ unit: a, boss: 1 }] }, '/units/0/boss'], [{ units: [a] }, '/units/0'], [{ units: [{ unit: 'centre' }] }, '/units/0/unit']];
  for (const [body, pointer] of wrongDispatch) refused(await agent.tryAct(dispatch, 'dispatch', body), 422, pointer);
  for (const units of [[{ unit: a, lead: true }, { unit: b, lead: true }], [{ unit: a, lead: false }, { unit: b, lead: false }], [{ unit: a, lead: true }, { unit: a, lead: false }]])
    refused(await agent.tryAct(dispatch, 'dispatch', { units }), 422);
  refused(await agent.tryAct(dispatch, 'answer', { result: 'x', resolution: 'perhaps' }), 422, '/resolution');
  refused(await agent.tryAct(dispatch, 'answer', { result: 'x' }), 422, '/resolution');
  refused(await agent.tryAct(dispatch, 'refuse', { reason: '' }), 422, '/reason');
  refused(await agent.tryAct(dispatch, 'refuse', { reason: '长'.repeat(20001) }), 422, '/reason');
  refused(await agent.tryAct(dispatch, 'reclassify', {}), 422);
  refused(await agent.tryAct(dispatch, 'reclassify', { type: 'nonsense' }), 422, '/type');
  refused(await agent.tryAct(dispatch, 'contact', { direction: 'up', means: 'drum', text: 'x' }), 422, '/direction');
  refused(await agent.tryAct(dispatch, 'grade', { severity: 'huge', reason: 'x' }), 422, '/severity');

  const opinion = await bringTo('opinion', people);
  const right = { claim: 'true', findings: 'x', cause, measures: 'y' };
  for (const [change, pointer] of [[{ claim: true }, '/claim'], [{ claim: 'maybe' }, '/claim'], [{ cause: 'nonsense' }, '/cause'], [{ findings: '' }, '/findings'], [{ due: 'tomorrow' }, '/due'], [{ contacted: { at: '2026-01-01T00:00:00+08:00' } }, '/contacted/means'], [{ contacted: { means: 'phone', at: 'x' } }, '/contacted/at'], [{ contacted: 'yes' }, '/contacted']])
    refused(await deskA.tryAct(opinion, 'submit_opinion', { ...right, ...change }), 422, pointer);
  refused(await deskA.tryAct(opinion, 'request_extension', { until: '2020-01-01T00:00:00+08:00', reason: 'x' }), 422, '/until');
  refused(await deskA.tryAct(opinion, 'request_extension', { until: soon(), reason: 'x', clock: 'kitchen' }), 422, '/clock');

  const followUp = await bringTo('follow_up', people);
  refused(await director.tryAct(followUp, 'record_follow_up', { outcome: 'answered' }), 422, '/satisfaction');
  refused(await director.tryAct(followUp, 'record_follow_up', { outcome: 'shrugged' }), 422, '/outcome');
  for (const c of [dispatch, opinion, followUp]) assert.equal((await agent.complaint(c.number)).version, c.version);
});

test('a remedy date beyond the outer clock needs an extension', async () => {
  const c = await bringTo('review', people);
  const reply = c.clocks.find((clock) => clock.stage === 'reply');
  const due = new Date(Date.parse(reply.due_at) + 86400e3 * 3).toISOString().replace('.000Z', 'Z');
  refused(await people.agent.tryAct(c, 'approve', { due }), 422, '/due');
});

test('a bad If-Match or Idempotency-Key → 400', async () => {
  const c = await people.agent.register();
  for (const header of ['W/"1"', '1"', '"1', '"1" , "2"', 'abc']) refused(await people.agent.post(`${path}/${c.number}/grade`, { severity: 'urgent', reason: 'x' }, { headers: { 'If-Match': header } }), 400);
  for (const key of ['', 'x'.repeat(256), 'a b']) assert.ok([400, 422].includes((await people.agent.post(path, good, { headers: { 'Idempotency-Key': key } })).status), JSON.stringify(key));
});
