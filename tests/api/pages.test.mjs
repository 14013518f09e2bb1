// The pages as the program carries them: their addresses, what browsers may keep, how they are packed, what they are allowed to do.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { startWorld } from './support/world.mjs';

let world;
before(async () => { world = await startWorld(); });
after(() => world?.end());

/** The bytes as they are sent: fetch would unpack them. */
const bytes = (path, headers = {}) =>
  new Promise((done, failed) => {
    request(new URL(path, world.base), { headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on('error', failed).end();
  });

const filesOf = (html) => [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]);

for (const [path, title] of [['/', '投诉与建议'], ['/submit', '投诉与建议'], ['/track', '投诉与建议'], ['/s/tiyuxilu', '投诉与建议'], ['/staff', '工作台'], ['/staff/complaints/TS202611230001', '工作台']])
  test(`${path} is a document under a strict policy, nothing inline`, async () => {
    const page = await world.nobody.get(path);
    assert.equal(page.status, 200);
    assert.match(page.headers.get('content-type'), /^text\/html; charset=utf-8/);
    assert.equal(page.headers.get('cache-control'), 'no-cache');
    assert.ok(page.text.includes(title) && page.text.includes('<html lang="zh-CN">'));
    assert.doesNotMatch(page.text, /<style|<script>|\son[a-z]+=|style="|javascript:/i);
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.doesNotMatch(policy, /unsafe-|\*|https?:/);
    assert.match(policy, /default-src 'none'; script-src 'self';/);
    assert.match(policy, /frame-ancestors 'none'/);
    for (const [name, value] of [['x-frame-options', 'DENY'], ['referrer-policy', 'no-referrer'], ['cross-origin-opener-policy', 'same-origin'], ['cross-origin-resource-policy', 'same-origin']]) assert.equal(page.headers.get(name), value);
    assert.match(page.headers.get('permissions-policy'), /camera=\(self\)/);
  });

test('what a document loads is there, with its type, for a year', async () => {
  const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
  for (const path of ['/', '/staff']) {
    const files = filesOf((await world.nobody.get(path)).text);
    assert.ok(files.length >= 1);
    for (const file of new Set(files)) {
      const answer = await world.nobody.get(file);
      assert.equal(answer.status, 200, file);
      assert.ok(answer.headers.get('content-type').startsWith(types[file.split('.').pop()]), file);
      assert.match(answer.headers.get('cache-control'), /max-age=31536000, immutable/);
    }
  }
  assert.equal((await world.nobody.get('/icon.svg')).status, 200);
});

test('the worker of devices without network is asked for anew, and all that it will keep is there (R3.5)', async () => {
  const worker = await world.nobody.get('/offline.js');
  assert.equal(worker.status, 200);
  assert.equal(worker.headers.get('cache-control'), 'no-cache');
  const files = worker.text.match(/\/assets\/[\w.-]+/g) ?? [];
  for (const part of [/OnSite/, /Login/, /staff/]) assert.ok(files.some((file) => part.test(file)), `${part} is among ${files}`);
  for (const file of files) assert.equal((await world.nobody.get(file)).status, 200, file);
});

test('files are sent packed, and not again to who has them', async () => {
  const [file] = filesOf((await world.nobody.get('/staff')).text);
  const plain = await bytes(file);
  const br = await bytes(file, { 'accept-encoding': 'gzip, deflate, br' });
  const gz = await bytes(file, { 'accept-encoding': 'gzip' });
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.deepEqual([br.headers['content-encoding'], gz.headers['content-encoding']], ['br', 'gzip']);
  assert.ok(br.body.length < gz.body.length && gz.body.length < plain.body.length);
  assert.deepEqual(brotliDecompressSync(br.body), plain.body);
  assert.deepEqual(gunzipSync(gz.body), plain.body);
  assert.equal(new Set([plain, br, gz].map((answer) => answer.headers.etag)).size, 3);
  for (const answer of [plain, br, gz]) assert.equal(answer.headers.vary, 'Accept-Encoding');
  const again = await bytes(file, { 'accept-encoding': 'br', 'if-none-match': `"x", ${br.headers.etag}` });
  assert.deepEqual([again.status, again.body.length], [304, 0]);
  assert.equal((await world.nobody.get('/staff', { headers: { 'if-none-match': '*', 'accept-encoding': 'identity' } })).status, 304);
});

test('what is not there is not found', async () => {
  assert.equal((await world.nobody.get('/assets/nothing.js')).status, 404);
  assert.equal((await world.nobody.get('/assets/..%2findex.html', { unchecked: true })).status >= 400, true);
  for (const path of ['/index.html', '/nothing', '/assets/']) assert.equal((await world.nobody.get(path, { unchecked: true })).status, 404, path);
});
