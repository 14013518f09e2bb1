// A running server for one test file: a copy of a filled store, a free port, people who can be signed in without typing.
import { spawn, execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const binary = process.env.HEARLINE_BINARY ?? join(root, 'build/release/hearline');
/** Of everyone in the demo. */
export const password = 'linjiang-demo';
/** How many complaints the store `lively` has lived through. */
export const livelyCount = 600;

export function run(args, { input } = {}) {
  return new Promise((done, failed) => {
    const child = execFile(binary, args, { maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (error) failed(new Error(`hearline ${args.join(' ')}: ${error.code}\n${stderr}`));
      else done(stdout);
    });
    if (input !== undefined) child.stdin.end(input);
  });
}

const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

/** Two stores: `empty` has the organisation and its people only, `lively` a year of complaints up to today. */
export async function fill(folder) {
  await run(['demo', '--data', join(folder, 'empty'), '--complaints', '0', '--seed', '7']);
  await run(['demo', '--data', join(folder, 'lively'), '--complaints', String(livelyCount), '--seed', '7', '--until', today()]);
  for (const store of ['empty', 'lively']) {
    const tokens = {};
    for (const user of ['agent', 'agent2', 'director', 'leader', 'auditor', 'sysadmin', 'secadmin', 'desk-line1', 'head-line1', 'desk-line2'])
      tokens[user] = (await run(['token', 'create', user, '--data', join(folder, store)])).trim();
    writeFileSync(join(folder, `${store}.json`), JSON.stringify(tokens));
  }
}

export class World {
  /** store: 'empty' or 'lively'; environment: variables of the server's process. */
  static async start(store = 'empty', { environment = {}, config } = {}) {
    const template = process.env.HEARLINE_E2E_TEMPLATE;
    if (!template || !existsSync(join(template, store))) throw new Error('run the end-to-end tests by `node run.mjs`');
    const world = new World();
    world.folder = mkdtempSync(join(tmpdir(), 'hearline-e2e-'));
    world.data = join(world.folder, 'data');
    world.environment = environment;
    cpSync(join(template, store), world.data, { recursive: true });
    world.tokens = JSON.parse(readFileSync(join(template, `${store}.json`), 'utf8'));
    world.cookies = new Map();
    if (config) {
      world.config = join(world.folder, 'hearline.toml');
      writeFileSync(world.config, config);
    }
    await world.serve();
    return world;
  }

  /** Starts the server, on the same port as before when it ran already. */
  async serve() {
    const args = ['serve', '--data', this.data, '--listen', `127.0.0.1:${this.port ?? 0}`];
    if (this.config) args.push('--config', this.config);
    this.child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...this.environment } });
    let said = '';
    this.gone = new Promise((gone) => this.child.once('exit', gone));
    this.base = await new Promise((ready, failed) => {
      const listen = (chunk) => {
        said += chunk;
        const address = said.match(/http:\/\/127\.0\.0\.1:(\d+)/);
        if (address && Number(address[1]) > 0) ready(address[0]);
      };
      this.child.stdout.on('data', listen);
      this.child.stderr.on('data', listen);
      this.gone.then(() => failed(new Error(`the server ended:\n${said}`)));
    });
    this.port = Number(new URL(this.base).port);
  }

  async stop(signal = 'SIGTERM') {
    this.child.kill(signal);
    await this.gone;
  }

  /** Stops the server; what it leaves must be sound: chains, records, figures. */
  async end() {
    try {
      await this.stop();
      await run(['verify', '--data', this.data]);
    } finally {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  /** The API as this person (bearer token): to prepare and to check, never instead of the page under test. Throws on a refusal. */
  async api(user, method, path, body, { version, language = 'zh-CN' } = {}) {
    const headers = { Authorization: `Bearer ${this.tokens[user]}`, 'Accept-Language': language };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    const response = await fetch(this.base + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} as ${user}: ${response.status} ${text}`);
    return text && (response.headers.get('content-type') ?? '').includes('json') ? JSON.parse(text) : text;
  }

  /** Registers a complaint as the agent and gives it. */
  register(body = {}, user = 'agent') {
    return this.api(user, 'POST', '/api/v1/complaints', { channel: 'hotline', content: '体育西路站B口上行扶梯停运，老人只能走楼梯，请尽快修复。', type: 'facilities.lift', place: { line: '1' }, ...body });
  }

  /** Does an act on the complaint as it is now and gives it after. A dispatch gets a note: without any text others are told of it only when it can no longer be taken back. */
  async act(number, user, act, body) {
    const { version } = await this.api(user, 'GET', `/api/v1/complaints/${number}`);
    const sent = act === 'dispatch' ? { note: '请尽快核实', ...body } : body;
    return this.api(user, 'POST', `/api/v1/complaints/${number}/${act}`, sent, { version });
  }

  complaint(number, user = 'agent') { return this.api(user, 'GET', `/api/v1/complaints/${number}`); }

  /** The session cookie of a login by name and password, made once for each person. */
  async cookie(user) {
    if (!this.cookies.has(user)) {
      const response = await fetch(`${this.base}/api/v1/session`, {
        method: 'POST', headers: { 'Content-Type': 'application/json', Origin: this.base }, body: JSON.stringify({ username: user, password }),
      });
      if (!response.ok) throw new Error(`login of ${user}: ${response.status} ${await response.text()}`);
      const [pair] = response.headers.getSetCookie()[0].split(';');
      const at = pair.indexOf('=');
      this.cookies.set(user, { name: pair.slice(0, at), value: pair.slice(at + 1), url: this.base });
    }
    return this.cookies.get(user);
  }
}

const steps = [
  ['opinion', 'agent', 'dispatch', { units: [{ unit: 'line1', lead: true }] }],
  ['review', 'desk-line1', 'submit_opinion', { claim: 'true', findings: '扶梯踏板链断裂', cause: 'equipment', measures: '更换链条并加派引导人员' }],
  ['remedy', 'director', 'approve', {}],
  ['result', 'desk-line1', 'complete', { done: '链条已更换' }],
  ['feedback', 'desk-line1', 'report_result', { result: '扶梯恢复运行', resolution: 'solved' }],
  ['follow_up', 'agent', 'give_feedback', { means: 'phone', text: '扶梯已于今日恢复运行，感谢您的监督。' }],
  ['closed', 'agent2', 'record_follow_up', { outcome: 'answered', satisfaction: 'satisfied', solved: 'solved' }],
];

/** Takes a complaint that waits for its dispatch as far as the stage, by the API and as the people who do it. */
export async function moved(world, number, stage) {
  for (const [to, user, act, fields] of stage === 'dispatch' ? [] : steps) {
    await world.act(number, user, act, fields);
    if (to === stage) return;
  }
}

/** A complaint of line1 at the stage, for tests that begin there. */
export async function bringTo(world, stage, body = {}) {
  const { number } = await world.register({ unit: 'line1', ...body });
  await moved(world, number, stage);
  return world.complaint(number);
}
