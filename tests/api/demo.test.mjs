// A year of the demo, read through the API: everything fits the contract, pages lose nothing, figures equal a recount.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';

let world, agent, all, now;
before(async () => {
  world = await startWorld({ complaints: 1200 });
  agent = world.as('agent');
  all = (await agent.all('/api/v1/complaints?limit=200')).items;
  now = Date.now();
});
after(() => world?.end());

test('1,200 lives, newest first, none twice', () => {
  assert.equal(all.length, 1200);
  assert.equal(new Set(all.map((c) => c.number)).size, 1200);
  for (let i = 1; i < all.length; ++i) assert.ok(Date.parse(all[i - 1].registered_at) >= Date.parse(all[i].registered_at));
});

test('every history fits the contract, is complete, and leads to the record\'s stage and round', async () => {
  for (const c of all.filter((_, i) => i % 10 === 0)) {
    const { items } = await agent.all(`/api/v1/complaints/${c.number}/events`);
    assert.equal(items.length, c.version, c.number);
    const stage = items.map((event) => event.data.stage).filter(Boolean).at(-1) ?? 'dispatch';
    assert.equal(stage, c.stage, c.number);
    assert.equal(items.map((event) => event.data.round).filter(Boolean).at(-1) ?? 1, c.round, c.number);
  }
});

test('a count that would be costly is capped and says so', async () => {
  const { body } = await agent.get(`/api/v1/complaints?limit=1&q=${encodeURIComponent('站')}`);
  const found = (await agent.all(`/api/v1/complaints?limit=200&q=${encodeURIComponent('站')}`)).items;
  if (body.count_exact) assert.equal(body.count, found.length);
  else assert.ok(body.count === 1000 && found.length >= 1000, `${body.count} of ${found.length}`);
  const small = (await agent.get(`/api/v1/complaints?limit=1&q=${encodeURIComponent('扶梯')}&channel=weibo`)).body;
  assert.ok(small.count_exact);
});

test('search finds whom it should: by words, by station', async () => {
  const has = (c, word) => [c.content, c.subject, c.result, c.place?.station, c.place?.detail].some((text) => text?.includes(word));
  for (const word of ['扶梯', '空调', '安检']) {
    const found = new Set((await agent.all(`/api/v1/complaints?limit=200&q=${encodeURIComponent(word)}`)).items.map((c) => c.number));
    const wanted = all.filter((c) => has(c, word));
    assert.ok(wanted.length > 3, word);
    for (const c of wanted) assert.ok(found.has(c.number), `${word} does not find ${c.number}`);
  }
  const station = all.find((c) => c.place?.station).place.station;
  const found = new Set((await agent.all(`/api/v1/complaints?limit=200&q=${encodeURIComponent(station)}`)).items.map((c) => c.number));
  for (const c of all.filter((one) => one.place?.station === station)) assert.ok(found.has(c.number), `${station} does not find ${c.number}`);
});

const lead = (c) => c.handling_units.find((unit) => unit.lead)?.unit ?? null;
const value = {
  kind: (c) => c.kind, stage: (c) => c.stage, channel: (c) => c.channel, severity: (c) => c.severity, type: (c) => c.type, type1: (c) => c.type?.split('.')[0] ?? null, cause: (c) => c.cause,
  unit: lead, accepting_unit: (c) => c.accepting_unit, line: (c) => c.place?.line ?? null, station: (c) => c.place?.station ?? null, satisfaction: (c) => c.satisfaction, solved: (c) => c.solved,
  resolution: (c) => c.resolution, round: (c) => String(c.round), incident: (c) => c.incident, day: (c) => c.registered_at.slice(0, 10), month: (c) => c.registered_at.slice(0, 7),
  quarter: (c) => `${c.registered_at.slice(0, 4)}Q${Math.ceil(Number(c.registered_at.slice(5, 7)) / 3)}`, year: (c) => c.registered_at.slice(0, 4), week: (c) => week(c.registered_at.slice(0, 10)),
};

/** ISO week of a date. */
function week(date) {
  const day = new Date(`${date}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * 86400e3);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${String(Math.floor((thursday - first) / 86400e3 / 7) + 1).padStart(2, '0')}`;
}

async function figuresEqual(by, query = '', keep = () => true) {
  const grouped = by.includes('kind') || query.includes('kind=');
  const meant = all.filter((c) => (grouped || c.kind === 'complaint') && keep(c));
  const wanted = new Map();
  for (const c of meant) {
    const key = JSON.stringify(by.map((dimension) => value[dimension](c)));
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  }
  const { body } = await agent.get(`/api/v1/statistics?by=${by.join(',')}${query}`);
  assert.deepEqual(body.rows.map((row) => [JSON.stringify(by.map((dimension) => row.key[dimension])), row.count]).sort(), [...wanted].sort(), `${by}${query}`);
  assert.equal(body.total, meant.length);
}

for (const dimension of Object.keys(value)) test(`figures by ${dimension} equal a recount`, () => figuresEqual([dimension]));

test('figures by several dimensions, over filters and periods, equal a recount', async () => {
  await figuresEqual(['type', 'unit']);
  await figuresEqual(['month', 'type1', 'channel']);
  await figuresEqual(['kind', 'severity', 'stage', 'round']);
  const from = all[800].registered_at.slice(0, 10);
  const to = all[300].registered_at.slice(0, 10);
  const within = (c) => c.registered_at.slice(0, 10) >= from && c.registered_at.slice(0, 10) <= to;
  await figuresEqual(['type', 'unit'], `&from=${from}&to=${to}`, within);
  await figuresEqual(['station'], '&type=facilities&kind=complaint,help', (c) => ['complaint', 'help'].includes(c.kind) && c.type?.startsWith('facilities.'));
});

test('overdue: a clock that runs is past its limit', async () => {
  const late = all.filter((c) => c.clocks.some((clock) => clock.outcome === 'running' && Date.parse(clock.due_at) < now)).map((c) => c.number);
  const { items } = await agent.all('/api/v1/complaints?limit=200&overdue=true');
  assert.deepEqual(items.map((c) => c.number), late);
});

test('the ledger of a period and unit counts to its figure', async () => {
  const { body } = await agent.get('/api/v1/statistics?by=month,unit');
  for (const row of body.rows.filter((_, i) => i % 15 === 0)) {
    const { month, unit } = row.key;
    if (unit === null) continue;
    const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
    const ledger = (await agent.get(`/api/v1/complaints?limit=1&kind=complaint&unit=${unit}&from=${month}-01&to=${last}`)).body;
    assert.deepEqual([ledger.count, ledger.count_exact], [row.count, true], `${month} ${unit}`);
  }
});

test('clocks keep their promise: met means in time, missed means late', () => {
  for (const c of all)
    for (const clock of c.clocks) {
      if (clock.outcome === 'met') assert.ok(Date.parse(clock.ended_at) <= Date.parse(clock.due_at), `${c.number} ${clock.stage}`);
      if (clock.outcome === 'missed') assert.ok(Date.parse(clock.ended_at) > Date.parse(clock.due_at), `${c.number} ${clock.stage}`);
    }
});
