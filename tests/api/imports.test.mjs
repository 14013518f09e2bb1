// Tables of complaints taken in by the page: a look, a dry run, the import, the rows to correct (R3.7).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refused } from './support/client.mjs';
import { run, startWorld } from './support/world.mjs';

let world, director, agent;
before(async () => {
  world = await startWorld({ complaints: 40 });
  director = world.as('director');
  agent = world.as('agent');
});
after(() => world.end());

function form(name, content, mapping) {
  const data = new FormData();
  data.set('file', new Blob([content]), name);
  if (mapping) data.set('mapping', JSON.stringify(mapping));
  return data;
}
const send = (who, path, ...of) => who.call('POST', `/api/v1/imports${path}`, { raw: form(...of) });
const byHand = { columns: { 编号: 'external_id', 受理日期: 'received_at', 姓名: 'name', 联系电话: 'phone', 投诉内容: 'content' }, constants: { channel: 'hotline' } };
const table = (...rows) => ['编号,受理日期,姓名,联系电话,备注,投诉内容', ...rows].join('\n');
const count = async () => (await agent.get('/api/v1/complaints?limit=1')).body.count;

test('a look at a table suggests fields, names what is missing, and reads ten rows once nothing is', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => `V${at},2026-11-20 09:05,林某甲,13800138000,x,内容${at}`);
  const first = await send(director, '/preview', 'unit.csv', table(...rows));
  assert.equal(first.status, 200, first.text);
  assert.equal(first.body.mapping, null);
  assert.deepEqual(first.body.columns.map(({ suggested }) => suggested), ['external_id', 'received_at', 'name', 'phone', null, 'content']);
  assert.deepEqual(first.body.missing, ['content', 'channel', 'received_at']);
  assert.deepEqual(first.body.rows, []);
  const second = await send(director, '/preview', 'unit.csv', table(...rows), byHand);
  assert.equal(second.body.rows.length, 10);
  assert.deepEqual(second.body.rows[0], { line: 2, fields: { external_id: 'V0', channel: '热线', kind: '投诉', severity: '一般', content: '内容0', received_at: '2026-11-20 09:05:00', name: '林某甲', phone: '13800138000', stage: '待转办' }, faults: [] });
  assert.ok(second.body.notices.some(({ code, text }) => code === 'unread-columns' && text.includes('备注')), 'no column is left out without a word');
});

test('a dry run counts, writes nothing and tells each row all that is wrong with it; the import does the same; a second one adds nothing', async () => {
  const content = table('A1,2026-11-20 09:05,林某甲,13800138000,,内容一', `A2,1999-11-20 09:05,${'长'.repeat(100)},,,`, 'A3,2036-11-20,林某乙,,,内容三', 'A1,2026-11-20 09:05,林某甲,13800138000,,内容一');
  const before = await count();
  const dry = await send(director, '?dry_run=true', 'unit.csv', content, byHand);
  assert.equal(dry.status, 200, dry.text);
  const { rows, notices, ...counts } = dry.body;
  assert.deepEqual(counts, { applied: false, taken: 1, already_there: 1, differing: 0, refused: 2 });
  assert.deepEqual(rows.map(({ line, faults }) => [line, faults.map(({ column }) => column)]), [[3, ['投诉内容', '姓名', '受理日期']], [4, ['受理日期']]]);
  assert.deepEqual(notices, [], 'nothing is to be said of the file as a whole');
  assert.equal(await count(), before);
  const real = await send(director, '', 'unit.csv', content, byHand);
  assert.deepEqual({ ...real.body, applied: false }, dry.body);
  assert.equal(await count(), before + 1);
  const again = await send(director, '', 'unit.csv', content, byHand);
  assert.equal(again.body.taken, 0);
  assert.equal(again.body.already_there, 2);
  assert.equal(await count(), before + 1);
  const trail = (await world.as('auditor').all('/api/v1/audit?of=administration')).items.filter(({ act }) => act === 'import_complaints');
  assert.equal(trail.length, 2, 'each import is in the trail');
  assert.equal(trail[0].details.taken, '1');
});

test('a row that differs from what is there is named with its fields and its complaint, and changes nothing', async () => {
  await send(director, '', 'unit.csv', table('D1,2026-11-20 09:05,林某甲,13800138000,,初版内容'), byHand);
  const changed = await send(director, '', 'unit.csv', table('D1,2026-11-20 09:05,林某甲,13900139000,,改正后的内容'), byHand);
  assert.equal(changed.body.differing, 1);
  const [row] = changed.body.rows;
  assert.deepEqual(row.faults.map(({ field }) => field), ['content', 'phone']);
  assert.equal((await agent.complaint(row.number)).content, '初版内容');
});

test('the centre’s own export comes back as its own complaints, from the page and by the command, in both languages', async () => {
  const before = await count();
  for (const language of ['zh-CN', 'en']) {
    for (const format of ['xlsx', 'csv', 'jsonl']) {
      const file = await agent.speaking(language).get(`/api/v1/complaints/export?format=${format}`);
      const back = await send(director, '', `ledger.${format}`, file.bytes);
      assert.equal(back.status, 200, back.text);
      assert.deepEqual([back.body.taken, back.body.differing, back.body.refused, back.body.already_there], [0, 0, 0, before], `${format}, ${language}: ${JSON.stringify(back.body.rows[0])}`);
    }
  }
  const some = await agent.get('/api/v1/complaints/export?format=csv&columns=number,progress,type,due_at');
  assert.equal((await send(director, '?dry_run=true', 'some.csv', some.bytes)).body.already_there, before, 'also with the columns somebody chose');
  const out = `${world.folder}/ledger.xlsx`;
  await run(['export', 'ledger', '--out', out, ...world.common]);
  assert.match(await run(['import', out, '--dry-run', ...world.common]), new RegExp(`(已有 ${before} 行|already there ${before})`), 'a dry run works beside the server');
  assert.equal(await count(), before);
});

test('the rows that are not taken come as a file to correct and import again', async () => {
  const content = table('E1,2026-11-20 09:05,林某甲,13800138000,甲,内容一', 'E2,2026-13-45,林某乙,,乙,内容二');
  const file = await send(director, '/errors?format=csv', 'unit.csv', content, byHand);
  assert.equal(file.status, 200, file.text);
  assert.equal(file.headers.get('x-row-count'), '1');
  const lines = file.text.replace('\uFEFF', '').trim().split('\r\n');
  assert.equal(lines[0], '编号,受理日期,姓名,联系电话,备注,投诉内容,原文件行号,未导入原因');
  assert.match(lines[1], /^E2,2026-13-45,林某乙,,乙,内容二,3,.*受理日期/);
  const corrected = await send(director, '', 'corrected.csv', file.text.replace('2026-13-45', '2026-11-21'), byHand);
  assert.equal(corrected.body.taken, 1, corrected.text);
  const sheet = await send(director, '/errors', 'unit.csv', content, byHand);
  assert.equal(sheet.bytes.subarray(0, 2).toString(), 'PK');
});

test('only the director imports; what is wrong with the request is named', async () => {
  refused(await send(agent, '?dry_run=true', 'unit.csv', table(), byHand), 403);
  refused(await send(director, '', 'unit.pdf', table(), byHand), 422, '/file');
  refused(await send(director, '', 'unit.csv', table('1,2,3,4,5,6'), { columns: { 编号: 'number' } }), 422, '/columns/编号');
  refused(await send(director, '', 'unit.csv', table('1,2,3,4,5,6'), { columns: { 编号: 'external_id' } }), 422, '/columns/content');
  refused(await send(director, '', 'unit.csv', table('1,2,3,4,5,6')), 422);
  refused(await director.call('POST', '/api/v1/imports', { raw: 'a,b', headers: { 'Content-Type': 'text/csv' }, unchecked: true }), 415);
  refused(await director.call('POST', '/api/v1/imports?dry_run=maybe', { raw: form('unit.csv', table(), byHand), unchecked: true }), 400, '?dry_run');
});

test('a file with too many rows is refused before anything is written', async () => {
  const before = await count();
  const many = table(...Array.from({ length: 50_001 }, (_, at) => `M${at},2026-11-20 09:05,,,,内容`));
  refused(await send(director, '', 'many.csv', many, byHand), 413);
  assert.equal(await count(), before);
});

test('R3_3 a registration that is too long is refused, never cut: by staff and by the passenger', async () => {
  refused(await agent.post('/api/v1/complaints', { channel: 'hotline', content: 'x'.repeat(25_000) }), 422, '/content');
  refused(await world.as('agent').call('POST', '/api/v1/public/complaints', { body: { content: 'x'.repeat(25_000) }, headers: { Authorization: '' } }), 422, '/content');
});
