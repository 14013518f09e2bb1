// What others do, as it happens: who hears of what, who is where, how a stream ends.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { bringTo, cast } from './support/life.mjs';
import { fits } from './support/contract.mjs';

let world, people;
before(async () => { world = await startWorld(); people = await cast(world); });
after(() => world?.end());

/** Listens: `next(event)` waits for the next event of that name, `ended` for the end. */
async function listen(headers, query = '') {
  const stop = new AbortController();
  const answer = await fetch(`${world.base}/api/v1/live${query}`, { headers, signal: stop.signal });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/event-stream');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const events = [];
  const waiting = [];
  const settle = () => {
    for (const one of [...waiting]) {
      const at = events.findIndex((event) => one.wanted(event));
      if (at < 0) continue;
      waiting.splice(waiting.indexOf(one), 1);
      one.done(events.splice(at, 1)[0].data);
    }
  };
  const read = async () => {
    let text = '';
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
        const event = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end));
        if (event) events.push({ name: event[1], data: JSON.parse(event[2]) });
        settle();
      }
    }
  };
  const ended = read().catch((error) => { if (error.name !== 'AbortError') throw error; });
  const next = (name, such = () => true) => new Promise((done) => { waiting.push({ wanted: (event) => event.name === name && such(event.data), done }); settle(); });
  const hello = await next('hello');
  assert.match(hello.version, /^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
  return { next, ended, events, close: () => stop.abort() };
}

const by = (user) => ({ Authorization: `Bearer ${world.tokens[user]}` });
const presence = (client, number, state) => client.post(`/api/v1/complaints/${number}/presence`, { state });

test('what one does the others hear, each what they may see', async () => {
  const [unit, other] = world.units;
  const centre = await listen(by('director'));
  const desk = await listen(by(`desk-${unit}`));
  const stranger = await listen(by(`desk-${other}`));
  const leader = await listen(by('leader'));
  let c = await people.agent.register();
  assert.deepEqual(await leader.next('figures'), {});
  assert.equal(leader.events.filter((event) => event.name === 'change').length, 0);
  leader.close();
  const first = await centre.next('change', (change) => change.number === c.number);
  fits('LiveChange', first);
  assert.deepEqual([first.version, first.stage, first.act], [1, 'dispatch', 'register']);
  assert.ok(first.by);
  c = await people.agent.act(c, 'dispatch', { units: [{ unit, lead: true }], note: '请尽快' });
  const second = await desk.next('change', (change) => change.number === c.number);
  assert.deepEqual([second.version, second.stage, second.act], [c.version, 'opinion', 'dispatch']);
  await centre.next('change', (change) => change.version === c.version);
  assert.deepEqual(stranger.events.filter((event) => event.name === 'change' && event.data.number === c.number), []);
  for (const one of [centre, desk, stranger]) { one.close(); await one.ended; }
});

test('who is at a complaint is told to those who watch it', async () => {
  const c = await bringTo('opinion', people);
  const watching = await listen(by('director'), `?number=${c.number}`);
  assert.deepEqual((await watching.next('presence')).people, []);
  assert.deepEqual((await presence(people.agent, c.number, 'viewing')).body.people, []);
  const come = await watching.next('presence', (told) => told.people.length === 1);
  fits('LivePresence', come);
  assert.deepEqual([come.people[0].user, come.people[0].state], ['agent', 'viewing']);
  await presence(people.agent, c.number, 'working');
  await watching.next('presence', (told) => told.people[0]?.state === 'working');
  const seen = await presence(people.director, c.number, 'viewing');
  assert.deepEqual(seen.body.people.map((person) => person.user), ['agent']);
  await presence(people.agent, c.number, 'gone');
  await watching.next('presence', (told) => told.people.length === 0);
  watching.close();
  await watching.ended;
});

test('refusals', async () => {
  const c = await people.agent.register();
  const stranger = world.as(`desk-${world.units[2]}`);
  const auditor = world.as('auditor');
  for (const who of [stranger, auditor]) {
    refused(await presence(who, c.number, 'viewing'), 403);
    refused(await who.get(`/api/v1/live?number=${c.number}`), 403);
  }
  refused(await presence(people.agent, c.number, 'asleep'), 422, '/state');
  refused(await presence(people.agent, 'TS209901010001', 'viewing'), 404);
  refused(await people.agent.get('/api/v1/live?number=nonsense'), 400, '?number');
  refused(await people.agent.get('/api/v1/live?number=TS209901010001'), 404);
  refused(await people.agent.get('/api/v1/live?colour=blue'), 400);
  refused(await world.nobody.get('/api/v1/live'), 401);
  refused(await world.nobody.post(`/api/v1/complaints/${c.number}/presence`, { state: 'viewing' }), 401);
});

test('a login has four streams at most, and gets back what it closes', async () => {
  const open = [];
  for (let i = 0; i < 4; ++i) open.push(await listen(by('agent2')));
  const one_more = await world.as('agent2').get('/api/v1/live');
  refused(one_more, 429);
  assert.ok(Number(one_more.headers.get('retry-after')) >= 1);
  open[0].close();
  await open[0].ended;
  const again = async () => {
    const stop = new AbortController();
    const answer = await fetch(`${world.base}/api/v1/live`, { headers: by('agent2'), signal: stop.signal });
    stop.abort();
    return answer.status;
  };
  let status = 429;
  while (status === 429) status = await again(); // the server hears of the end a moment later
  assert.equal(status, 200);
  for (const one of open) { one.close(); await one.ended; }
});

test('a stream ends with its login', async () => {
  const login = await world.nobody.post('/api/v1/session', { username: 'owner', password: world.passwords.owner });
  const headers = { Cookie: login.headers.get('set-cookie').split(';')[0] };
  const stream = await listen(headers);
  assert.equal((await world.nobody.delete('/api/v1/session', { headers: { ...headers, 'X-CSRF-Token': login.body.csrf } })).status, 204);
  await stream.ended;
});

test('a stop ends all streams at once', async () => {
  const streams = [await listen(by('agent')), await listen(by('auditor'))];
  await world.stop();
  for (const stream of streams) await stream.ended;
  await world.start();
});
