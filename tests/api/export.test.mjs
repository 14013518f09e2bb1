// The ledger as a file: exactly what the filters show.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refused } from './support/client.mjs';
import { startWorld } from './support/world.mjs';

let world, agent;
before(async () => {
  world = await startWorld({ complaints: 120 });
  agent = world.as('agent');
});
after(() => world.end());

const lines = (answer) => answer.text.split('\n').filter(Boolean);
const numbers = (answer) => lines(answer).map((line) => JSON.parse(line).number);

test('R3_6 the file has the rows of the page in their order, and tells how many', async () => {
  for (const filter of ['stage=closed', 'kind=complaint&sort=severity', 'from=2000-01-01&sort=due', 'q=站']) {
    const shown = await agent.all(`/api/v1/complaints?${filter}&limit=200`);
    const file = await agent.get(`/api/v1/complaints/export?format=jsonl&${filter}`);
    assert.equal(file.status, 200, file.text);
    assert.deepEqual(numbers(file), shown.items.map((item) => item.number), filter);
    assert.equal(file.headers.get('x-row-count'), String(shown.items.length));
  }
});

test('columns come as chosen, the regulation’s come first when none are', async () => {
  const chosen = await agent.get('/api/v1/complaints/export?format=csv&columns=progress,number&stage=closed');
  assert.match(lines(chosen)[0], /^\uFEFF?办理进度,投诉编号/);
  const all = await agent.get('/api/v1/complaints/export?format=csv');
  assert.match(lines(all)[0], /^\uFEFF?投诉编号,姓名,联系方式,投诉时间,投诉地点,投诉内容,受理时间,处理单位,办理进度,处理结果,当前时限,/);
});

test('JSON lines hold codes, whatever the language; the other files say what the page says', async () => {
  const { number } = await agent.register({ type: 'facilities.lift', content: '4401002026112000012', place: { detail: '_x000D_' }, complainant: { name: '李四', phone: '13812345678' } });
  const [zh, en] = await Promise.all([agent, agent.speaking('en')].map((who) => who.get(`/api/v1/complaints/export?format=jsonl&numbers=${number}`)));
  assert.equal(zh.text, en.text);
  const row = JSON.parse(zh.text);
  assert.deepEqual([row.type, row.channel, row.progress, row.complainant, row.contact, row.place.detail, row.imported, row.round], ['facilities.lift', 'hotline', { stage: 'dispatch', suspended: false }, { name: '李*', anonymous: false }, { phone: '138****5678', email: null }, '_x000D_', false, 1]);
  const csv = lines(await agent.get(`/api/v1/complaints/export?format=csv&numbers=${number}&columns=type,content,due_at,registered_at`));
  assert.match(csv[1], /^设施设备 › 电梯扶梯,"\t4401002026112000012",\d{4}-\d\d-\d\d (24:00|\d\d:\d\d:\d\d),\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\r?$/, 'a long number is a text, a limit reads as its own day');
});

test('only the numbers asked for, in the order asked', async () => {
  const { items } = await agent.all('/api/v1/complaints?limit=200');
  const wanted = [items[5].number, items[2].number];
  assert.deepEqual(numbers(await agent.get(`/api/v1/complaints/export?format=jsonl&numbers=${wanted.join(',')}`)), wanted);
});

test('R10_2 contacts are masked in the file, and cells are no formulas', async () => {
  const { number } = await agent.register({ content: '=HYPERLINK("http://x","y")', complainant: { name: '李四', phone: '13812345678' } });
  const file = await agent.get(`/api/v1/complaints/export?format=csv&numbers=${number}`);
  assert.ok(!file.text.includes('13812345678') && file.text.includes('138****5678'));
  assert.ok(!/(^|,)"?=HYPERLINK/.test(lines(file)[1]));
});

test('an Excel file is one', async () => {
  const file = await agent.get('/api/v1/complaints/export');
  assert.equal(file.bytes.subarray(0, 2).toString(), 'PK');
  assert.match(file.headers.get('content-disposition'), /attachment; filename="ledger-\d{4}-\d\d-\d\d\.xlsx"/);
});

test('a unit exports only what it sees; who reads no ledger exports nothing', async () => {
  const desk = world.as(`desk-${world.units[0]}`);
  const seen = await desk.all('/api/v1/complaints?limit=200');
  assert.equal(numbers(await desk.get('/api/v1/complaints/export?format=jsonl')).length, seen.items.length);
  refused(await world.as('leader').get('/api/v1/complaints/export'), 403);
});

test('a wrong format, column or number is named', async () => {
  refused(await agent.get('/api/v1/complaints/export?format=pdf', { unchecked: true }), 400, '?format');
  refused(await agent.get('/api/v1/complaints/export?columns=nope'), 400, '?columns');
  refused(await agent.get('/api/v1/complaints/export?numbers=12'), 400, '?numbers');
  refused(await agent.get('/api/v1/complaints/export?nope=1', { unchecked: true }), 400, '?nope');
});

test('nothing is left in the folder of uploads', async () => {
  const { readdirSync } = await import('node:fs');
  assert.deepEqual(readdirSync(`${world.data}/uploads`), []);
});
