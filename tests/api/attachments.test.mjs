// Files of a complaint: two ways to add one, what is taken, who may fetch it, and how it comes back.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { startWorld } from './support/world.mjs';
import { refused } from './support/client.mjs';
import { bringTo, cast } from './support/life.mjs';

let world, people, c;
before(async () => { world = await startWorld(); people = await cast(world); c = await bringTo('opinion', people); });
after(() => world?.end());

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const at = (more = '') => `/api/v1/complaints/${c.number}/attachments${more}`;
const raw = (client, name, content, type = 'application/octet-stream', options = {}) =>
  client.call('POST', at(`?name=${encodeURIComponent(name)}`), { raw: content, headers: { 'Content-Type': type, ...options.headers }, ...options });

function form(parts, boundary = 'X-boundary-1') {
  const chunks = [];
  for (const { name = 'file', filename, content, type } of parts) {
    const file = filename === undefined ? '' : `; filename="${filename}"`;
    chunks.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`), Buffer.from(content), Buffer.from('\r\n'));
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`));
  return { raw: Buffer.concat(chunks), headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } };
}

test('the bare content with a name; listed, fetched back the same, on the history', async () => {
  const added = await raw(people.deskA, '现场 照片.png', png);
  assert.equal(added.status, 201, added.text);
  assert.deepEqual([added.body.name, added.body.media_type, added.body.size], ['现场 照片.png', 'image/png', png.length]);
  assert.equal(added.body.sha256, createHash('sha256').update(png).digest('hex'));
  assert.equal(added.headers.get('location'), added.body.href);
  const { items } = (await people.agent.get(at())).body;
  assert.deepEqual(items, [added.body]);
  const fetched = await people.agent.get(added.body.href);
  assert.deepEqual(fetched.bytes, png);
  assert.equal(fetched.headers.get('content-type'), 'image/png');
  assert.equal(fetched.headers.get('x-content-type-options'), 'nosniff');
  assert.match(fetched.headers.get('content-disposition'), /^attachment; filename=".*\.png"; filename\*=UTF-8''%E7%8E%B0%E5%9C%BA/);
  const { items: events } = await people.agent.all(`/api/v1/complaints/${c.number}/events`);
  assert.deepEqual([events.at(-1).act, events.at(-1).seq], ['attach', added.body.event_seq]);
});

test('as a part of a form', async () => {
  const added = await people.agent.call('POST', at(), form([{ filename: '说明.txt', content: '扶梯记录\r\n--X-boundary\r\n第二行', type: 'text/plain' }]));
  assert.equal(added.status, 201, added.text);
  assert.deepEqual([added.body.name, added.body.media_type], ['说明.txt', 'text/plain']);
  assert.equal((await people.agent.get(added.body.href)).text, '扶梯记录\r\n--X-boundary\r\n第二行');
});

test('as an act: the answer is the complaint', async () => {
  const before = await people.agent.complaint(c.number);
  const answer = await people.agent.call('POST', `/api/v1/complaints/${c.number}/attach?name=a.txt`, { raw: 'evidence', headers: { 'Content-Type': 'text/plain' } });
  assert.deepEqual([answer.status, answer.body.version, answer.body.stage], [200, before.version + 1, before.stage]);
});

test('the name may stand in Content-Disposition', async () => {
  const added = await people.agent.call('POST', at(), { raw: 'abc', headers: { 'Content-Type': 'text/plain', 'Content-Disposition': "attachment; filename*=UTF-8''%E8%AF%81%E6%8D%AE.txt" } });
  assert.deepEqual([added.status, added.body?.name], [201, '证据.txt']);
});

test('R10.2 what a phone says of the place is taken out before keeping, and the history says so; what phones record is taken', async () => {
  const chunk = (type, content) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, Buffer.from(content)]);
  };
  const film = Buffer.concat([chunk('ftyp', 'qt  0000qt  '), chunk('mdat', 'seen and heard'), chunk('moov', chunk('udta', chunk('\xa9xyz', '+22.5431+114.0579/')))]);
  const added = await raw(people.agent, 'IMG_0001.MOV', film);
  assert.equal(added.status, 201, added.text);
  assert.deepEqual([added.body.media_type, added.body.size], ['video/quicktime', film.length]);
  const kept = (await people.agent.get(added.body.href)).bytes;
  assert.ok(!kept.includes('22.5431') && kept.includes('seen and heard'));
  assert.equal(added.body.sha256, createHash('sha256').update(kept).digest('hex'), 'the digest is of what is kept');
  const { items } = await people.agent.all(`/api/v1/complaints/${c.number}/events`);
  assert.equal(items.at(-1).data.removed, 'metadata');
  for (const [name, content, type] of [['a.amr', `#!AMR\n${'<'.repeat(40)}`, 'audio/amr'], ['b.heic', chunk('ftyp', 'heic0000mif1heic'), 'image/heic'], ['c.m4a', chunk('ftyp', 'M4A 0000M4A mp42isom'), 'audio/mp4']])
    assert.deepEqual([(await raw(people.agent, name, content)).body?.media_type, name], [type, name]);
  refused(await raw(people.agent, 'broken.jpg', Buffer.from('ffd8ffe1ffff', 'hex')), 422, '/file');
});

test('what a file is, is found by looking at it', async () => {
  const liar = await raw(people.agent, 'photo.png', '#!/bin/sh\nrm -rf /\n', 'image/png');
  if (liar.status === 201) assert.notEqual(liar.body.media_type, 'image/png');
  else refused(liar, 415);
  const html = await raw(people.agent, 'page.png', '<!doctype html><html><script>alert(1)</script></html>', 'image/png');
  refused(html, 415);
  const program = await raw(people.agent, 'a.pdf', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(200)]), 'application/pdf');
  refused(program, 415);
});

test('names cannot lead anywhere', async () => {
  for (const name of ['../../etc/passwd', '..\\..\\boot.ini', '/etc/shadow']) {
    const added = await raw(people.agent, name, 'text in a file');
    if (added.status === 201) {
      assert.doesNotMatch(added.body.name, /[/\\]/);
      assert.doesNotMatch((await people.agent.get(added.body.href)).headers.get('content-disposition'), /\.\.[/\\]/);
    } else refused(added, 422);
  }
});

test('bad uploads: empty, no name, a name with a control character, no file, two files, a field, a cut-off form', async () => {
  const before = (await people.agent.get(at())).body.items.length;
  refused(await raw(people.agent, 'a.txt', ''), 422);
  refused(await people.agent.call('POST', at(), { raw: 'x', headers: { 'Content-Type': 'text/plain' } }), 422, '?name');
  refused(await raw(people.agent, 'a\u0007.txt', 'x'), 422, '?name');
  refused(await raw(people.agent, 'n'.repeat(300), 'x'), 422, '?name');
  refused(await people.agent.call('POST', at(), form([])), 422, '/file');
  refused(await people.agent.call('POST', at(), form([{ name: 'note', content: 'x' }])), 422);
  refused(await people.agent.call('POST', at(), form([{ filename: 'a', content: 'x' }, { filename: 'b', content: 'y' }])), 422);
  const whole = form([{ filename: 'a.txt', content: 'x'.repeat(100) }]);
  refused(await people.agent.call('POST', at(), { ...whole, raw: whole.raw.subarray(0, 120) }), 400);
  refused(await people.agent.call('POST', at(), { raw: 'x', headers: { 'Content-Type': 'multipart/form-data' } }), 400);
  assert.equal((await people.agent.get(at())).body.items.length, before);
});

test('a file over the limit → 413; one above the size of a JSON body is taken', async () => {
  const large = await raw(people.agent, 'big.txt', Buffer.alloc(3 << 20, 'a'), 'text/plain');
  assert.equal(large.status, 201, large.text);
  assert.equal((await people.agent.get(large.body.href)).bytes.length, 3 << 20);
  const larger = form([{ filename: 'big2.txt', content: Buffer.alloc(2 << 20, 'b'), type: 'text/plain' }]);
  assert.equal((await people.agent.call('POST', at(), larger)).status, 201);
  const huge = await raw(people.agent, 'huge.txt', Buffer.alloc(40 << 20, 'a'), 'text/plain').catch(() => null); // the connection may be closed under the sender
  if (huge) refused(huge, 413);
});

test('what browsers show safely may be shown in our pages, all else is saved', async () => {
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  for (const [name, content, shown] of [['照片 1.png', png, true], ['信.pdf', pdf, true], ['文.txt', 'just text', false]]) {
    const added = await raw(people.agent, name, content);
    assert.equal(added.status, 201, added.text);
    const saved = await people.agent.get(added.body.href);
    assert.match(saved.headers.get('content-disposition'), /^attachment; /);
    assert.match(saved.headers.get('content-security-policy'), /frame-ancestors 'none'/);
    const inline = await people.agent.get(`${added.body.href}?inline=true`);
    assert.ok(inline.headers.get('content-disposition').startsWith(shown ? 'inline; ' : 'attachment; '), name);
    assert.equal(inline.headers.get('content-type'), added.body.media_type);
    assert.match(inline.headers.get('content-security-policy'), shown ? /^default-src 'none';.*frame-ancestors 'self'/ : /frame-ancestors 'none'/);
    assert.equal(inline.headers.get('x-frame-options'), shown ? 'SAMEORIGIN' : 'DENY');
    assert.doesNotMatch(inline.headers.get('content-security-policy'), shown ? /script-src/ : /unsafe/);
    const part = await people.agent.get(`${added.body.href}?inline=true`, { headers: { Range: 'bytes=1-3' } });
    assert.deepEqual([part.status, part.bytes], [206, Buffer.from(content).subarray(1, 4)]);
    assert.equal((await people.agent.get(added.body.href, { headers: { Range: 'bytes=9999-' } })).status, 416);
    refused(await people.agent.get(`${added.body.href}?inline=yes`), 400, '?inline');
    refused(await people.agent.get(`${added.body.href}?other=1`), 400);
  }
});

test('who may not see the complaint may neither list, add nor fetch', async () => {
  const [first] = (await people.agent.get(at())).body.items;
  for (const user of [`desk-${people.c}`, 'leader', 'sysadmin']) {
    const client = world.as(user);
    refused(await client.get(at()), 403);
    refused(await client.get(first.href), 403);
    refused(await raw(client, 'a.txt', 'x'), 403);
  }
  refused(await world.nobody.get(first.href), 401);
  const other = await people.agent.register();
  refused(await people.agent.get(`/api/v1/complaints/${other.number}/attachments/${first.id}`), 404);
  refused(await people.agent.get(at('/nonsense')), 404);
});
