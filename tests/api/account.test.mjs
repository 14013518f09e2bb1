// One's own account: what one keeps, where one is logged in, the tokens of one's scripts.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { Client, refused } from './support/client.mjs';

let world;
before(async () => { world = await startWorld(); });
after(() => world?.end());

const kept = (client, kind) => client.get(`/api/v1/me/kept${kind ? `?kind=${kind}` : ''}`).then((answer) => answer.body.items);
const keep = (client, kind, key, body) => client.put(`/api/v1/me/kept/${kind}/${key}`, { body });

test('what one keeps comes back as it was, and is replaced by its key', async () => {
  const agent = world.as('agent');
  const draft = { content: '<script>"引号"\u0000\n', phone: '13800001234', list: [1, 2.5, null, true, { deep: {} }] };
  const answer = await keep(agent, 'draft', 'intake.1', draft);
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.body.body, draft);
  await keep(agent, 'setting', 'look', { dense: true });
  await keep(agent, 'draft', 'intake.1', { ...draft, content: '改过' });
  assert.deepEqual((await kept(agent)).map((item) => [item.kind, item.key]).sort(), [['draft', 'intake.1'], ['setting', 'look']]);
  assert.equal((await kept(agent, 'draft'))[0].body.content, '改过');
  assert.deepEqual(await kept(world.as('agent2')), []);
  assert.equal((await agent.delete('/api/v1/me/kept/draft/intake.1')).status, 204);
  refused(await agent.delete('/api/v1/me/kept/draft/intake.1'), 404);
  assert.deepEqual(await kept(agent, 'draft'), []);
});

test('a unit’s view is shared by its people and nobody else', async () => {
  const [unit, other] = world.units;
  const desk = world.as(`desk-${unit}`);
  const head = world.as(`head-${unit}`);
  assert.equal((await keep(desk, 'unit_view', 'today', { filters: { overdue: true } })).status, 200);
  assert.deepEqual((await kept(head, 'unit_view')).map((item) => item.key), ['today']);
  assert.deepEqual(await kept(world.as(`desk-${other}`), 'unit_view'), []);
  assert.equal((await head.delete('/api/v1/me/kept/unit_view/today')).status, 204);
  assert.deepEqual(await kept(desk, 'unit_view'), []);
  refused(await keep(world.as('leader'), 'unit_view', 'today', {}), 403);
  assert.equal((await keep(world.as('agent'), 'unit_view', 'centre', {})).status, 200);
  assert.deepEqual((await kept(world.as('director'), 'unit_view')).map((item) => item.key), ['centre']);
});

test('limits of what is kept', async () => {
  const agent = world.as('agent2');
  refused(await keep(agent, 'draft', 'large', { text: 'x'.repeat(64 * 1024) }), 413);
  assert.equal((await keep(agent, 'draft', 'large', { text: 'x'.repeat(64 * 1024 - 20) })).status, 200);
  for (let i = 1; i < 200; ++i) await keep(agent, 'draft', `k${i}`, {});
  refused(await keep(agent, 'draft', 'one-more', {}), 409);
  assert.equal((await keep(agent, 'draft', 'k7', { again: true })).status, 200);
  assert.equal((await keep(agent, 'view', 'one-more', {})).status, 200);
  refused(await keep(agent, 'draft', 'a%20b', {}), 400);
  refused(await keep(agent, 'nonsense', 'a', {}), 400);
  refused(await agent.get('/api/v1/me/kept?kind=nonsense'), 400);
  refused(await agent.put('/api/v1/me/kept/draft/a', {}), 422, '/body');
  refused(await agent.put('/api/v1/me/kept/draft/a', { body: 'text' }), 422, '/body');
  refused(await agent.put('/api/v1/me/kept/draft/a', { body: {}, more: 1 }), 422, '/more');
  refused(await world.nobody.get('/api/v1/me/kept'), 401);
});

async function comeIn(agent) {
  const answer = await world.nobody.post('/api/v1/session', { username: 'owner', password: world.passwords.owner }, { headers: { 'User-Agent': agent } });
  assert.equal(answer.status, 200, answer.text);
  return { headers: { Cookie: answer.headers.get('set-cookie').split(';')[0], 'X-CSRF-Token': answer.body.csrf } };
}

test('one sees where one is logged in, and ends what one does not know', async () => {
  const [here, there] = [await comeIn('Browser A'), await comeIn('Browser B')];
  const list = await world.nobody.get('/api/v1/me/sessions', here);
  assert.deepEqual(list.body.items.map((item) => [item.agent, item.current]).sort(), [['Browser A', true], ['Browser B', false]]);
  assert.ok(list.body.items.every((item) => item.peer === '127.0.0.1'));
  const other = list.body.items.find((item) => !item.current);
  refused(await world.as('agent').delete(`/api/v1/me/sessions/${other.id}`), 404);
  assert.equal((await world.nobody.delete(`/api/v1/me/sessions/${other.id}`, here)).status, 204);
  refused(await world.nobody.delete(`/api/v1/me/sessions/${other.id}`, here), 404);
  refused(await world.nobody.get('/api/v1/me', there), 401);
  assert.equal((await world.nobody.get('/api/v1/me/sessions', here)).body.items.length, 1);
  refused(await world.nobody.delete(`/api/v1/me/sessions/${list.body.items.find((item) => item.current).id}`, { headers: { Cookie: here.headers.Cookie } }), 403);
});

test('a token works as soon as it is made, until it is revoked, and is shown once', async () => {
  const here = await comeIn('Browser');
  const made = await world.nobody.post('/api/v1/me/tokens', { label: '夜间脚本', expires_at: '2099-01-01T00:00:00+08:00' }, here);
  assert.equal(made.status, 201, made.text);
  const script = new Client(world.base, { token: made.body.token });
  assert.equal((await script.get('/api/v1/me')).body.name, 'owner');
  const list = await world.nobody.get('/api/v1/me/tokens', here);
  assert.deepEqual(list.body.items.map((item) => [item.label, item.expires_at.slice(0, 4)]), [['夜间脚本', '2099']]);
  assert.ok(!list.text.includes(made.body.token));
  refused(await world.as('agent').delete(`/api/v1/me/tokens/${made.body.id}`), 404);
  assert.equal((await world.nobody.delete(`/api/v1/me/tokens/${made.body.id}`, here)).status, 204);
  refused(await script.get('/api/v1/me'), 401);
  refused(await world.nobody.delete(`/api/v1/me/tokens/${made.body.id}`, here), 404);
  assert.deepEqual((await world.nobody.get('/api/v1/me/tokens', here)).body.items, []);
});

test('what a token may not be', async () => {
  const here = await comeIn('Browser');
  refused(await world.nobody.post('/api/v1/me/tokens', {}, here), 422, '/label');
  refused(await world.nobody.post('/api/v1/me/tokens', { label: 'x'.repeat(81) }, here), 422, '/label');
  refused(await world.nobody.post('/api/v1/me/tokens', { label: 'x', expires_at: '2001-01-01T00:00:00Z' }, here), 422, '/expires_at');
  refused(await world.nobody.post('/api/v1/me/tokens', { label: 'x' }, { headers: { Cookie: here.headers.Cookie } }), 403);
  for (let i = 0; i < 50; ++i) assert.equal((await world.nobody.post('/api/v1/me/tokens', { label: `t${i}` }, here)).status, 201);
  refused(await world.nobody.post('/api/v1/me/tokens', { label: 'one more' }, here), 409);
});
