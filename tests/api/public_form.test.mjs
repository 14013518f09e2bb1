// What the passenger's form needs besides: places and types to choose from, a photo.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { cast } from './support/life.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const path = '/api/v1/public/complaints';
const submit = async () => (await world.nobody.post(path, { content: '站台地砖松动，差点绊倒' })).body;
const photo = ({ number, code }, name, content = png, options = {}) =>
  world.nobody.call('POST', `${path}/${number}/attachments?code=${code}&name=${encodeURIComponent(name)}`, { raw: content, headers: { 'Content-Type': 'application/octet-stream', ...options } });

test('lines, stations and types are there for anybody, in the language asked for', async () => {
  const { body } = await world.nobody.get('/api/v1/public/reference');
  assert.equal(body.open, true);
  assert.deepEqual(body.types.map((type) => type.code), ['service', 'facilities', 'safety', 'environment', 'other']);
  const places = (await people.agent.get('/api/v1/places')).body.items;
  assert.deepEqual(body.lines.map((line) => [line.code, line.stations.length]), places.map((line) => [line.code, line.children.length]));
  assert.deepEqual(Object.keys(body.lines[0].stations[0]), ['code', 'name', 'also']);
  const station = body.lines.flatMap((line) => line.stations).find(({ name }) => name === '体育西路');
  assert.ok(station.also.includes('tiyuxilu') && station.also.includes('tyxl'), station.also.join());
  assert.ok(body.variants.includes('體体') && [...body.variants].length % 2 === 0);
  assert.deepEqual([body.longest.content, body.longest.name], [20000, 80]);
  const english = (await world.nobody.speaking('en').get('/api/v1/public/reference')).body;
  assert.doesNotMatch(english.types[0].name, /[一-鿿]/);
  assert.ok(english.lines.flatMap((line) => line.stations).find(({ code }) => code === station.code).also.includes('体育西路'), 'a name is found in Chinese on the English page too');
});

test('a photo reaches the staff, stands in the history, and the passenger sees that it does', async () => {
  const sent = await submit();
  const added = await photo(sent, '现场 1.png');
  assert.equal(added.status, 201, added.text);
  assert.deepEqual(added.body, { name: '现场 1.png', media_type: 'image/png', size: png.length });
  const [file] = (await people.agent.get(`/api/v1/complaints/${sent.number}/attachments`)).body.items;
  assert.deepEqual((await people.agent.get(file.href)).bytes, png);
  const events = (await people.agent.get(`/api/v1/complaints/${sent.number}/events`)).body.items;
  const last = events.at(-1);
  assert.deepEqual([last.act, last.actor?.role ?? last.role], ['attach', 'passenger']);
  const seen = (await world.nobody.get(`${path}/${sent.number}?code=${sent.code}`)).body;
  assert.deepEqual([seen.steps.at(-1).what, seen.steps.at(-1).text], ['您补充了附件', '现场 1.png']);
});

test('a repeated sending counts once', async () => {
  const sent = await submit();
  for (let i = 0; i < 2; ++i) assert.equal((await photo(sent, 'a.png', png, { 'Idempotency-Key': 'photo-1' })).status, 201);
  assert.equal((await people.agent.get(`/api/v1/complaints/${sent.number}/attachments`)).body.items.length, 1);
  refused(await photo(sent, 'a.png', Buffer.concat([png, Buffer.from([0])]), { 'Idempotency-Key': 'photo-1' }), 422);
});

test('the last file that may be added is taken once, also when its answer was lost', async () => {
  const sent = await submit();
  for (let i = 0; i < 5; ++i) assert.equal((await photo(sent, `${i}.png`)).status, 201);
  for (let i = 0; i < 2; ++i) assert.equal((await photo(sent, 'last.png', png, { 'Idempotency-Key': 'the-last' })).status, 201);
  refused(await photo(sent, 'more.png', png, { 'Idempotency-Key': 'one-more' }), 409);
});

test('wrong codes for a photo cost others at the address nothing', async () => {
  const sent = await submit();
  let answer = { status: 0 };
  for (let i = 0; i < 40 && answer.status !== 429; ++i) answer = await photo({ ...sent, code: 'AAAABBBBCCCC' }, 'a.png');
  refused(answer, 429);
  assert.equal((await photo(sent, 'a.png')).status, 201);
  assert.equal((await world.nobody.post(path, { content: '同一个网络里的另一位乘客' })).status, 201);
});

test('refusals: wrong code, too many, closed, what is no picture, no name', async () => {
  const sent = await submit();
  refused(await photo({ ...sent, code: 'AAAABBBBCCCC' }, 'a.png'), 404);
  refused(await photo({ ...sent, number: 'TS209901010001' }, 'a.png'), 404);
  refused(await world.nobody.call('POST', `${path}/${sent.number}/attachments?name=a.png`, { raw: png }), 404);
  refused(await photo(sent, 'a.png', '<!doctype html><script>alert(1)</script>'), 415);
  refused(await photo(sent, 'a.png', ''), 422);
  refused(await photo(sent, ''), 422);
  for (let i = 0; i < 6; ++i) assert.equal((await photo(sent, `${i}.png`)).status, 201);
  refused(await photo(sent, '7.png'), 409);
  const ended = await submit();
  assert.equal((await world.nobody.post(`${path}/${ended.number}/withdraw?code=${ended.code}`, { reason: '已解决' })).status, 200);
  refused(await photo(ended, 'a.png'), 409);
});
