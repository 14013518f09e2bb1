import { QueryClient } from '@tanstack/vue-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { backoff, liveState, newVersion, onChange, onRefused, onReopen, startLive, stopLive, watchPresence } from './live';

class Stream extends EventTarget {
  static all: Stream[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    Stream.all.push(this);
  }
  close() {
    this.closed = true;
  }
  send(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: typeof data === 'string' ? data : JSON.stringify(data) }));
  }
}
const latest = () => Stream.all.at(-1) as Stream;
const change = { number: 'TS202611230001', version: 4, stage: 'review', act: 'submit_opinion', by: '王某' };
let client: QueryClient;
let scope: EffectScope;
let invalidated: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  Stream.all = [];
  client = new QueryClient();
  invalidated = vi.spyOn(client, 'invalidateQueries');
  scope = effectScope();
  startLive(client);
});
afterEach(() => {
  scope.stop();
  stopLive();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const keysAsked = () => invalidated.mock.calls.map(([filter]: unknown[]) => ((filter as { queryKey?: unknown[] } | undefined)?.queryKey ?? []).join('/'));

describe('what comes in', () => {
  it('refreshes the complaint at once and the lists once for many', () => {
    const handler = vi.fn();
    scope.run(() => onChange(change.number, handler));
    latest().onopen?.();
    for (let i = 0; i < 5; i++) latest().send('change', change);
    latest().send('change', { ...change, number: 'TS202611230002' });
    vi.advanceTimersByTime(400);
    expect(handler).toHaveBeenCalledTimes(5);
    expect(keysAsked().filter((key: string) => key === 'complaints')).toHaveLength(1);
    expect(keysAsked().filter((key: string) => key === `complaint/${change.number}`)).toHaveLength(5);
  });
  it('loads reference data anew when told', () => {
    latest().send('reference', { version: 2 });
    expect(keysAsked()).toEqual(['reference']);
  });
  it('survives what is no JSON', () => expect(() => latest().send('change', '<html>')).not.toThrow());
  it('tells a new version of the program, not the first', () => {
    latest().send('hello', { version: '0.1.0' });
    latest().send('hello', { version: '0.1.0' });
    expect(newVersion.value).toBeNull();
    latest().send('hello', { version: '0.2.0' });
    expect(newVersion.value).toBe('0.2.0');
  });
});

describe('the connection', () => {
  it('comes back by itself, later each time, and loads anew after a gap', () => {
    const reopened = vi.fn();
    scope.run(() => onReopen(reopened));
    latest().onopen?.();
    expect(reopened).not.toHaveBeenCalled();
    for (let i = 0; i < 3; i++) {
      latest().onerror?.();
      vi.advanceTimersByTime(60_000);
    }
    expect(liveState.value).toBe('lost');
    expect(Stream.all).toHaveLength(4);
    latest().onopen?.();
    expect(liveState.value).toBe('open');
    expect(reopened).toHaveBeenCalledTimes(1);
    expect(keysAsked()).toEqual(['complaints', 'complaint', 'figures', 'reference']);
  });
  it('tells when it is refused, as it is once the session has ended, and not when the line broke', () => {
    const refused = vi.fn();
    scope.run(() => onRefused(refused));
    Object.assign(latest(), { readyState: 0 });
    latest().onerror?.();
    vi.advanceTimersByTime(2_000);
    expect(refused).not.toHaveBeenCalled();
    Object.assign(latest(), { readyState: 2 });
    latest().onerror?.();
    expect(refused).toHaveBeenCalledTimes(1);
  });
  it('waits 1, 2, 4 … 60 seconds, spread', () => {
    expect([0, 1, 2, 10].map((attempt) => backoff(attempt, 0.5))).toEqual([1, 2, 4, 60]);
    expect(backoff(0, 0)).toBe(0.75);
  });
  it('is one stream, that of the complaint in view while there is one', () => {
    const page = effectScope();
    const handler = vi.fn();
    page.run(() => watchPresence(change.number, handler));
    expect(latest().url).toBe(`/api/v1/live?number=${change.number}`);
    expect(Stream.all.filter((stream) => !stream.closed)).toHaveLength(1);
    latest().send('presence', { number: change.number, people: [] });
    latest().send('presence', { number: 'TS202611230009', people: [] });
    expect(handler).toHaveBeenCalledTimes(1);
    page.stop();
    expect(latest().url).toBe('/api/v1/live');
  });
  it('ends with the session', () => {
    stopLive();
    vi.advanceTimersByTime(120_000);
    expect(Stream.all.every((stream) => stream.closed)).toBe(true);
    expect(liveState.value).toBe('off');
  });
});
