import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, reactive, type EffectScope } from 'vue';

type Sent = { url: string; method: string; body: string; keepalive: boolean };
let kept: typeof import('./keep');
let scope: EffectScope;
let sent: Sent[];
let status: number;
let slow: number; // how long the server takes to keep, in ms
let stored: { key: string; body: Record<string, unknown> }[];

const json = (body: unknown, code = 200) => new Response(JSON.stringify(body), { status: code, headers: { 'Content-Type': 'application/json' } });
async function server(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = input instanceof Request ? input : null;
  const method = request?.method ?? init?.method ?? 'GET';
  if (method === 'GET') return json({ items: stored.map((one) => ({ kind: 'draft', updated_at: '2026-11-26T13:00:00+08:00', ...one })), next_cursor: null });
  sent.push({ url: String(request?.url ?? input), method, body: String(init?.body ?? ''), keepalive: init?.keepalive ?? false });
  if (method === 'PUT' && slow > 0) await new Promise((done) => setTimeout(done, slow));
  if (status === 0) throw new TypeError('Failed to fetch');
  if (method === 'DELETE') return new Response(null, { status: 204 });
  return json({ kind: 'draft', key: 'x', body: {}, updated_at: '2026-11-26T13:05:00+08:00' }, status);
}
const puts = () => sent.filter((one) => one.method === 'PUT');

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  [sent, status, stored, slow] = [[], 200, [], 0];
  vi.stubGlobal('fetch', vi.fn(server));
  kept = await import('./keep');
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
function form() {
  const state = reactive({ text: '' });
  const draft = scope.run(() => kept.useDraft('intake', { read: () => ({ text: state.text }), write: (body) => void (state.text = body.text), empty: (body) => body.text === '' }));
  return { state, draft: draft as NonNullable<typeof draft> };
}
async function settle(ms = 0): Promise<void> {
  await flushPromises();
  await vi.advanceTimersByTimeAsync(ms);
  await flushPromises();
}

describe('a draft', () => {
  it('is kept once after typing rests', async () => {
    const { state, draft } = form();
    await settle(10);
    for (const text of ['扶', '扶梯', '扶梯停']) {
      state.text = text;
      await settle(300);
    }
    expect(puts()).toHaveLength(0);
    expect(draft.state.value).toBe('waiting');
    await settle(1_500);
    expect(puts().map((one) => JSON.parse(one.body))).toEqual([{ body: { text: '扶梯停' } }]);
    expect([draft.state.value, draft.at.value]).toEqual(['kept', '2026-11-26T13:05:00+08:00']);
  });
  it('is kept while typing goes on without a rest, so that 2 s of it can be lost at most', async () => {
    const { state } = form();
    await settle(10);
    let worst = 0;
    for (let n = 1; n <= 100; n += 1) {
      state.text += '字';
      await settle(100);
      const last = puts().at(-1);
      const has = last ? (JSON.parse(last.body) as { body: { text: string } }).body.text.length : 0;
      worst = Math.max(worst, n - has);
    }
    expect(worst).toBeLessThanOrEqual(13); // 1.2 s and the key that began it
    expect(puts().length).toBeLessThanOrEqual(10); // and no key is a request of its own
  });
  it('is sent one after the other over a slow network, the latest last', async () => {
    const { state, draft } = form();
    await settle(10);
    slow = 4_000;
    for (let n = 1; n <= 30; n += 1) {
      state.text += '字';
      await settle(100);
    }
    expect(puts()).toHaveLength(1);
    await settle(10_000);
    expect(puts().map((one) => (JSON.parse(one.body) as { body: { text: string } }).body.text.length).at(-1)).toBe(30);
    expect(puts()).toHaveLength(2);
    expect(draft.state.value).toBe('kept');
  });
  it('comes back, without being sent again for that', async () => {
    stored = [{ key: 'intake', body: { text: '先前写的' } }];
    const { state, draft } = form();
    await settle(3_000);
    expect([state.text, draft.restored.value, puts().length]).toEqual(['先前写的', true, 0]);
    state.text = '改了';
    await settle(2_000);
    expect(puts()).toHaveLength(1);
  });
  it('does not overwrite who already types', async () => {
    stored = [{ key: 'intake', body: { text: '先前写的' } }];
    const { state, draft } = form();
    state.text = '新';
    await nextTick();
    await settle(100);
    expect([state.text, draft.restored.value]).toEqual(['新', false]);
  });
  it('is sent at once when the page goes', async () => {
    const { state } = form();
    await settle(10);
    state.text = '半句';
    await nextTick();
    window.dispatchEvent(new Event('pagehide'));
    await settle();
    expect(puts().map((one) => one.keepalive)).toEqual([true]);
  });
  it('waits for the connection and tries again', async () => {
    const { state, draft } = form();
    await settle(10);
    status = 0;
    state.text = '断网';
    await settle(1_600);
    expect([draft.state.value, kept.keptIsWaiting()]).toEqual(['failed', true]);
    status = 200;
    await settle(5_100);
    expect([draft.state.value, kept.keptIsWaiting()]).toEqual(['kept', false]);
  });
  it('waits for the login when the session has ended, gives up what is refused', async () => {
    const { state, draft } = form();
    await settle(10);
    status = 401;
    state.text = '一';
    await settle(1_600);
    expect(kept.keptIsWaiting()).toBe(true);
    status = 413;
    await settle(5_100);
    expect([draft.state.value, kept.keptIsWaiting()]).toEqual(['failed', false]);
  });
  it('is forgotten when emptied and when sent', async () => {
    const { state, draft } = form();
    await settle(10);
    state.text = '字';
    await settle(1_600);
    state.text = '';
    await settle(2_000);
    expect(sent.at(-1)?.method).toBe('DELETE');
    await draft.forget();
    state.text = '之后';
    await settle(3_000);
    expect(puts()).toHaveLength(1);
  });
  it('is forgotten after it has arrived when it was under way, so that nothing stays behind', async () => {
    const { state, draft } = form();
    await settle(10);
    slow = 3_000;
    state.text = '字';
    await settle(1_600);
    const forgotten = draft.forget();
    await settle(100);
    expect(sent.map((one) => one.method)).toEqual(['PUT']);
    await settle(3_000);
    await forgotten;
    expect(sent.map((one) => one.method)).toEqual(['PUT', 'DELETE']);
    expect(draft.state.value).toBe('off');
  });
  it('is looked for after what an earlier form of it was still sending has arrived', async () => {
    const first = form();
    await settle(10);
    slow = 3_000;
    first.state.text = '刚写完就关上';
    await settle(1_600);
    const second = form();
    await settle(100);
    stored = [{ key: 'intake', body: { text: '刚写完就关上' } }];
    expect(second.draft.restored.value).toBe(false);
    await settle(3_000);
    expect([second.state.text, second.draft.restored.value, second.draft.state.value]).toEqual(['刚写完就关上', true, 'kept']);
  });
  it('does not go to the next person', async () => {
    const { state } = form();
    await settle(10);
    state.text = '前一人的';
    await nextTick();
    kept.dropKept();
    await settle(10_000);
    expect(puts()).toHaveLength(0);
  });
});
