import 'fake-indexeddb/auto';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyForm, type Registration } from './form';

interface Sent {
  key: string;
  body: Registration;
}
let outbox: typeof import('./outbox');
let vault: typeof import('@/shared/vault');
const pages: (typeof outbox)[] = [];
let sent: Sent[];
let answer: (one: Sent) => Response;
let serverDate: string | null;

const json = (body: unknown, status = 201) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
async function server(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = input instanceof Request ? input : null;
  const url = String(request?.url ?? input);
  const method = request?.method ?? init?.method ?? 'GET';
  if (url.endsWith('/healthz')) {
    if (!serverDate) throw new TypeError('Failed to fetch');
    return new Response('', { headers: { Date: serverDate } });
  }
  if (url.endsWith('/note')) return json({ title: '暂时不行' }, 503);
  if (!url.endsWith('/api/v1/complaints') || method !== 'POST' || !request) return json({ items: [] }, 200);
  const one = { key: request.headers.get('Idempotency-Key') ?? '', body: (await request.json()) as Registration };
  sent.push(one);
  return answer(one);
}
const away = (): Response => {
  throw new TypeError('Failed to fetch');
};
const registered = () => json({ number: 'TS202611270001', version: 1 });

async function page(user = 'desk-line1'): Promise<void> {
  vi.resetModules();
  const { createPinia, setActivePinia } = await import('pinia');
  setActivePinia(createPinia());
  vault = await import('@/shared/vault');
  const { useSession } = await import('@/shared/session');
  useSession().standIn({ name: user, role: 'desk', unit: 'line1', display_name: user, permissions: [], csrf: null, must_change_password: false } as unknown as Parameters<ReturnType<typeof useSession>['standIn']>[0]);
  outbox = await import('./outbox');
  pages.push(outbox);
}
const hand = (key: string, received = '2026-11-27T10:00:00+08:00') => {
  const form = emptyForm({ key, content: `第${key}件`, received });
  return outbox.submit({ key, draftKey: `onsite:${key}`, form, body: { channel: 'on_site', content: form.content, received_at: received }, reason: '', files: [], forget: async () => undefined, answered: () => undefined });
};
const settled = (done: () => boolean | Promise<boolean>) => vi.waitFor(async () => expect(await done()).toBe(true), { timeout: 10_000 });
const parcels = async () => (await vault.openAll('parcel')).length;

beforeEach(async () => {
  [sent, answer, serverDate] = [[], registered, null];
  vi.stubGlobal('fetch', vi.fn(server));
  localStorage.clear();
  localStorage.setItem('hearline.device', 'on');
  setActivePinia(createPinia());
  await page();
  await vault.emptyVault();
});
afterEach(async () => {
  for (const one of pages.splice(0)) one.outbox.splice(0); // no window of an earlier test sends on
  await new Promise((done) => setTimeout(done, 50));
  vi.unstubAllGlobals();
});

describe('what is handed in on an enrolled device', { timeout: 30_000 }, () => {
  it('lies on it until the server has it', async () => {
    answer = away;
    const one = hand('a');
    await settled(() => one.state === 'waiting' && one.sealed);
    expect(await parcels()).toBe(1);
    answer = registered;
    serverDate = new Date().toUTCString();
    await outbox.sendWaiting();
    await settled(async () => one.state === 'registered' && (await parcels()) === 0);
  });
  it('comes back after the window was closed and goes out under the same key', async () => {
    answer = away;
    const one = hand('a');
    await settled(() => one.state === 'waiting' && one.sealed);
    await page();
    answer = registered;
    serverDate = new Date().toUTCString();
    await outbox.restore();
    await settled(async () => outbox.outbox[0]?.state === 'registered' && (await parcels()) === 0);
    expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(['a']));
  });
  it('is brought back for the one who handed it in, once', async () => {
    answer = away;
    const one = hand('a');
    await settled(() => one.state === 'waiting' && one.sealed);
    await page('desk-line2');
    await outbox.restore();
    expect([outbox.outbox.length, await parcels()]).toEqual([0, 1]);
    await page();
    await Promise.all([outbox.restore(), outbox.restore()]);
    await outbox.restore();
    expect(outbox.outbox.length).toBe(1);
  });
  it('goes out the eldest first, and one that finds nobody stops the rest for now', async () => {
    answer = away;
    for (const [key, at] of [['b', '2026-11-27T10:02:00+08:00'], ['a', '2026-11-27T10:01:00+08:00']] as const) {
      const one = hand(key, at);
      await settled(() => one.state === 'waiting' && one.sealed);
    }
    await page();
    serverDate = new Date().toUTCString();
    sent = [];
    await outbox.restore();
    await settled(() => sent.length === 1);
    expect(sent.map(({ key }) => key)).toEqual(['a']);
  });
  it('has its true time of receipt though the clock of the device was wrong (R3.5)', async () => {
    answer = away;
    const one = hand('a', '2026-11-27T10:00:00+08:00');
    await settled(() => one.state === 'waiting' && one.sealed);
    serverDate = new Date(Date.now() - 600_000).toUTCString(); // the device is ten minutes fast
    answer = registered;
    await outbox.sendWaiting();
    await settled(() => one.state === 'registered');
    expect(Math.abs(Date.parse(sent.at(-1)?.body.received_at ?? '') - Date.parse('2026-11-27T09:50:00+08:00'))).toBeLessThan(3_000);
  });
  it('is sent once, however many ask for it at the same time', async () => {
    answer = away;
    const one = hand('a');
    await settled(() => one.state === 'waiting' && one.sealed);
    answer = registered;
    serverDate = new Date().toUTCString();
    sent = [];
    await Promise.all([outbox.sendWaiting(), outbox.sendWaiting(), outbox.sendWaiting()]);
    await settled(() => one.state === 'registered');
    expect(sent).toHaveLength(1);
  });
  it('is not sent with a time that no server was asked about: one key has one body', async () => {
    const one = hand('a'); // the complaints are there, the clock is not
    await settled(() => one.state === 'waiting' && one.sealed);
    expect(sent).toHaveLength(0);
  });
  it('is not registered again for a reason that did not get through', async () => {
    serverDate = new Date().toUTCString();
    const form = emptyForm({ key: 'a', content: '站台积水', received: '2026-11-27T10:00:00+08:00', severity: 'serious' });
    const one = outbox.submit({ key: 'a', draftKey: 'onsite:a', form, body: { channel: 'on_site', content: form.content }, reason: '老人受伤', files: [], forget: async () => undefined, answered: () => undefined });
    await settled(async () => one.state === 'registered' && one.reasonState === 'failed' && (await parcels()) === 1);
    await page();
    sent = [];
    await outbox.restore();
    await settled(() => outbox.outbox[0]?.state === 'registered' && outbox.outbox[0]?.reasonState === 'failed');
    expect([sent.length, outbox.outbox[0]?.complaint?.number]).toEqual([0, 'TS202611270001']);
  });
  it('is a draft again when it is refused later, and keeps its place until the server has that', async () => {
    answer = away;
    const one = hand('a');
    await settled(() => one.state === 'waiting' && one.sealed);
    await page();
    serverDate = new Date().toUTCString();
    answer = () => json({ type: 'about:blank', title: '内容有误', errors: [{ pointer: '/content', detail: '太短' }] }, 422);
    await outbox.restore();
    await settled(async () => outbox.outbox[0]?.state === 'refused' && (await parcels()) === 0);
  });
  it('leaves nothing on a device that nobody enrolled', async () => {
    localStorage.clear();
    await page();
    answer = away;
    const one = hand('a');
    await settled(() => one.state === 'waiting');
    expect([one.sealed, await parcels()]).toEqual([false, 0]);
  });
});
