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
}
const hand = (key: string, received = '2026-11-27T10:00:00+08:00') => {
  const form = emptyForm({ key, content: `第${key}件`, received });
  return outbox.submit({ key, draftKey: `onsite:${key}`, form, body: { channel: 'on_site', content: form.content, received_at: received }, reason: '', files: [], forget: async () => undefined, answered: () => undefined });
};
const settled = (done: () => boolean | Promise<boolean>) => vi.waitFor(async () => expect(await done()).toBe(true), { timeout: 5_000 });
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
afterEach(() => vi.unstubAllGlobals());

describe('what is handed in on an enrolled device', () => {
  it('lies on it until the server has it', async () => {
    answer = away;
    const one = hand('a');
    await settled(() => one.state === 'waiting' && one.sealed);
    expect(await parcels()).toBe(1);
    answer = registered;
    await outbox.sendWaiting();
    await settled(async () => one.state === 'registered' && (await parcels()) === 0);
  });
  it('comes back after the window was closed and goes out under the same key', async () => {
    answer = away;
    const one = hand('a');
    await settled(() => one.state === 'waiting' && one.sealed);
    await page();
    answer = registered;
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
  it('leaves nothing on a device that nobody enrolled', async () => {
    localStorage.clear();
    await page();
    answer = away;
    const one = hand('a');
    await settled(() => one.state === 'waiting');
    expect([one.sealed, await parcels()]).toEqual([false, 0]);
  });
});
