// The rule book as a file (R1.6, R2.3): written out, tried, taken in by the director; what is wrong with it is told at once, by line.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { cast } from './support/life.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

const path = '/api/v1/policies';
const date = (days) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000));
const book = async () => (await people.director.get(`${path}/1.toml`)).text;
/** The next version, from that day on, with what `change` makes of it. */
const next = async (days, change = (text) => text) => change((await book()).replace('version = 1', 'version = 2').replace(/valid_from = .*/, `valid_from = ${date(days)}`));
const longerOpinion = (text) => text.replace(/(\[version\.clocks\.opinion\]\nrule = "R4\.1"\n)ordinary = "3wd"/, '$1ordinary = "4wd"');
const listed = async () => (await people.agent.get(path)).body.items.map((one) => [one.code, one.state]);

test('R1_6 a version is written out as it is read, for all who read the rules', async () => {
  const answer = await people.agent.get(`${path}/1.toml`);
  assert.match(answer.headers.get('content-disposition'), /^attachment; filename="rules-1\.toml"$/);
  assert.match(answer.text, /\[version\.clocks\.opinion\]/);
  const same = await people.director.post(`${path}?dry_run=true`, { content: answer.text });
  assert.deepEqual(same.body, { applied: false, versions: [], changes: [] }, 'nothing new in it');
  refused(await people.agent.get(`${path}/99.toml`), 404);
  refused(await people.agent.get(`${path}/x.toml`), 404);
});

test('R2_3 only the director brings one in, and a trial changes nothing', async () => {
  const content = await next(3, longerOpinion);
  for (const who of ['agent', 'leader', 'auditor', 'sysadmin', 'secadmin', `desk-${people.a}`]) refused(await world.as(who).post(path, { content }), 403);
  const tried = await people.director.post(`${path}?dry_run=true`, { content });
  assert.deepEqual(tried.body, { applied: false, versions: [2], changes: [{ version: 2, valid_from: date(3), entry: 'clocks.opinion.ordinary', old: '3wd', new: '4wd', rule: 'R4.1' }] });
  assert.deepEqual(await listed(), [['1', 'in_force']]);
  refused(await people.director.post(`${path}?dry_run=perhaps`, { content }), 400, '?dry_run');
});

test('R1_6 all that is wrong is told at once, each with its line', async () => {
  const content = (await next(-1, longerOpinion)).replace('urgent = "60min"', 'urgent = "soon"').replace('version = 2', 'version = 7') + '\n[version.nonsense]\n';
  const { errors } = refused(await people.director.post(path, { content }), 422);
  assert.deepEqual(errors.map((error) => error.pointer).sort(), ['/version/0/clocks/dispatch/urgent', '/version/0/nonsense', '/version/0/valid_from', '/version/0/version']);
  for (const { detail } of errors) assert.match(detail, /^第 \d+ 行：/);
  const line = Number(/\d+/.exec(errors.find((error) => error.pointer.endsWith('valid_from')).detail)[0]);
  assert.match(content.split('\n')[line - 1], /^valid_from/);
  refused(await people.director.post(path, { content: 'version = [' }), 422);
  refused(await people.director.post(path, { content: '' }), 422, '/content');
  refused(await people.director.post(path, { text: 'x' }), 422, '/text');
  refused(await people.director.post(path, { content: (await book()).replace('ordinary = "3wd"', 'ordinary = "2wd"') }), 422, '/version/0');
});

test('R1_6 a version to come is taken in, as text too, shown as to come, and can still be corrected; running clocks keep theirs', async () => {
  const before = await people.agent.act(await people.agent.register(), 'dispatch', { units: [{ unit: people.a, lead: true }] });
  const sent = await people.director.call('POST', path, { raw: await next(3, longerOpinion), headers: { 'Content-Type': 'application/toml' } });
  assert.deepEqual([sent.status, sent.body.applied, sent.body.versions], [200, true, [2]], sent.text);
  assert.deepEqual(await listed(), [['1', 'in_force'], ['2', 'coming']]);
  const corrected = await people.director.post(path, { content: await next(4, longerOpinion) });
  assert.deepEqual([corrected.body.applied, corrected.body.changes[0].valid_from], [true, date(4)]);
  const now = await people.director.post(path, { content: await next(0, longerOpinion) });
  assert.equal(now.status, 200, now.text);
  assert.deepEqual(await listed(), [['1', 'past'], ['2', 'in_force']]);
  refused(await people.director.post(path, { content: await next(5, longerOpinion) }), 422, '/version/0');
  const opinion = (c) => c.clocks.find((clock) => clock.stage === 'opinion');
  assert.deepEqual(opinion(await people.agent.complaint(before.number)), opinion(before), 'a running clock keeps its version');
  const after = await people.agent.act(await people.agent.register(), 'dispatch', { units: [{ unit: people.a, lead: true }] });
  assert.deepEqual([opinion(after).policy_version, opinion(after).limit, opinion(before).policy_version], [2, '4wd', 1]);
  const trail = (await world.as('auditor').get('/api/v1/audit?of=administration')).body.items;
  assert.equal(trail.filter((entry) => JSON.stringify(entry).includes('import_rule_book')).length, 3);
});
