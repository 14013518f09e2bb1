// Reference data, operation, the plain page, languages.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { document } from './support/contract.mjs';

let world, agent;
before(async () => { world = await startWorld(); agent = world.as('agent'); });
after(() => world?.end());

const items = async (name, client = agent) => (await client.get(`/api/v1/${name}`)).body.items;
const flat = (entries) => entries.flatMap((entry) => [entry, ...flat(entry.children)]);

test('units: one tree with the centre, which cannot be dispatched to, and units that can', async () => {
  const all = flat(await items('units'));
  assert.equal(all.find((unit) => unit.code === 'centre').takes_work, false);
  for (const unit of world.units) assert.equal(all.find((one) => one.code === unit)?.takes_work, true, unit);
  assert.equal(new Set(all.map((unit) => unit.code)).size, all.length);
});

test('types: the two levels of R1.3', async () => {
  const types = await items('types');
  for (const code of ['service', 'facilities', 'safety', 'environment', 'other']) assert.ok(types.some((type) => type.code === code), code);
  const codes = flat(types).map((type) => type.code);
  for (const code of ['service.ticketing', 'service.gate', 'service.boarding', 'service.consultation', 'facilities.station', 'facilities.train', 'facilities.lift', 'safety.security_check', 'safety.train_equipment', 'environment.station', 'environment.train', 'other.management', 'other.rules'])
    assert.ok(codes.includes(code), code);
});

test('causes, channels, places', async () => {
  assert.ok(flat(await items('causes')).length > 3);
  assert.deepEqual((await items('channels')).map((channel) => channel.code), document.components.schemas.Channel.enum);
  const lines = await items('places');
  assert.ok(lines.length > 0 && lines.every((line) => line.children.length > 1));
});

test('policies: every limit with its rule', async () => {
  const [book] = await items('policies');
  const limit = (stage, severity = 'ordinary') => book.clocks.find((clock) => clock.stage === stage && clock.severity === severity);
  assert.deepEqual([limit('register').limit, limit('dispatch').limit, limit('opinion').limit, limit('reply').limit], ['10min', '1wd', '3wd', '5wd']);
  assert.equal(limit('opinion').rule, 'R4.1');
  assert.equal(book.clocks.find((clock) => clock.channel === 'on_site').limit, '5min');
});

test('calendars: every announced year with its notice', async () => {
  const years = await items('calendars');
  for (let year = 2018; year <= 2026; ++year) {
    const calendar = years.find((one) => one.code === String(year));
    assert.ok(calendar?.announced && calendar.days.length > 10 && calendar.sources.length > 0, year);
  }
  assert.ok(years.find((one) => one.code === '2024').days.some((day) => day.date === '2024-02-18' && !day.off));
});

test('users: names, roles, units, no secrets', async () => {
  const answer = await world.as('sysadmin').get('/api/v1/users');
  assert.ok(answer.body.items.some((user) => user.name === 'agent' && user.role === 'agent' && user.unit === 'centre'));
  assert.doesNotMatch(answer.text, /argon2|hash|token/i);
});

test('the audit trail: every act of everyone, without contents', async () => {
  const auditor = world.as('auditor');
  const c = await agent.register({ content: '审计看不到的内容', complainant: { name: '公孙胜', phone: '13511112222' } });
  for (let i = 0; i < 5; ++i) await agent.act(await agent.complaint(c.number), 'note', { text: `审计看不到的备注${i}` });
  await agent.act(await agent.complaint(c.number), 'reveal', { reason: '核实' });
  const { items } = await auditor.all('/api/v1/audit?limit=3');
  // On PostgreSQL the trail goes lane by lane; a complaint's own order is its sequence.
  const own = items.filter((entry) => entry.number === c.number).sort((a, b) => a.seq - b.seq);
  assert.deepEqual(own.map((entry) => [entry.seq, entry.act, entry.actor.user]), [[1, 'register', 'agent'], ...[2, 3, 4, 5, 6].map((seq) => [seq, 'note', 'agent']), [7, 'reveal', 'agent']]);
  const history = (await agent.all(`/api/v1/complaints/${c.number}/events`)).items;
  assert.deepEqual(own.map((entry) => entry.digest), history.map((event) => event.digest));
  assert.deepEqual((await auditor.all('/api/v1/audit?limit=1000')).items, items);
  for (const secret of ['审计看不到', '公孙', '1351111', '核实']) assert.ok(!JSON.stringify(items).includes(secret), secret);
});

test('names in the language asked for', async () => {
  const zh = await items('channels');
  const en = await items('channels', agent.speaking('en'));
  assert.equal(zh[0].name, '热线');
  assert.equal(en[0].name, 'Hotline');
  assert.match((await items('types'))[0].name, /\p{Script=Han}/u);
  const c = await agent.register();
  assert.match(c.progress, /\p{Script=Han}/u);
  assert.doesNotMatch((await agent.speaking('en-US').complaint(c.number)).progress, /\p{Script=Han}/u);
});

test('alive, ready, counters, contract', async () => {
  const { nobody } = world;
  assert.equal((await nobody.get('/healthz')).body.status, 'ok');
  assert.equal((await nobody.get('/readyz')).body.status, 'ready');
  assert.equal((await nobody.get('/readyz')).body.search, 'whole');
  assert.deepEqual((await nobody.get('/openapi.json')).body, document);
  const metrics = await nobody.get('/metrics');
  if (metrics.status === 200) {
    for (const line of metrics.text.trim().split('\n')) assert.match(line, /^(#.*|[a-z_:][a-z0-9_:]*(\{.*\})? [-+0-9.eE]+(NaN|Inf)?)$/i, line);
    assert.match(metrics.text, /^hearline_/m);
  }
});

test('HEAD answers as GET without a body; OPTIONS does no harm', async () => {
  const head = await world.nobody.call('HEAD', '/healthz', { unchecked: true });
  assert.deepEqual([head.status, head.text], [200, '']);
});
