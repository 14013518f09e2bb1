// Administration (R2.3): people, units, types, causes, calendars; who may do which; what is in the trail.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { versioned } from './support/versioned.mjs';
import { bringTo, cast } from './support/life.mjs';

let world, people, sysadmin, secadmin, auditor, director;
before(async () => {
  world = await startWorld();
  people = await cast(world);
  [sysadmin, secadmin, auditor] = ['sysadmin', 'secadmin', 'auditor'].map((name) => versioned(world.as(name)));
  director = versioned(people.director);
});
after(() => world?.end());

const login = (username, password, more = {}) => world.nobody.post('/api/v1/session', { username, password, ...more });
const cookieOf = (answer) => answer.headers.get('set-cookie').split(';')[0];
const flat = (entries) => entries.flatMap((entry) => [entry, ...flat(entry.children)]);
const find = async (list, code, client = people.agent) => flat((await client.get(`/api/v1/${list}`)).body.items).find((entry) => entry.code === code);
const trail = async (limit = 1000) => (await auditor.all(`/api/v1/audit?of=administration&limit=${limit}`)).items;

async function add(name, role, more = {}) {
  const made = await sysadmin.post('/api/v1/users', { name, role, ...more });
  assert.equal(made.status, 201, made.text);
  return made.body;
}

test('a person is added, comes in with the password shown once, and must change it', async () => {
  const made = await add('wangfang', 'desk', { unit: people.a, display_name: '王芳' });
  assert.deepEqual([made.name, made.role, made.unit], ['wangfang', 'desk', people.a]);
  const first = await login('wangfang', made.password);
  assert.equal(first.status, 200, first.text);
  assert.equal(first.body.must_change_password, true);
  assert.equal(first.body.display_name, '王芳');
  assert.ok(!(await sysadmin.get('/api/v1/users')).text.includes(made.password));
});

test('what is wrong with a new person stands at its field', async () => {
  const path = '/api/v1/users';
  for (const [body, pointer] of [
    [{ role: 'agent' }, '/name'], [{ name: 'Böse Name', role: 'agent' }, '/name'], [{ name: 'x1' }, '/role'], [{ name: 'x1', role: 'king' }, '/role'], [{ name: 'x1', role: 'system' }, '/role'],
    [{ name: 'x1', role: 'passenger' }, '/role'], [{ name: 'x1', role: 'desk' }, '/unit'], [{ name: 'x1', role: 'desk', unit: 'nowhere' }, '/unit'], [{ name: 'x1', role: 'leader', unit: people.a }, '/unit'],
    [{ name: 'x1', role: 'agent', display_name: '名'.repeat(81) }, '/display_name'], [{ name: 'x1', role: 'agent', colour: 1 }, '/colour'],
    [{ name: 'x1', role: 'secadmin' }, '/role'], [{ name: 'x1', role: 'sysadmin' }, '/role'], [{ name: 'x1', role: 'auditor' }, '/role'],
  ]) refused(await sysadmin.post(path, body), 422, pointer);
  refused(await sysadmin.post(path, { name: 'agent', role: 'agent' }), 409);
  assert.ok(!(await sysadmin.get(path)).body.items.some((user) => user.name === 'x1'));
});

test('three administrators, each with their own: nobody else changes people', async () => {
  await add('lili', 'agent');
  const path = '/api/v1/users/lili';
  for (const name of ['agent', 'director', 'leader', 'auditor', `desk-${people.a}`, `head-${people.a}`]) {
    const other = world.as(name);
    refused(await other.post('/api/v1/users', { name: 'x2', role: 'agent' }), 403);
    refused(await other.patch(path, { display_name: '丽' }), 403);
    refused(await other.post(`${path}/password`), 403);
    refused(await other.post(`${path}/unlock`), 403);
  }
  refused(await secadmin.post('/api/v1/users', { name: 'x2', role: 'agent' }), 403);
  refused(await sysadmin.patch(path, { role: 'director' }), 403, '/role');
  refused(await secadmin.patch(path, { display_name: '丽' }), 403, '/display_name');
  refused(await sysadmin.post(`${path}/password`), 403);
  refused(await sysadmin.post(`${path}/unlock`), 403);
  assert.equal((await sysadmin.patch(path, { display_name: '李丽' })).body.display_name, '李丽');
  assert.equal((await secadmin.patch(path, { role: 'head', unit: people.b })).body.unit, people.b);
  assert.equal((await sysadmin.patch(path, { unit: people.a })).body.unit, people.a);
  assert.deepEqual((({ role, unit }) => [role, unit])((await secadmin.patch(path, { role: 'agent' })).body), ['agent', 'centre']);
  refused(await sysadmin.patch('/api/v1/users/nobody', { display_name: 'x' }), 404);
  refused(await sysadmin.patch(path, {}), 422);
  refused(await sysadmin.patch(path, { disabled: 'yes' }), 422, '/disabled');
  refused(await world.nobody.patch(path, { display_name: 'x' }), 401);
});

test('nobody changes their own role or disables themself; the last of each stays', async () => {
  refused(await secadmin.patch('/api/v1/users/secadmin', { role: 'auditor' }), 403, '/role');
  refused(await sysadmin.patch('/api/v1/users/sysadmin', { disabled: true }), 403, '/disabled');
  refused(await secadmin.post('/api/v1/users/secadmin/password'), 403);
  refused(await secadmin.patch('/api/v1/users/sysadmin', { disabled: true }), 409);
  refused(await sysadmin.patch('/api/v1/users/secadmin', { disabled: true }), 409);
  refused(await sysadmin.patch('/api/v1/users/director', { disabled: true }), 409);
  refused(await secadmin.patch('/api/v1/users/director', { role: 'agent' }), 409);
});

test('two changes at once are judged one after the other: the last director stays', async () => {
  await add('director2', 'director');
  for (let round = 0; round < 5; ++round) {
    const both = await Promise.all(['director', 'director2'].map((name) => sysadmin.patch(`/api/v1/users/${name}`, { disabled: true })));
    assert.deepEqual(both.map((answer) => answer.status).sort(), [200, 409]);
    for (const name of ['director', 'director2']) assert.equal((await sysadmin.patch(`/api/v1/users/${name}`, { disabled: false })).status, 200);
  }
  assert.equal((await sysadmin.patch('/api/v1/users/director2', { disabled: true })).status, 200);
});

test('a disabled person is out at once, with session and token, and comes back when enabled', async () => {
  const { password } = await add('zhaomin', 'agent');
  const headers = { Cookie: cookieOf(await login('zhaomin', password, { new_password: 'Ganz-Neue-Parole-26' })) };
  assert.equal((await world.nobody.get('/api/v1/complaints?limit=1', { headers })).status, 200);
  assert.equal((await sysadmin.patch('/api/v1/users/zhaomin', { disabled: true })).body.disabled, true);
  refused(await world.nobody.get('/api/v1/complaints?limit=1', { headers }), 401);
  refused(await login('zhaomin', 'Ganz-Neue-Parole-26'), 401);
  assert.equal((await secadmin.patch('/api/v1/users/zhaomin', { disabled: false })).body.disabled, false);
  refused(await world.nobody.get('/api/v1/complaints?limit=1', { headers }), 401);
  assert.equal((await login('zhaomin', 'Ganz-Neue-Parole-26')).status, 200);
});

test('a changed role holds from the next request on', async () => {
  const token = people.agent2;
  assert.equal((await token.get('/api/v1/complaints?limit=1')).status, 200);
  await secadmin.patch('/api/v1/users/agent2', { role: 'leader' });
  refused(await token.get('/api/v1/complaints?limit=1'), 403);
  assert.equal((await token.get('/api/v1/me')).body.role, 'leader');
  await secadmin.patch('/api/v1/users/agent2', { role: 'agent' });
  assert.equal((await token.get('/api/v1/complaints?limit=1')).status, 200);
});

test('a new first password: sessions end, the old one is gone, the new one must be changed', async () => {
  const { password } = await add('sunqi', 'agent');
  const headers = { Cookie: cookieOf(await login('sunqi', password, { new_password: 'Eine-Gute-Parole-26' })) };
  const made = await secadmin.post('/api/v1/users/sunqi/password');
  assert.equal(made.status, 200, made.text);
  assert.notEqual(made.body.password, password);
  refused(await world.nobody.get('/api/v1/me', { headers }), 401);
  refused(await login('sunqi', 'Eine-Gute-Parole-26'), 401);
  assert.equal((await login('sunqi', made.body.password)).body.must_change_password, true);
  refused(await secadmin.post('/api/v1/users/nobody/password'), 404);
});

test('a locked account is unlocked by the security administrator', async () => {
  const { password } = await add('chenwu', 'agent');
  for (let i = 0; i < 5; ++i) refused(await login('chenwu', 'falsche Parole'), 401);
  refused(await login('chenwu', password), 429);
  const done = await secadmin.post('/api/v1/users/chenwu/unlock');
  assert.equal(done.status, 204, done.text);
  assert.equal((await login('chenwu', password)).status, 200);
  refused(await secadmin.post('/api/v1/users/nobody/unlock'), 404);
});

test('units: added, renamed, retired; a retired one keeps its complaints and takes no new ones', async () => {
  const path = '/api/v1/units/night-shop';
  const company = (await people.agent.get('/api/v1/units')).body.items[0].code;
  const body = { name: '夜间检修车间', name_en: 'Night shop', kind: 'unit', parent: company };
  const made = await sysadmin.put(path, body);
  assert.equal(made.status, 200, made.text);
  assert.deepEqual([made.body.name, made.body.name_en, made.body.takes_work, made.body.gap], ['夜间检修车间', 'Night shop', true, 'nobody']);
  assert.equal((await find('units', 'night-shop', people.agent.speaking('en'))).name, 'Night shop');
  const c = await people.agent.register();
  const sent = await people.agent.act(c, 'dispatch', { units: [{ unit: 'night-shop', lead: true }] });
  assert.equal((await sysadmin.put(path, { ...body, retired: true })).body.retired, true);
  assert.equal((await people.agent.complaint(c.number)).handling_units[0].unit, 'night-shop');
  assert.equal(sent.stage, 'opinion');
  refused(await people.agent.tryAct(await people.agent.register(), 'dispatch', { units: [{ unit: 'night-shop', lead: true }] }), 422, '/units/0/unit');
  refused(await sysadmin.post('/api/v1/users', { name: 'x3', role: 'desk', unit: 'night-shop' }), 422, '/unit');
  assert.equal((await sysadmin.put(path, { name: '夜间检修车间', kind: 'unit', parent: company })).body.retired, true, 'what is not said stays');
  refused(await director.put(path, body), 403);
  refused(await sysadmin.put(path, { ...body, parent: 'night-shop' }), 422, '/parent');
  refused(await sysadmin.put('/api/v1/units/Night%20Shop', { ...body, name: '另一个' }), 422, '/code');
  refused(await sysadmin.put(path, { kind: 'unit', parent: company }), 422, '/name');
  refused(await sysadmin.put(path, { ...body, kind: 'castle' }), 422, '/kind');
  refused(await sysadmin.put(`/api/v1/units/${people.a}`, { name: '有人的单位', kind: 'unit', parent: company, retired: true }), 409);
});

test('types and causes: the director’s; a retired one is kept and cannot be chosen', async () => {
  for (const [list, code, parent] of [['types', 'facilities.wifi', 'facilities'], ['causes', 'equipment.wifi', 'equipment']]) {
    const path = `/api/v1/${list}/${code}`;
    const made = await director.put(path, { name: '无线网络', name_en: 'Wi-Fi', parent });
    assert.equal(made.status, 200, made.text);
    assert.deepEqual([made.body.name, made.body.retired], ['无线网络', false]);
    refused(await sysadmin.put(path, { name: 'x' }), 403);
    refused(await people.agent.put(path, { name: 'x' }), 403);
    refused(await director.put(path, { name: '无线网络', parent: 'other' }), 422, '/parent');
    refused(await director.put(`/api/v1/${list}/${code}.deep`, { name: '太深' }), 422, '/code');
    refused(await director.put(`/api/v1/${list}/nothing.at_all`, { name: '没有上级' }), 422, '/parent');
    refused(await director.put(path, { name: '' }), 422, '/name');
    refused(await director.put(`/api/v1/${list}/${parent}`, { name: '整类停用', retired: true }), 409);
  }
  const c = await people.agent.register({ type: 'facilities.wifi' });
  await director.put('/api/v1/types/facilities.wifi', { name: '无线网络', retired: true });
  assert.equal((await find('types', 'facilities.wifi')).retired, true);
  assert.equal((await people.agent.complaint(c.number)).type, 'facilities.wifi');
  refused(await people.agent.post('/api/v1/complaints', { channel: 'hotline', content: '没有无线网络', type: 'facilities.wifi' }), 422, '/type');
});

test('R9.4a a calendar: what moves is shown, then confirmed, then on the history', async () => {
  const c = await people.agent.register();
  const clock = (complaint) => complaint.clocks.find((one) => one.stage === 'dispatch');
  const day = new Date(Date.parse(clock(c).due_at) - 1000 + 8 * 3600e3).toISOString().slice(0, 10);
  const year = day.slice(0, 4);
  const known = (await people.agent.get('/api/v1/calendars')).body.items.find((one) => one.code === year);
  const days = [...(known?.days ?? []), { date: day, off: true, name: '临时放假' }].map((one) => ({ date: one.date, name: one.name, isOffDay: one.off }));
  const file = { content: JSON.stringify({ year: Number(year), sources: ['test'], days }), format: 'json' };
  const path = '/api/v1/calendars';
  const preview = await people.director.post(path, { ...file, confirm: false });
  assert.equal(preview.status, 200, preview.text);
  assert.deepEqual([preview.body.years, preview.body.applied], [[Number(year)], false]);
  const moved = preview.body.moves.find((one) => one.number === c.number && one.clock === 'dispatch');
  assert.equal(moved.old_due_at, clock(c).due_at);
  assert.ok(Date.parse(moved.new_due_at) > Date.parse(moved.old_due_at));
  assert.equal(clock(await people.agent.complaint(c.number)).due_at, clock(c).due_at, 'a preview changes nothing');
  const applied = await people.director.post(path, { ...file, confirm: true });
  assert.equal(applied.body.applied, true, applied.text);
  assert.deepEqual(applied.body.moves, preview.body.moves);
  assert.equal(applied.body.complaints, preview.body.complaints);
  const after = await people.agent.complaint(c.number);
  assert.equal(clock(after).due_at, moved.new_due_at);
  const history = (await people.agent.all(`/api/v1/complaints/${c.number}/events`)).items;
  assert.equal(history.at(-1).act, 'recalendar');
  assert.deepEqual((await people.director.post(path, { ...file, confirm: true })).body.moves, [], 'what is moved stays moved');
});

test('R9.2 a calendar changes only the days it names; what would be lost is listed and asked for', async () => {
  const path = '/api/v1/calendars';
  const known = async (year) => (await people.agent.get(path)).body.items.find((one) => one.code === String(year));
  const kept = await known(2026);
  const event = (from, until, name) => `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${from}\r\nDTEND;VALUE=DATE:${until}\r\nSUMMARY:${name}\r\nEND:VEVENT\r\n`;
  const few = { content: `BEGIN:VCALENDAR\r\n${event('20351001', '20351008', '国庆节假期')}${event('20351231', '20360103', '元旦假期')}END:VCALENDAR\r\n`, format: 'ics', name: '放假.ics' };
  const preview = await people.director.post(path, { ...few, confirm: false });
  assert.deepEqual([preview.body.years, preview.body.lost, preview.body.notes.map((note) => [note.year, note.partial, note.announced])], [[2035, 2036], [], [[2035, true, false], [2036, true, false]]]);
  assert.equal(preview.body.dates + preview.body.settled + preview.body.unsettled, preview.body.moves.length);
  assert.equal((await people.director.post(path, { ...few, confirm: true })).status, 200);
  assert.deepEqual([(await known(2035)).announced, (await known(2035)).days.length, (await known(2036)).days.map((day) => day.date)], [false, 7, ['2035-12-31', '2036-01-01', '2036-01-02']]);
  assert.deepEqual(await known(2026), kept);
  const whole = { content: JSON.stringify({ year: 2035, holidays: [{ name: '国庆节', off: ['2035-10-01'], work: ['2035-10-06'] }] }), format: 'json' };
  const loses = await people.director.post(path, { ...whole, confirm: false });
  assert.deepEqual(loses.body.lost.map((day) => day.date), ['2035-10-02', '2035-10-03', '2035-10-04', '2035-10-05', '2035-10-07']);
  assert.deepEqual(loses.body.altered, [{ date: '2035-10-06', off: false, name: '国庆节' }]);
  assert.deepEqual(loses.body.notes[0].missing, ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节']);
  refused(await people.director.post(path, { ...whole, confirm: true }), 409);
  assert.equal((await known(2035)).days.length, 7, 'nothing is lost unasked');
  assert.equal((await people.director.post(path, { ...whole, confirm: true, drop_days: true })).body.applied, true);
  assert.deepEqual([(await known(2035)).announced, (await known(2035)).days.length], [true, 2]);
  const bad = await people.director.post(path, { content: '{"year": 2035}', format: 'json', name: '错的.json', confirm: false });
  assert.match(bad.body.errors[0].detail, /错的\.json/);
});

test('R9.4a a suspended complaint is counted anew like its sibling, and resumes to the same dates', async () => {
  const [waiting, sibling] = [await people.agent.register(), await people.agent.register()];
  await people.agent.act(waiting, 'suspend', { reason: '等车票' });
  const clock = (complaint, name) => complaint.clocks.find((one) => one.stage === name);
  const day = new Date(Date.parse(clock(sibling, 'reply').due_at) - 1000 + 8 * 3600e3).toISOString().slice(0, 10);
  const year = Number(day.slice(0, 4));
  const known = (await people.agent.get('/api/v1/calendars')).body.items.find((one) => one.code === String(year));
  const days = [...(known?.days ?? []).filter((one) => one.date !== day), { date: day, off: true, name: '临时放假' }].map((one) => ({ date: one.date, name: one.name, isOffDay: one.off }));
  const done = await people.director.post('/api/v1/calendars', { content: JSON.stringify({ year, days }), format: 'json', confirm: true });
  assert.equal(done.status, 200, done.text);
  for (const one of [waiting, sibling]) assert.ok(done.body.moves.some((move) => move.number === one.number && move.clock === 'reply'), 'both are listed');
  const history = (await people.agent.all(`/api/v1/complaints/${waiting.number}/events`)).items;
  assert.equal(history.at(-1).act, 'recalendar');
  await people.agent.act(await people.agent.complaint(waiting.number), 'resume', { reason: '已收到' });
  const [after, other] = [await people.agent.complaint(waiting.number), await people.agent.complaint(sibling.number)];
  for (const name of ['dispatch', 'reply']) assert.equal(clock(after, name).due_at, clock(other, name).due_at, name);
});

test('a calendar that is none is refused with its line; only the director brings one in', async () => {
  const path = '/api/v1/calendars';
  const send = (content, format, client = people.director) => client.post(path, { content, format, confirm: true });
  refused(await send('{"year": 2027}', 'json'), 422, '/content');
  refused(await send('{oh', 'json'), 422, '/content');
  refused(await send('BEGIN:VCALENDAR\nEND:VCALENDAR', 'ics'), 422, '/content');
  refused(await send('BEGIN:VCALENDAR\nEND:VCALENDAR', 'json'), 422, '/format');
  refused(await send('{}', 'xml'), 422, '/format');
  refused(await people.director.post(path, { format: 'json', confirm: true }), 422, '/content');
  refused(await people.director.post(path, { content: '{}', format: 'json' }), 422, '/confirm');
  for (const name of ['agent', 'leader', 'sysadmin', 'secadmin', 'auditor']) refused(await send('{}', 'json', world.as(name)), 403);
});

test('R10.4 the trail of administration: who, what, when, in order, chained; for the auditor', async () => {
  const before = await trail();
  await add('lastone', 'agent');
  await secadmin.patch('/api/v1/users/lastone', { role: 'desk', unit: people.a });
  await director.put('/api/v1/causes/equipment.radio', { name: '电台' });
  const items = await trail(2);
  assert.deepEqual(items.slice(0, before.length), before);
  const own = items.slice(before.length);
  assert.deepEqual(own.map((entry) => [entry.act, entry.subject, entry.actor.user, entry.actor.role]),
    [['add_user', 'lastone', 'sysadmin', 'sysadmin'], ['change_user', 'lastone', 'secadmin', 'secadmin'], ['put_cause', 'equipment.radio', 'director', 'director']]);
  assert.deepEqual(own[1].details, { role: 'desk', was_role: 'agent', unit: people.a, was_unit: 'centre' });
  assert.deepEqual(items.map((entry) => entry.seq), items.map((_, i) => i + 1));
  for (const name of ['director', 'sysadmin', 'secadmin', 'agent']) refused(await world.as(name).get('/api/v1/audit?of=administration'), 403);
  refused(await auditor.get('/api/v1/audit?of=everything'), 400, '?of');
});

test('R2.3 whoever changes what another changed meanwhile is told, and nothing is overwritten unseen', async () => {
  const plain = people.director;
  const types = async () => (await plain.get('/api/v1/types')).body.items.flatMap((one) => [one, ...one.children]);
  const opened = (await types()).find((one) => one.code === 'service.gate');
  const put = (name, version) => plain.put('/api/v1/types/service.gate', { name }, { headers: version ? { 'If-Match': `"${version}"` } : {} });
  refused(await put('检票服务'), 428);
  const mine = await put('检票服务甲', opened.version);
  assert.deepEqual([mine.status, mine.headers.get('etag')], [200, `"${mine.body.version}"`]);
  refused(await put('检票服务乙', opened.version), 412);
  assert.equal((await types()).find((one) => one.code === 'service.gate').name_zh, '检票服务甲');
  assert.equal((await put(opened.name_zh, mine.body.version)).status, 200);
  refused(await plain.put('/api/v1/types/service.gate', { name: 'x' }, { headers: { 'If-Match': '"a", "b"' } }), 400);
  const person = async () => (await world.as('sysadmin').get('/api/v1/users')).body.items.find((user) => user.name === 'agent2');
  const before = await person();
  const rename = (display_name, version) => world.as('sysadmin').patch('/api/v1/users/agent2', { display_name }, { headers: { 'If-Match': `"${version}"` } });
  assert.equal((await rename('甲', before.version)).status, 200);
  refused(await rename('乙', before.version), 412);
  assert.equal((await rename(before.display_name, (await person()).version)).status, 200);
});

test('R10.4 the trails are searched by day, person, act and complaint, newest first, and a page goes on where the one before ended', async () => {
  const c = await people.agent.register({});
  await people.agent.act(await people.agent.complaint(c.number), 'reveal', { reason: '核实' });
  await people.agent.act(await people.agent.complaint(c.number), 'note', { text: 'x' });
  const reader = world.as('auditor');
  const ask = async (query) => (await reader.get(`/api/v1/audit?${query}`)).body;
  const own = await ask(`subject=${c.number}`);
  assert.deepEqual(own.items.map(({ of, act, user, subject, number }) => [of, act, user, subject, number]), ['note', 'reveal', 'register'].map((act) => ['complaints', act, 'agent', c.number, c.number]));
  const day = own.items[0].at.slice(0, 10);
  const openings = await ask(`act=reveal&user=agent&from=${day}&to=${day}`);
  assert.ok(openings.items.length > 0 && openings.items.every((entry) => entry.act === 'reveal' && entry.user === 'agent' && entry.at.slice(0, 10) === day));
  assert.equal(openings.items[0].number, c.number);
  assert.deepEqual((await ask('to=2020-01-01')).items, []);
  const all = await ask('limit=1000');
  const times = all.items.map((entry) => entry.at);
  assert.deepEqual(times, [...times].sort().reverse());
  assert.deepEqual(new Set(all.items.map((entry) => entry.of)), new Set(['complaints', 'administration']));
  const paged = (await reader.all('/api/v1/audit?limit=7')).items;
  assert.deepEqual(paged, all.next_cursor ? paged.slice(0, all.items.length) : all.items);
  const changes = await ask('of=administration&order=newest&act=add_user&subject=lastone');
  assert.deepEqual(changes.items.map((entry) => [entry.subject, entry.detail]), [['lastone', 'role=agent unit=centre']]);
  for (const [query, pointer] of [['from=yesterday', '?from'], ['act=dance', '?act'], ['order=random', '?order'], ['cursor=abc', '?cursor']]) refused(await reader.get(`/api/v1/audit?${query}`), 400, pointer);
});

test('R2.1 an account that wrong passwords have locked is seen by the administrators, and only such a one is unlocked', async () => {
  const list = async (who) => (await world.as(who).get('/api/v1/users')).body.items.find((user) => user.name === 'lastone');
  assert.equal((await list('secadmin')).locked_until, null);
  refused(await secadmin.post('/api/v1/users/lastone/unlock'), 409);
  for (let i = 0; i < 5; ++i) await world.nobody.post('/api/v1/session', { username: 'lastone', password: 'Falsch-Falsch-2026' });
  assert.match((await list('secadmin')).locked_until, /^20/);
  assert.match((await list('sysadmin')).locked_until, /^20/);
  assert.equal((await list('director')).locked_until, null, 'whom it does not concern');
  assert.equal((await secadmin.post('/api/v1/users/lastone/unlock')).status, 204);
  assert.equal((await list('secadmin')).locked_until, null);
});

test('possible acts: exactly those that are not refused for stage or person, in the list as on the page', async () => {
  const names = ['agent', 'agent2', 'director', `desk-${people.a}`, `desk-${people.b}`, `head-${people.a}`];
  const acts = ['dispatch', 'answer', 'refuse', 'submit_opinion', 'assist_opinion', 'return', 'approve', 'reject', 'complete', 'report_result', 'reject_result', 'give_feedback', 'record_follow_up',
    'reopen', 'withdraw', 'end', 'note', 'contact', 'publish_progress', 'suspend', 'resume', 'request_extension', 'grant_extension', 'refuse_extension', 'reclassify', 'grade', 'hold', 'release_hold', 'reveal'];
  for (const stage of ['dispatch', 'opinion', 'review', 'remedy', 'result', 'feedback', 'follow_up', 'closed']) {
    const c = await bringTo(stage, people);
    for (const name of names) {
      const client = world.as(name);
      const page = await client.get(`/api/v1/complaints/${c.number}`);
      const possible = page.status === 200 ? page.body.possible_acts : [];
      for (const act of acts) {
        const answer = await client.tryAct(c, act, { no_such_field: 1 });
        assert.equal(answer.status === 422, possible.includes(act), `${name} ${act} at ${stage}: ${answer.status}, possible ${possible}`);
      }
      if (page.status !== 200) continue;
      const listed = (await client.all('/api/v1/complaints?limit=200')).items.find((item) => item.number === c.number);
      // What can be taken back for some seconds is offered where one works on it, not in lists.
      assert.deepEqual(listed.possible_acts, possible.filter((act) => act !== 'undo'), `${name} at ${stage}`);
    }
  }
});
