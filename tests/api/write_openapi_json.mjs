// Writes api/openapi.json from api/openapi.yaml, which is the source. A test checks that they are equal.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const api = new URL('../../api/', import.meta.url);
const contract = parse(readFileSync(new URL('openapi.yaml', api), 'utf8'));
writeFileSync(new URL('openapi.json', api), JSON.stringify(contract) + '\n');
