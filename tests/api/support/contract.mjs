// The contract: every answer is checked against api/openapi.yaml (status, headers, content type, body).
import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

export const source = readFileSync(new URL('../../../api/openapi.yaml', import.meta.url), 'utf8');
export const document = parse(source);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, 'openapi');
const validators = new Map();

const escaped = (part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The object behind a `$ref`, and the pointer to it. */
function resolve(pointer) {
  let node = document;
  for (const part of pointer) node = node?.[part];
  if (node?.$ref) return resolve(node.$ref.slice(2).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')));
  return { node, pointer };
}

function validator(pointer) {
  const ref = 'openapi#/' + pointer.map(escaped).join('/');
  if (!validators.has(ref)) validators.set(ref, ajv.compile({ $ref: ref }));
  return validators.get(ref);
}

const paths = Object.keys(document.paths)
  .map((template) => ({ template, pattern: new RegExp('^' + template.replaceAll('.', '\\.').replace(/\{path\}/g, '(.*)').replace(/\{[^}]+\}/g, '([^/]+)') + '$'), names: template.split('{').length }))
  .sort((a, b) => a.names - b.names);

export function operationOf(method, path) {
  const found = paths.find((candidate) => candidate.pattern.test(path) && document.paths[candidate.template][method.toLowerCase()]);
  return found && { template: found.template, pointer: ['paths', found.template, method.toLowerCase()] };
}

function checkSchema(pointer, value, what) {
  const validate = validator(pointer);
  assert.ok(validate(value), `${what} does not fit the contract:\n${ajv.errorsText(validate.errors, { separator: '\n' })}\n${JSON.stringify(value)?.slice(0, 1500)}`);
}

function checkHeaders(response, headers, what) {
  for (const [name, given] of Object.entries(response.node.headers ?? {})) {
    const { node, pointer } = resolve([...response.pointer, 'headers', name]);
    const value = headers.get(name);
    if (value === null) assert.ok(!node.required, `${what} lacks the header ${name}`);
    else checkSchema([...pointer, 'schema'], value, `${what}: header ${name}`);
    void given;
  }
}

/** Fails when this answer is not one that the contract knows for this request. */
export function checkAnswer(method, path, { status, headers, text }, sent) {
  const what = `${method} ${path} → ${status}`;
  const operation = operationOf(method, path);
  assert.ok(operation, `${what}: the contract knows no such operation`);
  const response = resolve([...operation.pointer, 'responses', String(status)]);
  assert.ok(response.node, `${what}: the contract does not know this status\n${text.slice(0, 1000)}`);
  checkHeaders(response, headers, what);
  const contents = response.node.content ?? {};
  const type = (headers.get('content-type') ?? '').split(';')[0].trim();
  if (Object.keys(contents).length === 0) {
    assert.equal(text, '', `${what} has a body, the contract none`);
    return;
  }
  const known = contents[type] ? type : contents['*/*'] ? '*/*' : undefined;
  assert.ok(known, `${what}: content type ${type} is not one of ${Object.keys(contents)}`);
  if (known.endsWith('json')) checkSchema([...response.pointer, 'content', known, 'schema'], JSON.parse(text), what);
  if (status < 300 && sent !== undefined) checkSent(operation, sent, what);
}

/** What was taken must be what the contract lets one send. */
function checkSent(operation, sent, what) {
  const body = resolve([...operation.pointer, 'requestBody']);
  if (!body.node?.content?.['application/json']) return;
  checkSchema([...body.pointer, 'content', 'application/json', 'schema'], sent, `${what}: the body sent`);
}

export const problemFits = (value, what) => checkSchema(['components', 'schemas', 'Problem'], value, what);

/** Something that is no whole answer must be what this schema says. */
export const fits = (schema, value) => checkSchema(['components', 'schemas', schema], value, schema);
