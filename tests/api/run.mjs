// Runs all API tests: fills one store, which every test file then copies, and starts node's test runner. Extra arguments go to it.
// On another store than SQLite (HEARLINE_TEST_STORE) every file fills its own schema.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settle } from './support/world.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const template = mkdtempSync(join(tmpdir(), 'hearline-api-template-'));
let code = 1;
try {
  if (!process.env.HEARLINE_TEST_STORE) {
    const settled = await settle(['--data', join(template, 'data'), '--store', 'sqlite']);
    writeFileSync(join(template, 'settled.json'), JSON.stringify(settled));
  }
  const named = process.argv.slice(2);
  const files = named.some((argument) => argument.endsWith('.mjs')) ? [] : readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort();
  const child = spawn(process.execPath, ['--test', ...named, ...files], { cwd: here, stdio: 'inherit', env: { ...process.env, HEARLINE_TEST_TEMPLATE: template } });
  code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)));
} finally {
  rmSync(template, { recursive: true, force: true });
}
process.exitCode = code;
