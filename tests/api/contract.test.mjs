// The contract itself: well formed, the same in both files, and every operation described.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { run } from './support/world.mjs';
import { document } from './support/contract.mjs';

const json = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8'));

test('openapi.json says what openapi.yaml says (npm run openapi writes it)', () => assert.deepEqual(json, document));

test('hearline openapi prints the contract', async () => assert.deepEqual(JSON.parse(await run(['openapi'])), document));

test('every reference leads somewhere', () => {
  const seen = [];
  JSON.stringify(document, (name, value) => (name === '$ref' && typeof value === 'string' && seen.push(value), value));
  assert.ok(seen.length > 100);
  for (const ref of new Set(seen)) {
    const found = ref.slice(2).split('/').reduce((node, part) => node?.[part.replaceAll('~1', '/')], document);
    assert.ok(found, `${ref} leads nowhere`);
  }
});

test('every component is used', () => {
  const text = JSON.stringify(document);
  for (const [kind, members] of Object.entries(document.components)) {
    if (kind === 'securitySchemes') continue;
    for (const name of Object.keys(members)) assert.ok(text.includes(`"#/components/${kind}/${name}"`), `${kind}/${name} is used nowhere`);
  }
});

test('every operation has its own id, a tag, a summary and answers', () => {
  const ids = new Set();
  const tags = new Set(document.tags.map((tag) => tag.name));
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) {
      if (method === 'parameters') continue;
      const what = `${method} ${path}`;
      assert.ok(operation.operationId && !ids.has(operation.operationId), what);
      ids.add(operation.operationId);
      assert.ok(operation.summary && operation.tags.every((tag) => tags.has(tag)), what);
      assert.ok(Object.keys(operation.responses).some((status) => status.startsWith('2')), what);
      const captured = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => (one.$ref ? one.$ref.split('/').reduce((node, part) => (part === '#' ? document : node[part]), document) : one));
      assert.deepEqual(parameters.filter((one) => one.in === 'path').map((one) => one.name).sort(), captured.sort(), what);
    }
});
