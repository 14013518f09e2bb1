// Runs all end-to-end tests: fills the stores that every test file copies, then starts node's test runner, three files at a time (each waits for the page most of its time).
//   node run.mjs [FILE.test.mjs …] [--test-name-pattern=…]
// HEARLINE_PICTURES=DIR also keeps the pictures of the manual there (else they go to build/e2e/pictures).
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fill } from './support/world.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const template = mkdtempSync(join(tmpdir(), 'hearline-e2e-template-'));
const pictures = process.env.HEARLINE_PICTURES ?? join(here, '../../build/e2e/pictures');
mkdirSync(pictures, { recursive: true });
let code = 1;
try {
  await fill(template);
  const given = process.argv.slice(2);
  const files = given.filter((word) => word.endsWith('.mjs'));
  const options = given.filter((word) => !word.endsWith('.mjs'));
  const all = files.length > 0 ? files : readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort();
  const child = spawn(process.execPath, ['--test', '--test-concurrency=3', '--test-timeout=600000', '--test-reporter=spec', ...options, ...all], {
    cwd: here,
    stdio: 'inherit',
    env: { ...process.env, HEARLINE_E2E_TEMPLATE: template, HEARLINE_PICTURES: pictures },
  });
  code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)));
} finally {
  rmSync(template, { recursive: true, force: true });
}
process.exitCode = code;
