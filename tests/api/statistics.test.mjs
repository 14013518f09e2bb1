// Figures equal a recount of the ledger, for every dimension and any filter.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { bringTo, cast, stages } from './support/life.mjs';

let world, people, all;
before(async () => {
  world = await startWorld();
  people = await cast(world);
  const types = ['facilities.lift', 'facilities.train', 'service.gate', 'environment.station', undefined];
  for (let i = 0; i < 60; ++i) {
    const own = i % 7 === 0;
    await (own ? people.deskC : people.agent).register({
      channel: ['hotline', 'weibo', 'on_site'][i % 3], kind: i % 6 === 5 ? 'praise' : 'complaint', type: types[i % types.length], severity: i % 9 === 0 ? 'urgent' : 'ordinary', unit: own ? undefined : world.units[i % 3],
    });
  }
  for (const stage of stages) await bringTo(stage, people, { type: 'safety.security_check' });
  let c = await bringTo('follow_up', people);
  await people.agent2.act(c, 'record_follow_up', { outcome: 'answered', satisfaction: 'dissatisfied' });
  all = (await people.agent.all('/api/v1/complaints?limit=200')).items;
});
after(() => world?.end());

const value = {
  kind: (c) => c.kind, stage: (c) => c.stage, channel: (c) => c.channel, severity: (c) => c.severity, type: (c) => c.type, type1: (c) => c.type?.split('.')[0] ?? null,
  cause: (c) => c.cause, unit: (c) => c.handling_units.find((unit) => unit.lead)?.unit ?? null, accepting_unit: (c) => c.accepting_unit, satisfaction: (c) => c.satisfaction,
  solved: (c) => c.solved, resolution: (c) => c.resolution, round: (c) => String(c.round), year: (c) => c.registered_at.slice(0, 4), month: (c) => c.registered_at.slice(0, 7), day: (c) => c.registered_at.slice(0, 10),
};

function recount(complaints, by) {
  const counts = new Map();
  for (const c of complaints) {
    const key = JSON.stringify(by.map((dimension) => value[dimension](c)));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

async function figuresEqual(client, query, by, complaints) {
  const { body } = await client.get(`/api/v1/statistics?by=${by.join(',')}${query}`);
  const counts = new Map(body.rows.map((row) => [JSON.stringify(by.map((dimension) => row.key[dimension])), row.count]));
  const wanted = recount(complaints, by);
  assert.deepEqual([...counts].sort(), [...wanted].sort(), `by ${by}${query}`);
  assert.equal(body.total, complaints.length);
}

const onlyComplaints = () => all.filter((c) => c.kind === 'complaint');

for (const dimension of Object.keys(value))
  test(`by ${dimension}`, () => figuresEqual(people.agent, '', [dimension], dimension === 'kind' ? all : onlyComplaints()));

test('by several dimensions at once', async () => {
  await figuresEqual(people.agent, '', ['type', 'unit'], onlyComplaints());
  await figuresEqual(people.agent, '', ['month', 'channel', 'stage'], onlyComplaints());
  await figuresEqual(people.agent, '', ['kind', 'type1', 'severity', 'round'], all);
});

test('filtered like the ledger, and the ledger counts to the figure', async () => {
  const filters = { 'stage=dispatch': (c) => c.stage === 'dispatch', 'type=facilities': (c) => c.type?.startsWith('facilities.'), 'channel=weibo,hotline': (c) => c.channel !== 'on_site', 'severity=urgent': (c) => c.severity === 'urgent' };
  filters[`unit=${people.a}`] = (c) => value.unit(c) === people.a;
  for (const [query, keep] of Object.entries(filters)) {
    await figuresEqual(people.agent, `&${query}`, ['type'], onlyComplaints().filter(keep));
    const { body } = await people.agent.get(`/api/v1/complaints?limit=1&kind=complaint&${query}`);
    assert.equal(body.count, onlyComplaints().filter(keep).length, query);
  }
});

test('of kind complaint unless kind is filtered or grouped by', async () => {
  const total = async (query) => (await people.agent.get(`/api/v1/statistics?${query}`)).body.total;
  assert.equal(await total(''), onlyComplaints().length);
  assert.equal(await total('measure=count'), onlyComplaints().length);
  assert.equal(await total('kind=praise'), all.filter((c) => c.kind === 'praise').length);
  assert.equal(await total('kind=praise,complaint'), all.length);
  assert.equal(await total('by=kind'), all.length);
});

test('a unit counts what it may see, the leader everything', async () => {
  const sees = onlyComplaints().filter((c) => c.accepting_unit === people.c || c.relayed_unit === people.c || c.handling_units.some((unit) => unit.unit === people.c));
  await figuresEqual(people.deskC, '', ['channel'], sees);
  await figuresEqual(world.as('leader'), '', ['unit'], onlyComplaints());
});

test('figures follow an act at once', async () => {
  const count = async () => (await people.agent.get('/api/v1/statistics?stage=closed')).body.total;
  const before = await count();
  const c = await people.agent.register();
  await people.agent.act(c, 'refuse', { reason: '不属于我们' });
  assert.equal(await count(), before + 1);
});

test('from and to are inclusive local dates; outside there is nothing', async () => {
  const days = all.map((c) => c.registered_at.slice(0, 10)).sort();
  const total = async (query) => (await people.agent.get(`/api/v1/statistics?${query}`)).body.total;
  assert.ok((await total(`from=${days[0]}&to=${days.at(-1)}`)) >= onlyComplaints().length);
  assert.equal(await total('to=2001-01-01'), 0);
});

