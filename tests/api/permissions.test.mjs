// Who may do what, where: every role on every route, every act in every stage (workflow.md, Roles and the stage table).
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { startWorld } from './support/world.mjs';
import { bringTo, cast, stages } from './support/life.mjs';
import { document } from './support/contract.mjs';

let world, people, roles;
before(async () => {
  world = await startWorld();
  people = await cast(world);
  roles = {
    agent: people.agent, director: people.director, lead: people.deskA, leadHead: world.as(`head-${people.a}`), assist: people.deskB,
    stranger: people.deskC, leader: world.as('leader'), auditor: world.as('auditor'), sysadmin: world.as('sysadmin'), secadmin: world.as('secadmin'),
  };
});
after(() => world?.end());

const flow = {
  dispatch: ['dispatch'], answer: ['dispatch'], refuse: ['dispatch'], submit_opinion: ['opinion'], return: ['opinion'], approve: ['review'], reject: ['review'],
  complete: ['remedy'], report_result: ['result'], give_feedback: ['feedback'], reject_result: ['feedback'], record_follow_up: ['follow_up'], reopen: ['closed'],
  withdraw: stages.slice(0, 7), end: stages.slice(0, 7), suspend: stages.slice(0, 7),
  note: stages, contact: stages, publish_progress: stages, reclassify: stages, grade: stages, reveal: stages,
};
const centre = ['agent', 'director'];
const handling = ['agent', 'director', 'lead', 'leadHead', 'assist'];
const allowed = {
  dispatch: centre, answer: centre, refuse: centre, submit_opinion: ['lead', 'leadHead'], return: ['lead', 'leadHead'], approve: centre, reject: centre,
  complete: ['lead', 'leadHead'], report_result: ['lead', 'leadHead'], give_feedback: centre, reject_result: centre, record_follow_up: ['director'], reopen: centre,
  withdraw: centre, end: ['director'], suspend: handling, note: handling, contact: handling, publish_progress: handling, reclassify: handling, grade: centre, reveal: handling,
};
const blind = ['stranger', 'leader', 'auditor', 'sysadmin', 'secadmin'];

for (const stage of stages)
  test(`in stage ${stage} every act is refused or allowed as the tables say, and nothing changes`, async () => {
    const c = await bringTo(stage, people);
    const handled = stage !== 'dispatch';
    for (const [act, where] of Object.entries(flow))
      for (const [role, client] of Object.entries(roles)) {
        // An unknown field is the last thing to be refused: 422 means that stage and role allowed the act.
        const { status, text } = await client.tryAct(c, act, { no_such_field: 1 });
        const sees = !blind.includes(role) && (handled || centre.includes(role));
        const may = allowed[act].includes(role);
        const expected = !sees ? 403 : !where.includes(stage) ? 409 : may ? 422 : 403;
        assert.equal(status, expected, `${role} ${act} in ${stage}: ${text}`);
      }
    assert.equal((await people.agent.complaint(c.number)).version, c.version);
  });

test('what the answer calls possible is what is not refused', async () => {
  for (const stage of stages) {
    const c = await bringTo(stage, people);
    for (const role of ['agent', 'director', ...(stage === 'dispatch' ? [] : ['lead', 'assist'])]) {
      const { possible_acts: possible } = await roles[role].complaint(c.number);
      for (const act of Object.keys(flow)) {
        const { status } = await roles[role].tryAct(c, act, { no_such_field: 1 });
        assert.equal(possible.includes(act), status === 422, `${role} ${act} in ${stage}: possible_acts says ${possible.includes(act)}, the answer ${status}`);
      }
    }
  }
});

test('nothing behind the door opens without a login: every route of the contract', async () => {
  const c = await people.agent.register();
  for (const [template, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) {
      if (method === 'parameters' || operation.security?.length === 0) continue;
      const path = template.replace('{number}', c.number).replace('{id}', 'x');
      for (const headers of [{}, { Authorization: 'Bearer nonsense' }]) {
        const answer = await world.nobody.call(method.toUpperCase(), path, { headers, raw: method === 'get' || method === 'delete' ? undefined : '{broken' });
        assert.equal(answer.status, 401, `${method} ${path}: ${answer.text}`);
      }
    }
});

test('each role on each reading route', async () => {
  const c = await bringTo('opinion', people);
  const expected = {
    '/api/v1/complaints': ['agent', 'director', 'lead', 'leadHead', 'assist', 'stranger'],
    [`/api/v1/complaints/${c.number}`]: handling,
    [`/api/v1/complaints/${c.number}/events`]: handling,
    [`/api/v1/complaints/${c.number}/attachments`]: handling,
    '/api/v1/statistics': ['agent', 'director', 'lead', 'leadHead', 'assist', 'stranger', 'leader'],
    '/api/v1/audit': ['auditor'],
    '/api/v1/users': ['director', 'sysadmin', 'secadmin', 'auditor'],
    '/api/v1/units': Object.keys(roles), '/api/v1/types': Object.keys(roles), '/api/v1/causes': Object.keys(roles), '/api/v1/places': Object.keys(roles),
    '/api/v1/channels': Object.keys(roles), '/api/v1/policies': Object.keys(roles), '/api/v1/calendars': Object.keys(roles), '/api/v1/me': Object.keys(roles),
  };
  for (const [path, who] of Object.entries(expected))
    for (const [role, client] of Object.entries(roles)) assert.equal((await client.get(path)).status, who.includes(role) ? 200 : 403, `${role} ${path}`);
});

test('who may register', async () => {
  const may = ['agent', 'director', 'lead', 'leadHead', 'assist', 'stranger'];
  for (const [role, client] of Object.entries(roles)) {
    const { status } = await client.post('/api/v1/complaints', { channel: 'on_site', content: '站厅漏水' });
    assert.equal(status, may.includes(role) ? 201 : 403, role);
  }
});

test('a unit sees what it accepted, handles or was relayed, and nothing else', async () => {
  const own = await people.deskC.register({ channel: 'on_site' });
  const relayed = await people.agent.register({ unit: people.c });
  const handled = await bringTo('opinion', people);
  const { items } = await people.deskC.all('/api/v1/complaints?limit=200');
  const numbers = items.map((item) => item.number);
  assert.ok(numbers.includes(own.number) && numbers.includes(relayed.number));
  assert.ok(!numbers.includes(handled.number));
  assert.equal((await people.deskC.get(`/api/v1/complaints/${handled.number}`)).status, 403);
  const centreSees = (await people.agent.all('/api/v1/complaints?limit=200')).items.map((item) => item.number);
  for (const c of [own, relayed, handled]) assert.ok(centreSees.includes(c.number));
});

test('an assisting unit gives its opinion, the lead unit may not give it for them', async () => {
  const c = await bringTo('opinion', people);
  assert.equal((await people.deskA.tryAct(c, 'assist_opinion', { no_such_field: 1 })).status, 403);
  assert.equal((await people.deskB.tryAct(c, 'assist_opinion', { no_such_field: 1 })).status, 422);
  assert.equal((await people.agent.tryAct(c, 'assist_opinion', { no_such_field: 1 })).status, 403);
});
