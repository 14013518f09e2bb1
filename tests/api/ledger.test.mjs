// The ledger: paging without loss or repetition, filters, order, search in Chinese.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { bringTo, cast } from './support/life.mjs';

let world, people, all, places;
const grievances = ['三号线站台空调不制冷', '扶梯停运老人上下不便', '安检排队太久', '列车广播声音太小', '卫生间积水湿滑', '售票机吞币不找零', 'Wi-Fi cannot connect at gate 5', '工作人员態度惡劣'];
const types = ['facilities.station', 'facilities.lift', 'safety.security_check', 'facilities.train', 'environment.station', 'service.ticketing', 'other.management', undefined];
const channels = ['hotline', 'website', 'wechat', 'weibo', 'on_site', 'letter'];
const kinds = ['complaint', 'complaint', 'complaint', 'suggestion', 'consultation'];

before(async () => {
  world = await startWorld();
  people = await cast(world);
  places = (await people.agent.get('/api/v1/places')).body.items;
  for (let i = 0; i < 120; ++i) {
    const line = places[i % places.length];
    await people.agent.register({
      content: `${grievances[i % grievances.length]}，第${i}件。`, channel: channels[i % channels.length], kind: kinds[i % kinds.length], type: types[i % types.length],
      unit: world.units[i % 3], severity: i % 10 === 0 ? 'serious' : 'ordinary', place: { line: line.code, station: line.children[i % line.children.length].code },
    });
  }
  for (const stage of ['opinion', 'review', 'closed']) await bringTo(stage, people, { content: `处理到${stage}` });
  all = (await people.agent.all('/api/v1/complaints?limit=200')).items;
});
after(() => world?.end());

const list = async (query) => (await people.agent.all(`/api/v1/complaints?limit=200&${query}`)).items;
const same = (found, wanted) => assert.deepEqual(found.map((c) => c.number), wanted.map((c) => c.number));

test('newest first, by registration and then key', () => {
  assert.equal(all.length, 123);
  for (let i = 1; i < all.length; ++i) assert.ok(Date.parse(all[i - 1].registered_at) >= Date.parse(all[i].registered_at));
  const numbers = all.map((c) => c.number);
  assert.deepEqual(numbers, [...numbers].sort().reverse());
});

for (const limit of [1, 7, 50, 200])
  test(`paging by ${limit} loses nothing and repeats nothing`, async () => {
    const { items, pages } = await people.agent.all(`/api/v1/complaints?limit=${limit}`);
    same(items, all);
    assert.equal(pages, Math.max(1, Math.ceil(all.length / limit)));
  });

for (const sort of ['due', 'severity'])
  test(`paging by ${sort} loses nothing either`, async () => {
    const { items } = await people.agent.all(`/api/v1/complaints?limit=9&sort=${sort}`);
    assert.deepEqual(items.map((c) => c.number).sort(), all.map((c) => c.number).sort());
    if (sort === 'due') {
      const due = items.map((c) => (c.next_due_at ? Date.parse(c.next_due_at) : Infinity));
      assert.deepEqual(due, [...due].sort((x, y) => x - y));
    } else {
      const grave = items.map((c) => ['ordinary', 'serious', 'urgent'].indexOf(c.severity));
      assert.deepEqual(grave, [...grave].sort((x, y) => y - x));
    }
  });

test('what is registered while one pages neither disturbs nor repeats', async () => {
  const first = (await people.agent.get('/api/v1/complaints?limit=50')).body;
  const later = await people.agent.register({ content: '翻页时新来的' });
  const rest = await people.agent.all(`/api/v1/complaints?limit=50&cursor=${first.next_cursor}`);
  same([...first.items, ...rest.items], all);
  all.unshift(later);
});

test('count: of the filter, exact while it is cheap', async () => {
  const { body } = await people.agent.get('/api/v1/complaints?limit=1&kind=suggestion');
  assert.deepEqual([body.count, body.count_exact], [all.filter((c) => c.kind === 'suggestion').length, true]);
});

test('each filter gives exactly what it says', async () => {
  const lead = (c) => c.handling_units.find((unit) => unit.lead)?.unit;
  same(await list('stage=opinion'), all.filter((c) => c.stage === 'opinion'));
  same(await list('stage=opinion,closed'), all.filter((c) => ['opinion', 'closed'].includes(c.stage)));
  same(await list('stage=opinion&stage=closed'), all.filter((c) => ['opinion', 'closed'].includes(c.stage)));
  same(await list('kind=consultation'), all.filter((c) => c.kind === 'consultation'));
  same(await list('type=facilities.lift'), all.filter((c) => c.type === 'facilities.lift'));
  same(await list('type=facilities'), all.filter((c) => c.type?.startsWith('facilities.')));
  same(await list('channel=weibo'), all.filter((c) => c.channel === 'weibo'));
  same(await list('severity=serious'), all.filter((c) => c.severity === 'serious'));
  same(await list(`unit=${people.a}`), all.filter((c) => lead(c) === people.a));
  same(await list('accepting_unit=centre'), all.filter((c) => c.accepting_unit === 'centre'));
  same(await list(`cause=${people.cause}`), all.filter((c) => c.cause === people.cause));
  same(await list('satisfaction=satisfied'), all.filter((c) => c.satisfaction === 'satisfied'));
  same(await list('overdue=true'), []);
  same(await list('overdue=false'), all);
  same(await list('incident=nothing'), []);
  same(await list('kind=complaint&channel=hotline&type=facilities'), all.filter((c) => c.kind === 'complaint' && c.channel === 'hotline' && c.type?.startsWith('facilities.')));
});

test('line and station by code or by name', async () => {
  const line = places[0];
  const station = line.children[0];
  const wanted = all.filter((c) => [line.code, line.name].includes(c.place?.line));
  assert.ok(wanted.length > 0);
  same(await list(`line=${encodeURIComponent(line.code)}`), wanted);
  same(await list(`line=${encodeURIComponent(line.name)}`), wanted);
  const there = all.filter((c) => [station.code, station.name].includes(c.place?.station));
  same(await list(`station=${encodeURIComponent(station.name)}`), there);
});

test('from and to are local dates, both inclusive', async () => {
  const today = all[0].registered_at.slice(0, 10);
  const day = (n) => new Date(Date.parse(`${today}T12:00:00Z`) + n * 86400e3).toISOString().slice(0, 10);
  const earliest = all.at(-1).registered_at.slice(0, 10);
  same(await list(`from=${earliest}&to=${today}`), all);
  same(await list(`from=${day(1)}`), []);
  same(await list(`to=${day(-40)}`), []);
});

test('two Chinese characters are enough, traditional finds simplified, words in any order', async () => {
  const search = (q) => list(`q=${encodeURIComponent(q)}`);
  same(await search('空调'), all.filter((c) => c.content.includes('空调')));
  same(await search('扶梯'), all.filter((c) => c.content.includes('扶梯')));
  assert.ok((await search('积水')).length > 0);
  same(await search('态度'), all.filter((c) => c.content.includes('態度')));
  same(await search('wi-fi'), all.filter((c) => c.content.includes('Wi-Fi')));
  same(await search('老人 扶梯'), all.filter((c) => c.content.includes('扶梯') && c.content.includes('老人')));
  same(await search('梯扶'), []);
  same(await search('没有人写过的话'), []);
});

test('search goes together with filters and pages, and finds a number', async () => {
  same(await list(`q=${encodeURIComponent('空调')}&channel=wechat`), all.filter((c) => c.content.includes('空调') && c.channel === 'wechat'));
  const { items } = await people.agent.all(`/api/v1/complaints?limit=4&q=${encodeURIComponent('空调')}`);
  same(items, all.filter((c) => c.content.includes('空调')));
  same(await list(`q=${all[5].number}`), [all[5]]);
});

test('texts that came later are found too; a person is by the whole name or number, by no part of them', async () => {
  const c = await people.agent.register({ content: '普通内容', complainant: { name: '欧阳锋', phone: '13712345678' } });
  await people.agent.act(c, 'note', { text: '经查系螺栓松动所致' });
  same(await list(`q=${encodeURIComponent('螺栓松动')}`), [c]);
  for (const whole of ['欧阳锋', '13712345678']) same(await list(`q=${encodeURIComponent(whole)}`), [c]);
  for (const part of ['欧阳', '12345678']) same(await list(`q=${encodeURIComponent(part)}`), []);
  all.unshift(c);
});

test('a cursor is opaque and only good for its own list', async () => {
  const { next_cursor: cursor } = (await people.agent.get('/api/v1/complaints?limit=2')).body;
  refused(await people.agent.get(`/api/v1/complaints?limit=2&sort=due&cursor=${cursor}`), 400, '?cursor');
  refused(await people.agent.get(`/api/v1/complaints?cursor=${cursor}x`), 400, '?cursor');
  refused(await people.agent.get(`/api/v1/complaints/${all[0].number}/events?cursor=${cursor}`), 400, '?cursor');
});

test('events come at least a hundred a page, and all of them', async () => {
  let c = await people.agent.register();
  await Promise.all(Array.from({ length: 130 }, (_, i) => people.agent.post(`/api/v1/complaints/${c.number}/note`, { text: `记录${i}` })));
  const first = (await people.agent.get(`/api/v1/complaints/${c.number}/events?limit=5`)).body;
  assert.ok(first.items.length >= 100);
  assert.ok(first.next_cursor);
  const { items, pages } = await people.agent.all(`/api/v1/complaints/${c.number}/events`);
  assert.deepEqual([items.length, pages], [131, 2]);
  assert.deepEqual(items.map((event) => event.seq), Array.from({ length: 131 }, (_, i) => i + 1));
});
