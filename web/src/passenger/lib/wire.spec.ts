import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, Problem, read } from './wire';

const answers = (...list: (Response | Error)[]) => {
  const fetch = vi.fn(async (_path: string, _init?: RequestInit) => {
    const next = list.length > 1 ? list.shift()! : list[0]!;
    if (next instanceof Error) throw next;
    return next.clone();
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
};
const refusal = (status: number, body: object, headers = {}) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
const caught = (run: Promise<unknown>) => run.then(() => expect.unreachable(), (error: unknown) => error as Problem);
afterEach(() => void vi.unstubAllGlobals());

describe('asking', () => {
  it('gives what the server says', async () => {
    const fetch = answers(Response.json({ a: 1 }));
    expect(await ask('/x', { body: '{}' })).toEqual({ a: 1 });
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', headers: { 'Content-Type': 'application/json', 'Accept-Language': 'zh-CN' } });
  });
  it('tells a refusal with its fields and how long to wait', async () => {
    answers(refusal(422, { detail: '有误', errors: [{ pointer: '/place/station', detail: '没有车站' }] }));
    const problem = await caught(ask('/x'));
    expect([problem.status, problem.detail, problem.errors[0]?.detail, problem.passing]).toEqual([422, '有误', '没有车站', false]);
    answers(refusal(429, { detail: '慢些' }, { 'Retry-After': '17' }));
    expect(await caught(ask('/x'))).toMatchObject({ status: 429, wait: 17, passing: true });
  });
  it('knows what is not our server’s word: a log-in page passes, a firewall’s refusal does not', async () => {
    answers(new Response('<html>', { status: 200, headers: { 'Content-Type': 'text/html' } }));
    expect(await caught(ask('/x'))).toMatchObject({ status: 200, foreign: true, passing: true });
    answers(Response.json({ login: 'please' }));
    expect(await caught(ask('/x', { has: 'number' }))).toMatchObject({ status: 200, foreign: true, passing: true });
    answers(new Response('<html>', { status: 403, headers: { 'Content-Type': 'text/html' } }));
    expect(await caught(ask('/x'))).toMatchObject({ status: 403, foreign: true, passing: false });
    answers(new Response('<html>', { status: 413, headers: { 'Content-Type': 'text/html' } }));
    expect(await caught(ask('/x'))).toMatchObject({ status: 413, foreign: true, passing: false });
    answers(new Response('bad gateway', { status: 502 }));
    expect(await caught(ask('/x'))).toMatchObject({ status: 502, passing: true });
  });
  it('waits only so long', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise((_done, failed) => signal?.addEventListener('abort', () => failed(new Error('aborted')))));
    expect((await caught(ask('/x', { seconds: 0.01 }))).status).toBe(0);
  });
});

describe('reading', () => {
  it('tries again when the network fails, not when it is refused', async () => {
    const waits: number[] = [];
    const wait = async (seconds: number) => void waits.push(seconds);
    answers(new Error('net'), new Response('', { status: 503 }), Response.json({ ok: 1 }));
    expect(await read('/x', 'ok', 3, wait)).toEqual({ ok: 1 });
    expect(waits).toEqual([1, 2]);
    const fetch = answers(refusal(404, { detail: '没有' }));
    expect((await caught(read('/x', 'ok', 3, wait))).status).toBe(404);
    expect(fetch).toHaveBeenCalledTimes(1);
    answers(new Error('net'));
    expect((await caught(read('/x', 'ok', 3, wait))).status).toBe(0);
  });
});
