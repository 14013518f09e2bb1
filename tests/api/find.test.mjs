// Finding by number, phone, name and words; what stands beside a form being filled in.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refused } from './support/client.mjs';
import { startWorld } from './support/world.mjs';

let world, agent, desk;
before(async () => {
  world = await startWorld();
  agent = world.as('agent');
  desk = world.as(`desk-${world.units[0]}`);
});
after(() => world.end());

const find = async (client, q, limit) => {
  const found = await client.post('/api/v1/complaints/find', { q, ...(limit ? { limit } : {}) });
  assert.equal(found.status, 200, found.text);
  return found.body.items;
};
const similar = async (client, body) => {
  const found = await client.post('/api/v1/complaints/similar', body);
  assert.equal(found.status, 200, found.text);
  return found.body;
};

test('R10_2 a complaint is found by the whole phone, by its last four digits and by the whole name, and shows them masked', async () => {
  const { number } = await agent.register({ content: '末班车提前关门，未能上车', complainant: { name: '欧阳 文远', phone: '+86 139-2345-6781' } });
  for (const q of ['13923456781', '139 2345 6781', '6781', '欧阳文远', '欧阳 文远']) {
    const [first] = await find(agent, q);
    assert.equal(first?.number, number, q);
    assert.equal(first.complainant, '欧*');
  }
  assert.equal((await find(agent, '6781'))[0].why, 'phone');
  assert.equal((await find(agent, '欧阳文远'))[0].why, 'name');
  assert.deepEqual((await find(agent, '文远')).filter((item) => item.number === number), [], 'part of a name finds nobody');
  assert.deepEqual((await find(agent, '13923456782')).filter((item) => item.number === number), []);
});

test('a number is found whole and by its last digits', async () => {
  const { number } = await agent.register({ content: '站台座椅破损' });
  assert.equal((await find(agent, number))[0].number, number);
  assert.ok((await find(agent, number.slice(-4), 20)).some((item) => item.number === number && item.why === 'number'));
});

test('a phone field with two numbers or an extension is found by each of them, in the ledger too', async () => {
  const two = await agent.register({ content: '电话写法一', complainant: { name: '阿依古丽·买买提', phone: '13800138901/13900139902' } });
  const extension = await agent.register({ content: '电话写法二', complainant: { phone: '020-83106623转801' } });
  for (const [q, { number }] of [['13800138901', two], ['139 0013 9902', two], ['9902', two], ['020-83106623', extension], ['83106623', extension], ['阿依古丽•买买提', two], [two.number.slice(2), two], [two.number.slice(-6), two]]) {
    assert.equal((await find(agent, q, 20)).some((item) => item.number === number), true, q);
    const listed = await agent.get(`/api/v1/complaints?q=${encodeURIComponent(q)}`);
    assert.equal(listed.body.items.some((item) => item.number === number), true, `ledger ${q}`);
  }
});

test('nothing found says why, in the language of the reader', async () => {
  const { body } = await agent.post('/api/v1/complaints/find', { q: '1370013' });
  assert.deepEqual(body.items, []);
  assert.equal(body.unfound.code, 'part-of-phone');
  assert.match(body.unfound.text, /最后四位/);
  assert.equal((await agent.get('/api/v1/complaints?q=1370013')).body.unfound.code, 'part-of-phone');
  assert.equal((await agent.get('/api/v1/complaints')).body.unfound, null);
});

test('words are found by two characters, as in the ledger', async () => {
  const { number } = await agent.register({ content: '候车厅的饮水机没有热水' });
  const found = await find(agent, '饮水');
  assert.equal(found[0].number, number);
  assert.equal(found[0].why, 'text');
});

test('a unit finds only what it may see, and whoever reads no ledger finds nothing', async () => {
  const { number } = await agent.register({ content: '只给中心看的事', complainant: { phone: '13700001234' } });
  assert.deepEqual((await find(desk, '13700001234')).filter((item) => item.number === number), []);
  for (const user of ['leader', 'auditor', 'sysadmin', 'secadmin']) {
    refused(await world.as(user).post('/api/v1/complaints/find', { q: '1234' }), 403);
    refused(await world.as(user).post('/api/v1/complaints/similar', { phone: '13700001234' }), 403);
  }
});

test('the same caller’s complaints stand beside the form, newest first', async () => {
  const phone = '13655550101';
  const earlier = await agent.register({ content: '第一次来电：广播太吵', complainant: { phone } });
  const later = await agent.register({ content: '第二次来电：还是太吵', complainant: { phone } });
  const { same_caller: calls } = await similar(agent, { phone });
  assert.deepEqual(calls.map((item) => item.number), [later.number, earlier.number]);
  assert.ok(calls.every((item) => item.why === 'phone'));
});

test('open complaints alike are found by what they say and where, closed ones are not', async () => {
  const open = await agent.register({ content: '4号口扶梯突然停运，行李箱只能自己抬', place: { line: '2' } });
  const ended = await agent.register({ content: '4号口扶梯突然停运，行李箱很重', place: { line: '2' } });
  await world.as('director').act(ended, 'end', { reason: '与另一件重复' });
  const { similar: alike } = await similar(agent, { text: '4号口的扶梯停运了，行李箱抬不动', line: '2' });
  assert.equal(alike[0]?.number, open.number);
  assert.ok(!alike.some((item) => item.number === ended.number));
  const { similar: others } = await similar(agent, { text: '司机鸣笛次数过多影响居民休息' });
  assert.ok(!others.some((item) => item.number === open.number));
});

test('likely types come from the words of the type tree even in a new store, and shares add up to no more than one', async () => {
  const { types } = await similar(agent, { text: '安检员态度很差，要求开包检查两次' });
  assert.equal(types[0]?.type, 'safety.security_check');
  assert.ok(types.length <= 3 && types.reduce((sum, { share }) => sum + share, 0) <= 1.000001);
  assert.deepEqual((await similar(agent, { text: '啊啊啊' })).types, []);
});

test('bad questions name the field', async () => {
  refused(await agent.post('/api/v1/complaints/find', {}, { unchecked: true }), 422, '/q');
  refused(await agent.post('/api/v1/complaints/find', { q: 'a'.repeat(101) }, { unchecked: true }), 422, '/q');
  refused(await agent.post('/api/v1/complaints/similar', { limit: 0 }, { unchecked: true }), 422, '/limit');
  refused(await agent.post('/api/v1/complaints/similar', { words: 'x' }, { unchecked: true }), 422, '/words');
});

test('no phone and no name stands in the search index or the log in clear', async () => {
  await agent.register({ content: '保密', complainant: { name: '司徒静姝', phone: '13512349876' } });
  const { readdirSync, readFileSync } = await import('node:fs');
  if (process.env.HEARLINE_TEST_STORE) return;
  for (const name of readdirSync(world.data).filter((file) => file.startsWith('search.db'))) {
    const bytes = readFileSync(`${world.data}/${name}`).toString('latin1');
    assert.ok(!bytes.includes('13512349876'), name);
    assert.ok(!bytes.includes(Buffer.from('司徒静姝').toString('latin1')), name);
  }
});
