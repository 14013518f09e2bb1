// The order in which refusals are checked (interface.md): 401, 400, 404, 403, 428, 412, 409, 403, 422.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { bringTo, cast } from './support/life.mjs';

let world, people, opinion, unknown;
before(async () => {
  world = await startWorld();
  people = await cast(world);
  opinion = await bringTo('opinion', people);
  unknown = { number: opinion.number.slice(0, 10) + '9999', version: 1 };
});
after(() => world?.end());

const bad = { no_such_field: 1 };

test('401 goes before everything else', async () => {
  refused(await world.nobody.post(`/api/v1/complaints/${unknown.number}/approve`, undefined, { raw: '{' }), 401);
});

test('400 goes before 404', async () => {
  const path = `/api/v1/complaints/${unknown.number}/approve`;
  refused(await people.agent.call('POST', path, { raw: '{"note":', headers: { 'Content-Type': 'application/json' } }), 400);
  refused(await people.agent.post(path, {}, { headers: { 'If-Match': 'W/"1"' } }), 400);
  refused(await people.agent.post(path, {}, { headers: { 'If-Match': '"1", "2"' } }), 400);
  refused(await people.agent.get(`/api/v1/complaints/${unknown.number}/events?cursor=%21%21`), 400, '?cursor');
});

test('404 for an unknown number, and for what is no number at all', async () => {
  for (const number of [unknown.number, 'TS20261345', 'TS202613010001', 'nonsense', '1']) {
    refused(await people.agent.get(`/api/v1/complaints/${number}`), 404);
    refused(await people.agent.post(`/api/v1/complaints/${number}/approve`, bad), 404);
    refused(await people.agent.get(`/api/v1/complaints/${number}/events`), 404);
    refused(await people.agent.get(`/api/v1/complaints/${number}/attachments`), 404);
  }
  refused(await world.as('leader').get(`/api/v1/complaints/${unknown.number}`), 404);
});

test('403 for who may not see it, before the version is looked at', async () => {
  refused(await people.deskC.post(`/api/v1/complaints/${opinion.number}/submit_opinion`, bad), 403);
  refused(await people.deskC.post(`/api/v1/complaints/${opinion.number}/note`, bad), 403);
});

test('428 without If-Match, before the stage is looked at; not for note, contact, reveal', async () => {
  refused(await people.agent.post(`/api/v1/complaints/${opinion.number}/approve`, bad), 428);
  refused(await people.deskA.post(`/api/v1/complaints/${opinion.number}/submit_opinion`, bad), 428);
  refused(await people.agent.post(`/api/v1/complaints/${opinion.number}/reclassify`, bad), 428);
  for (const act of ['note', 'contact', 'reveal']) refused(await people.agent.post(`/api/v1/complaints/${opinion.number}/${act}`, bad), 422);
});

test('412 for another version, before the stage is looked at', async () => {
  for (const version of [opinion.version - 1, opinion.version + 1, 999999, '"abc"', '"-1"', '"0"'])
    refused(await people.agent.tryAct(opinion, 'approve', bad, { ifMatch: version }), 412);
});

test('409 in the wrong stage, before the role and the body are looked at', async () => {
  refused(await people.deskA.tryAct(opinion, 'approve', bad), 409);
  refused(await people.agent.tryAct(opinion, 'complete', bad), 409);
});

test('403 for the wrong role, before the body is looked at', async () => {
  refused(await people.agent.tryAct(opinion, 'submit_opinion', bad), 403);
  refused(await people.deskA.tryAct(opinion, 'end', bad), 403);
});

test('422 last, and nothing has changed by all this', async () => {
  refused(await people.deskA.tryAct(opinion, 'submit_opinion', bad), 422, '/no_such_field');
  assert.deepEqual(await people.agent.complaint(opinion.number), opinion.possible_acts ? { ...opinion, possible_acts: (await people.agent.complaint(opinion.number)).possible_acts } : opinion);
});

test('what the address does not know', async () => {
  for (const path of ['/api/v1/nothing', '/api/v2/complaints', '/nothing']) assert.equal((await people.agent.get(path, { unchecked: true })).status, 404, path);
  const unknownAct = await people.agent.post(`/api/v1/complaints/${opinion.number}/explode`, {}, { unchecked: true });
  assert.equal(unknownAct.status, 404);
  for (const act of ['register', 'import', 'recalendar', 'supplement', 'rate', 'again'])
    assert.equal((await people.agent.tryAct(opinion, act, {}, { unchecked: true })).status, 404, act);
  const wrongMethod = await people.agent.delete('/api/v1/complaints', { unchecked: true });
  assert.equal(wrongMethod.status, 405);
  assert.deepEqual(wrongMethod.headers.get('allow').split(/, */).filter((m) => m !== 'OPTIONS' && m !== 'HEAD').sort(), ['GET', 'POST']);
});

test('every refusal says what it is and in which language', async () => {
  const zh = refused(await people.agent.get('/api/v1/complaints/TS200001010001'), 404);
  const en = refused(await people.agent.speaking('en-GB,en;q=0.9').get('/api/v1/complaints/TS200001010001'), 404);
  assert.equal(zh.type, en.type);
  assert.match(zh.title + zh.detail, /\p{Script=Han}/u);
  assert.doesNotMatch(en.title + en.detail, /\p{Script=Han}/u);
  const answer = await people.agent.speaking('fr, en;q=0.4, zh;q=0.8').get('/api/v1/complaints/TS200001010001');
  assert.equal(answer.headers.get('content-language'), 'zh-CN');
  assert.match(answer.headers.get('content-type'), /^application\/problem\+json/);
});

test('every act of the contract refuses an empty body with a pointer to what it needs', async () => {
  const needs = { dispatch: '/units', answer: '/result', refuse: '/reason', withdraw: '/reason', end: '/reason', note: '/text', contact: '/direction', grade: '/severity', reveal: '/reason', hold: '/reason', publish_progress: '/text', suspend: '/reason' };
  const c = await people.agent.register();
  for (const [act, pointer] of Object.entries(needs)) {
    refused(await people.director.tryAct(c, act, {}), 422, pointer);
    refused(await people.director.post(`/api/v1/complaints/${c.number}/${act}`, undefined, { ifMatch: c.version }), 422, pointer);
  }
});
