// One running server with the demo's organisation and nothing else: a temporary data folder (or a schema of its own), a free port.
import { spawn, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from './client.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const binary = process.env.HEARLINE_BINARY ?? join(root, 'build/release/hearline');

/** Runs the program; gives its standard output. Fails when it does. */
export function run(args, { input, ...options } = {}) {
  return new Promise((done, failed) => {
    const child = execFile(binary, args, { maxBuffer: 64 << 20, ...options }, (error, stdout, stderr) => {
      if (error) failed(new Error(`hearline ${args.join(' ')}: ${error.code}\n${stderr}`));
      else done(stdout);
    });
    if (input !== undefined) child.stdin.end(input);
  });
}

function storeOption() {
  const postgres = process.env.HEARLINE_TEST_STORE;
  if (!postgres) return ['--store', 'sqlite'];
  return ['--store', `${postgres}${postgres.includes('?') ? '&' : '?'}schema=api_${randomBytes(6).toString('hex')}`];
}

/** People who chose their passwords; that of `newcomer` is made by the program and must be changed at the first login. */
export const chosenPasswords = { owner: 'Zweite-Parole-2026', clumsy: 'Dritte-Parole-2026' };

const staff = ['agent', 'agent2', 'director', 'leader', 'auditor', 'sysadmin', 'secadmin'];

/** Fills an empty store: the demo's organisation, people with known passwords, a token for everyone who takes part. Gives units, tokens and passwords. */
export async function settle(common, complaints = 0) {
  const cli = (args, options) => run([...args, ...common], options);
  await cli(['demo', '--complaints', String(complaints)]);
  for (const [name, password] of Object.entries(chosenPasswords)) await cli(['user', 'add', name, '--role', 'agent'], { input: `${password}\n` });
  const passwords = { ...chosenPasswords, newcomer: (await cli(['user', 'add', 'newcomer', '--role', 'agent'], { input: '' })).trim() };
  const people = JSON.parse(await cli(['user', 'list', '--format', 'json']));
  const units = people.filter((person) => person.role === 'desk').map((person) => person.unit);
  const tokens = {};
  for (const name of [...staff, ...units.slice(0, 3).flatMap((unit) => [`desk-${unit}`, `head-${unit}`])]) tokens[name] = (await cli(['token', 'create', name])).trim();
  return { units, tokens, passwords };
}

class World {
  constructor(folder, store) {
    this.folder = folder;
    this.data = join(folder, 'data');
    this.common = ['--data', this.data, ...store];
  }

  /** Only while the server does not run: the store is its alone. */
  cli(...args) { return run([...args, ...this.common]); }

  /** A client that is signed in as this person. */
  as(user) {
    if (!this.tokens[user]) throw new Error(`no token for ${user}`);
    return new Client(this.base, { token: this.tokens[user] });
  }

  get nobody() { return new Client(this.base); }

  async start() {
    const args = ['serve', ...this.common, '--listen', '127.0.0.1:0'];
    if (this.config) args.push('--config', this.config);
    this.child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    this.gone = new Promise((gone) => this.child.once('exit', (code, signal) => gone({ code, signal })));
    this.base = await new Promise((ready, failed) => {
      const listen = (chunk) => {
        said += chunk;
        const address = said.match(/http:\/\/127\.0\.0\.1:(\d+)/);
        if (address && Number(address[1]) > 0) ready(address[0]);
      };
      this.child.stdout.on('data', listen);
      this.child.stderr.on('data', listen);
      this.gone.then((end) => failed(new Error(`the server ended (${JSON.stringify(end)}):\n${said}`)));
    });
    return this;
  }

  async stop(signal = 'SIGTERM') {
    this.child.kill(signal);
    return this.gone;
  }

  /** Stops the server; what it leaves behind must be sound: chains, records, figures. */
  async end() {
    try {
      if (this.child) await this.stop();
      await this.cli('verify');
    } finally {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}

/** options: config (TOML text); complaints: how many the demo lives through. */
export async function startWorld({ config, complaints = 0 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hearline-api-'));
  const world = new World(folder, storeOption());
  if (config) {
    world.config = join(folder, 'hearline.toml');
    writeFileSync(world.config, config);
  }
  const template = process.env.HEARLINE_TEST_STORE || complaints > 0 ? undefined : process.env.HEARLINE_TEST_TEMPLATE;
  if (template) {
    cpSync(join(template, 'data'), world.data, { recursive: true });
    Object.assign(world, JSON.parse(readFileSync(join(template, 'settled.json'), 'utf8')));
  } else {
    Object.assign(world, await settle(world.common, complaints));
  }
  await world.start();
  return world;
}
