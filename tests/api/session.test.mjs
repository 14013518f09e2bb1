// Coming in by password: cookie, CSRF, throttling, the first change of password; tokens.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';

let world;
before(async () => { world = await startWorld(); });
after(() => world?.end());

const login = (username, password, more = {}) => world.nobody.post('/api/v1/session', { username, password, ...more });
const cookieOf = (answer) => answer.headers.get('set-cookie').split(';')[0];

async function comeIn(username) {
  const answer = await login(username, world.passwords[username]);
  assert.equal(answer.status, 200, answer.text);
  return { cookie: cookieOf(answer), csrf: answer.body.csrf, answer };
}

test('the first login must change the password; until then only one\'s own account is open', async () => {
  const first = await login('newcomer', world.passwords.newcomer);
  assert.equal(first.status, 200, first.text);
  assert.equal(first.body.must_change_password, true);
  const headers = { Cookie: cookieOf(first) };
  assert.equal((await world.nobody.get('/api/v1/me', { headers })).status, 200);
  refused(await world.nobody.get('/api/v1/complaints', { headers }), 403);
  const csrf = { 'X-CSRF-Token': first.body.csrf };
  refused(await world.nobody.put('/api/v1/me/password', { old_password: 'falsch falsch', new_password: 'Neue-Erste-Parole-2026' }, { headers: { ...headers, ...csrf } }), 422);
  refused(await world.nobody.put('/api/v1/me/password', { old_password: world.passwords.newcomer, new_password: 'kurz' }, { headers: { ...headers, ...csrf } }), 422, '/new_password');
  const changed = await world.nobody.put('/api/v1/me/password', { old_password: world.passwords.newcomer, new_password: 'Neue-Erste-Parole-2026' }, { headers: { ...headers, ...csrf } });
  assert.equal(changed.status, 204, changed.text);
  assert.equal((await world.nobody.get('/api/v1/complaints', { headers })).status, 200);
  assert.equal((await login('newcomer', 'Neue-Erste-Parole-2026')).body.must_change_password, false);
});

test('the cookie is HttpOnly, SameSite, of the whole path; the password comes back nowhere', async () => {
  const { answer } = await comeIn('owner');
  const cookie = answer.headers.get('set-cookie');
  assert.match(cookie, /;\s*HttpOnly/i);
  assert.match(cookie, /;\s*SameSite=(Strict|Lax)/i);
  assert.match(cookie, /;\s*Path=\//i);
  assert.doesNotMatch(cookie, /Domain=/i);
  assert.ok(!answer.text.includes('Parole'));
  assert.deepEqual([answer.body.name, answer.body.role], ['owner', 'agent']);
});

test('reading needs the cookie alone, changing the CSRF token too', async () => {
  const { cookie, csrf } = await comeIn('owner');
  const headers = { Cookie: cookie };
  assert.equal((await world.nobody.get('/api/v1/complaints', { headers })).status, 200);
  assert.equal((await world.nobody.get('/api/v1/me', { headers })).body.csrf, csrf);
  const body = { channel: 'hotline', content: '跨站请求' };
  refused(await world.nobody.post('/api/v1/complaints', body, { headers }), 403);
  refused(await world.nobody.post('/api/v1/complaints', body, { headers: { ...headers, 'X-CSRF-Token': 'nonsense' } }), 403);
  assert.equal((await world.nobody.post('/api/v1/complaints', body, { headers: { ...headers, 'X-CSRF-Token': csrf } })).status, 201);
});

test('logging out ends the session', async () => {
  const { cookie, csrf } = await comeIn('owner');
  const headers = { Cookie: cookie, 'X-CSRF-Token': csrf };
  const out = await world.nobody.delete('/api/v1/session', { headers });
  assert.equal(out.status, 204, out.text);
  refused(await world.nobody.get('/api/v1/me', { headers }), 401);
});

test('a wrong name and a wrong password are answered alike', async () => {
  const wrong = refused(await login('owner', 'falsch falsch falsch'), 401);
  const nobody = refused(await login('niemand', 'falsch falsch falsch'), 401);
  const without = ({ instance, ...rest }) => (void instance, rest);

  assert.deepEqual(without(wrong), without(nobody));
});

test('too many wrong passwords are held up, with the seconds to wait, and the right one then too', async () => {
  let last;
  for (let i = 0; i < 8; ++i) {
    last = await login('clumsy', `falsch ${i} falsch`);
    if (last.status === 429) break;
    assert.equal(last.status, 401);
  }
  refused(last, 429);
  assert.ok(Number(last.headers.get('retry-after')) > 0);
  refused(await login('clumsy', world.passwords.clumsy), 429);
});

test('bad bodies of a login', async () => {
  refused(await world.nobody.post('/api/v1/session', { username: 'owner' }), 422, '/password');
  refused(await world.nobody.post('/api/v1/session', { password: 'x' }), 422, '/username');
  refused(await world.nobody.post('/api/v1/session', { username: 1, password: 'x' }), 422, '/username');
  refused(await world.nobody.post('/api/v1/session', { username: 'a', password: 'x', remember: true }), 422, '/remember');
  refused(await world.nobody.call('POST', '/api/v1/session', { raw: '{', headers: { 'Content-Type': 'application/json' } }), 400);
});

test('a bearer token says who one is and needs no CSRF token', async () => {
  const { body } = await world.as('agent').get('/api/v1/me');
  assert.deepEqual([body.name, body.role, body.unit, body.csrf, body.must_change_password], ['agent', 'agent', 'centre', null, false]);
  assert.ok(body.permissions.includes('register_complaint') && !body.permissions.includes('read_audit'));
  const desk = (await world.as(`desk-${world.units[0]}`).get('/api/v1/me')).body;
  assert.deepEqual([desk.role, desk.unit], ['desk', world.units[0]]);
  refused(await world.nobody.get('/api/v1/me', { headers: { Authorization: 'Basic YTpi' } }), 401);
});
