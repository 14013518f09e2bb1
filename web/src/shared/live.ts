// What others do, as it happens: one stream of events for the page, closed while nobody looks at it (browsers allow few per server).
import type { QueryClient } from '@tanstack/vue-query';
import { onScopeDispose, ref } from 'vue';
import type { Schemas } from './api/client';

export type LiveChange = Schemas['LiveChange'];
export type LivePresence = Schemas['LivePresence'];
type Handler<T> = (what: T) => void;

/** `off` before login, `lost` when it could not be opened for a while. */
export type LiveState = 'off' | 'connecting' | 'open' | 'lost';

export const liveState = ref<LiveState>('off');
/** The program's version as the stream first told it, and when another one came. */
export const newVersion = ref<string | null>(null);

const changeHandlers = new Set<Handler<LiveChange>>();
const presenceHandlers = new Set<Handler<LivePresence>>();
const figuresHandlers = new Set<() => void>();
const reopenHandlers = new Set<() => void>();
const refusedHandlers = new Set<() => void>();

/** A stream that was answered with something else; one whose line broke would try again by itself. */
const closed = 2;
let source: EventSource | null = null;
let client: QueryClient | null = null;
let version: string | null = null;
let watched: string | null = null;
let wanted = false;
let attempts = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;
let refreshing: ReturnType<typeof setTimeout> | undefined;

/** Seconds until the next attempt: 1, 2, 4 … 60, spread so that not all come at once after a restart. */
export const backoff = (attempt: number, random = Math.random()): number => Math.min(60, 2 ** attempt) * (0.75 + random / 2);

function parse<T>(event: Event): T | null {
  try {
    return JSON.parse((event as MessageEvent<string>).data) as T;
  } catch {
    return null;
  }
}

// Lists and figures are asked again once for many changes.
function refreshLists(): void {
  if (refreshing) return;
  refreshing = setTimeout(() => {
    refreshing = undefined;
    void client?.invalidateQueries({ queryKey: ['complaints'] });
    void client?.invalidateQueries({ queryKey: ['figures'] });
  }, 300);
}

function changed(change: LiveChange): void {
  void client?.invalidateQueries({ queryKey: ['complaint', change.number] });
  refreshLists();
  for (const handler of changeHandlers) handler(change);
}

function greeted(told: string): void {
  if (version !== null && version !== told) newVersion.value = told;
  version ??= told;
}

function open(): void {
  close();
  if (!wanted || typeof EventSource === 'undefined') return;
  if (liveState.value !== 'lost') liveState.value = 'connecting';
  const stream = new EventSource(watched ? `/api/v1/live?number=${encodeURIComponent(watched)}` : '/api/v1/live');
  source = stream;
  stream.onopen = () => {
    const again = attempts > 0;
    attempts = 0;
    liveState.value = 'open';
    if (again) reload();
  };
  stream.onerror = () => {
    const refused = stream.readyState === closed;
    stream.close();
    if (source !== stream) return;
    if (refused) refusedHandlers.forEach((handler) => handler());
    source = null;
    attempts += 1;
    if (attempts >= 3) liveState.value = 'lost';
    clearTimeout(retry);
    retry = setTimeout(open, backoff(attempts - 1) * 1000);
  };
  const on = <T>(name: string, handler: Handler<T>) =>
    stream.addEventListener(name, (event) => {
      const what = parse<T>(event);
      if (what !== null) handler(what);
    });
  on<LiveChange>('change', changed);
  // A leader hears that figures have changed, not of whose complaint (R10.2).
  on<object>('figures', () => {
    refreshLists();
    for (const handler of figuresHandlers) handler();
  });
  on<LivePresence>('presence', (presence) => presenceHandlers.forEach((handler) => handler(presence)));
  on<{ version: number }>('reference', () => void client?.invalidateQueries({ queryKey: ['reference'] }));
  on<{ version: string }>('hello', (hello) => greeted(hello.version));
}

function close(): void {
  clearTimeout(retry);
  source?.close();
  source = null;
}

// Nothing is replayed: what was missed is asked for anew.
function reload(): void {
  for (const queryKey of [['complaints'], ['complaint'], ['figures'], ['reference']]) void client?.invalidateQueries({ queryKey });
  for (const handler of reopenHandlers) handler();
}

// One hidden window of the browser keeps its stream, so that its title tells what comes; the others close theirs.
let letGo: (() => void) | undefined;
function hide(): void {
  if (!navigator.locks) return close();
  void navigator.locks.request('hearline-live', { ifAvailable: true }, (lock) => (lock ? new Promise<void>((done) => (letGo = done)) : close()));
}

function seen(): void {
  clearTimeout(hiding);
  if (!wanted) return;
  if (document.visibilityState === 'hidden') {
    hiding = setTimeout(hide, 20_000);
    return;
  }
  letGo?.();
  if (source === null) {
    attempts = Math.max(1, attempts); // an opening now is one after a gap
    open();
  }
}

/** Called by the frame when somebody is logged in. */
export function startLive(queryClient: QueryClient): void {
  client = queryClient;
  if (wanted) return;
  wanted = true;
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('online', open);
  open();
}

export function stopLive(): void {
  wanted = false;
  letGo?.();
  document.removeEventListener('visibilitychange', seen);
  window.removeEventListener('online', open);
  close();
  attempts = 0;
  liveState.value = 'off';
}

/** While the component lives: called for each change of this complaint (of any when null). */
export function onChange(number: string | null, handler: Handler<LiveChange>): void {
  const mine = (change: LiveChange) => {
    if (number === null || change.number === number) handler(change);
  };
  changeHandlers.add(mine);
  onScopeDispose(() => changeHandlers.delete(mine));
}

/** While the component lives: called when what figures count has changed, for those who are told no more than that. */
export function onFigures(handler: () => void): void {
  figuresHandlers.add(handler);
  onScopeDispose(() => figuresHandlers.delete(handler));
}

/** While the component lives: called after a gap in the stream; load anew what no query holds. */
export function onReopen(handler: () => void): void {
  reopenHandlers.add(handler);
  onScopeDispose(() => reopenHandlers.delete(handler));
}

/** While the component lives: called when the server gives no stream, as it does once the session has ended. */
export function onRefused(handler: () => void): void {
  refusedHandlers.add(handler);
  onScopeDispose(() => refusedHandlers.delete(handler));
}

/** While the component lives the stream also tells who is at this complaint. */
export function watchPresence(number: string, handler: Handler<LivePresence>): void {
  const mine = (presence: LivePresence) => {
    if (presence.number === number) handler(presence);
  };
  presenceHandlers.add(mine);
  watched = number;
  if (wanted) open();
  onScopeDispose(() => {
    presenceHandlers.delete(mine);
    if (watched !== number) return; // the next complaint has taken over
    watched = null;
    if (wanted) open();
  });
}
