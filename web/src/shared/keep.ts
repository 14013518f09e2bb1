// Drafts, views and settings of the user, kept on the server (nothing personal stays in the browser). Typing is kept when it rests, at the latest every second or so
// while it goes on (a browser that is killed takes 2 s of it at most), and at once when the page goes.
// On a device enrolled for work without network a draft is sealed on it first, and taken off it once the server has it.
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue';
import { api, ask, ownHeaders, Problem, type Schemas } from './api/client';
import { keys } from './keys';
import { useSession } from './session';
import { enrolled, isEnrolled, openAll, openOne, seal, unseal } from './vault';

export type KeptKind = Schemas['Kept']['kind'];
export type Kept = Schemas['Kept'];
type Body = Record<string, unknown>;
/** `kept`: the server has it. `waiting`: typed since. `failed`: could not be sent, tried again. `off`: not kept. */
export type KeptState = 'off' | 'waiting' | 'kept' | 'failed';

const rest = 600;
const longestWait = 1_200; // from the first key that is not kept; what is left of the 2 s is for the way
const retryAfter = 5_000;
const patience = 15_000; // a network in a tunnel says nothing for minutes
const keepaliveLimit = 60_000; // browsers take 64 KiB in all

interface Waiting {
  kind: KeptKind;
  key: string;
  body: Body;
  state: Ref<KeptState>;
  at: Ref<string | null>;
  /** It was sent once and did not arrive. */
  tried?: boolean;
  /** On the device, as it stands here. */
  sheltered?: Promise<void>;
}
const waiting = new Map<string, Waiting>();
/** On their way to the server: who forgets one waits for it, or it would come after. */
const underway = new Map<string, Promise<void>>();
let timer: ReturnType<typeof setTimeout> | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let typedSince: number | null = null;

const idOf = ({ kind, key }: Pick<Waiting, 'kind' | 'key'>) => `${kind}/${key}`;
const addressOf = (kind: KeptKind, key: string) => `/api/v1/me/kept/${kind}/${encodeURIComponent(key)}`;

interface Sheltered {
  user: string;
  key: string;
  body: Body;
  updated_at: string;
}
const isSheltered = (kind: KeptKind): boolean => enrolled.value && kind === 'draft';
const user = (): string => useSession().me?.name ?? '';
const shelteredName = (key: string): string => `${user()}/${key}`;
async function shelter(entry: Waiting): Promise<void> {
  if (!isEnrolled()) return; // stopped by another window
  const sheltered: Sheltered = { user: user(), key: entry.key, body: entry.body, updated_at: new Date().toISOString() };
  await seal('draft', shelteredName(entry.key), sheltered).catch(() => undefined); // no room: the server is still tried
}
async function uncover(kind: KeptKind, key: string): Promise<void> {
  if (isSheltered(kind)) await unseal('draft', shelteredName(key)).catch(() => undefined);
}
type Here = Kept & { user: string };
const asKept = ({ value }: { value: Sheltered }): Here => ({ kind: 'draft', ...value });
/** What was typed on this device and has not reached the server: of this person, or of all; but for those whose keys need not be opened. */
export async function listSheltered(whose: 'mine' | 'all' = 'mine', without: ReadonlySet<string> = new Set()): Promise<Here[]> {
  if (!enrolled.value) return [];
  const own = shelteredName('');
  const wanted = (name: string) => whose === 'all' || (name.startsWith(own) && !without.has(name.slice(own.length)));
  return (await openAll<Sheltered>('draft', wanted).catch(() => [])).map(asKept);
}

async function send(entry: Waiting, leaving: boolean): Promise<void> {
  const id = idOf(entry);
  const sheltered = isSheltered(entry.kind) ? (entry.sheltered ??= shelter(entry)) : null;
  if (sheltered && !leaving) await sheltered;
  const text = JSON.stringify({ body: entry.body });
  let status = 0;
  try {
    const response = await fetch(addressOf(entry.kind, entry.key), {
      method: 'PUT', body: text, keepalive: leaving && text.length < keepaliveLimit, ...(leaving ? {} : { signal: AbortSignal.timeout(patience) }), headers: { ...ownHeaders(), 'Content-Type': 'application/json' },
    });
    status = response.status;
    if (response.ok) entry.at.value = ((await response.json()) as Kept).updated_at;
  } catch {
    /* no connection: stays waiting */
  }
  const latest = waiting.get(id) === entry;
  if (status >= 200 && status < 300) {
    if (latest) waiting.delete(id);
    if (sheltered && !waiting.has(id)) await sheltered.then(() => uncover(entry.kind, entry.key));
    entry.state.value = latest ? 'kept' : waiting.has(id) ? 'waiting' : 'off';
  } else {
    entry.state.value = 'failed';
    entry.tried = true;
    // Refused for good (too large, too many): sending it again changes nothing.
    if (latest && status >= 400 && status < 500 && status !== 401 && status !== 429) waiting.delete(id);
  }
}

/** One after the other for each key, so that none overtakes a later one; a page that goes does not wait for that. */
function sendInTurn(entry: Waiting, leaving: boolean): Promise<void> {
  const id = idOf(entry);
  const earlier = leaving ? undefined : underway.get(id);
  const latest = () => {
    const one = waiting.get(id);
    return one && send(one, false);
  };
  const sent: Promise<void> = (earlier ? earlier.then(latest) : send(entry, leaving)).finally(() => void (underway.get(id) === sent && underway.delete(id)));
  underway.set(id, sent);
  return sent;
}
const sendAll = (entries: readonly Waiting[], leaving = false) => Promise.all(entries.map((entry) => sendInTurn(entry, leaving)));
function retryLater(): void {
  if (waiting.size > 0) retry ??= setTimeout(() => void flushKept(), retryAfter);
}
/** What was typed since; what did not arrive before has its own time, however much of it there is. */
async function sendTyped(): Promise<void> {
  typedSince = null;
  await sendAll([...waiting.values()].filter((entry) => !entry.tried));
  retryLater();
}
/** Sends all that waits; true when nothing is left. Called before the page reloads itself. */
export async function flushKept(leaving = false): Promise<boolean> {
  clearTimeout(timer);
  clearTimeout(retry);
  retry = undefined;
  typedSince = null;
  const entries = [...waiting.values()];
  // What lies on the device is safe there.
  if (leaving) return sendAll(entries.filter((entry) => !entry.tried || !entry.sheltered), true).then(() => waiting.size === 0);
  const [first, ...others] = entries.filter((entry) => entry.tried);
  await sendAll(entries.filter((entry) => entry !== first && !others.includes(entry)));
  // When one finds nobody, the next would not either.
  if (first) await sendAll([first]);
  if (first && waiting.get(idOf(first)) !== first) await sendAll(others);
  retryLater();
  return waiting.size === 0;
}
export const keptIsWaiting = (): boolean => waiting.size > 0;
/** Forgets what waits: another person sits here now. */
export const dropKept = (): void => waiting.clear();

function put(entry: Waiting): void {
  waiting.set(idOf(entry), entry);
  entry.state.value = 'waiting';
  const now = Date.now();
  typedSince ??= now;
  clearTimeout(timer);
  timer = setTimeout(() => void sendTyped(), Math.max(0, Math.min(rest, typedSince + longestWait - now)));
}

if (typeof window !== 'undefined') {
  const leave = () => void (waiting.size > 0 && flushKept(true));
  window.addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
  window.addEventListener('online', () => void (waiting.size > 0 && flushKept()));
}

/** All that is kept of one kind. */
export async function listKept(kind: KeptKind): Promise<Kept[]> {
  return (await ask(api.GET('/api/v1/me/kept', { params: { query: { kind } } }))).items;
}
export async function keep(kind: KeptKind, key: string, body: Body): Promise<Kept> {
  return ask(api.PUT('/api/v1/me/kept/{kind}/{key}', { params: { path: { kind, key } }, body: { body } }));
}
export async function forgetKept(kind: KeptKind, key: string): Promise<void> {
  waiting.delete(`${kind}/${key}`);
  await uncover(kind, key); // now, and after what is underway has put it there again
  await underway.get(`${kind}/${key}`);
  await uncover(kind, key);
  await ask(api.DELETE('/api/v1/me/kept/{kind}/{key}', { params: { path: { kind, key } } })).catch((problem: unknown) => {
    if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
  });
}

/** The draft as it was typed last: on the server, or on this device without network. */
async function newestDraft(key: string): Promise<(Kept & { here: boolean }) | null> {
  const sealed = enrolled.value ? await openOne<Sheltered>('draft', shelteredName(key)).catch(() => null) : null;
  const here = sealed && asKept(sealed);
  const there = await listKept('draft').then((items) => items.find((one) => one.key === key), (error: unknown) => {
    if (!here) throw error;
    return undefined;
  });
  const newest = here && there ? (Date.parse(there.updated_at) > Date.parse(here.updated_at) ? there : here) : (here ?? there);
  return newest ? { ...newest, here: newest === here } : null;
}

export interface Draft {
  state: Ref<KeptState>;
  /** When the server last took it. */
  at: Ref<string | null>;
  /** A draft was found and put back. */
  restored: Ref<boolean>;
  /** Resolves when it is known whether there was one. */
  ready: Promise<void>;
  /** After sending the form, or when thrown away. */
  forget: () => Promise<void>;
}

/**
 * Keeps what a form holds. `read` gives it as plain data (reactive reads are followed), `write` puts a kept one back; `empty` says when there is nothing worth keeping.
 * Key: letters, digits, `._:-`, at most 64, e.g. `intake:hotline`, `TS202611230001:submit_opinion`.
 */
export function useDraft<T extends Body>(key: string, form: { read: () => T; write: (kept: T) => void; empty: (now: T) => boolean }): Draft {
  const state = ref<KeptState>('off');
  const at = ref<string | null>(null);
  const restored = ref(false);
  let settled = false;
  let touched = false;
  let gone = false;

  // What an earlier form under this key is just sending comes first.
  const ready = Promise.resolve(underway.get(`draft/${key}`))
    .then(() => newestDraft(key))
    .then((found) => {
      if (!found || touched || gone) return; // whoever types already is not overwritten
      form.write(found.body as T);
      at.value = found.updated_at;
      state.value = 'kept';
      restored.value = true;
      if (found.here) put({ kind: 'draft', key, body: found.body, state, at }); // the server gets it now
    })
    .catch(() => undefined) // without drafts one can still work
    .finally(() => void setTimeout(() => (settled = true)));

  const stop = watch(form.read, (now) => {
    if (gone || (!settled && restored.value)) return;
    touched = true;
    if (!form.empty(now)) put({ kind: 'draft', key, body: now, state, at });
    else if (state.value !== 'off') void forgetNow();
  }, { deep: true });

  async function forgetNow(): Promise<void> {
    state.value = 'off';
    restored.value = false;
    at.value = null;
    await forgetKept('draft', key).catch(() => undefined);
  }
  async function forget(): Promise<void> {
    gone = true;
    stop();
    await forgetNow();
  }
  onScopeDispose(() => void (waiting.has(`draft/${key}`) && flushKept()));
  return { state, at, restored, ready, forget };
}

/** A setting as a ref: what was kept once it has come, `initial` till then; writing keeps it. */
export function useSetting<T extends Body>(key: string, initial: T): { value: Ref<T>; loaded: Ref<boolean> } {
  const value = ref(initial) as Ref<T>;
  const loaded = ref(false);
  const state = ref<KeptState>('off');
  const at = ref<string | null>(null);
  let applying = false;
  const query = useQuery({ queryKey: keys.kept('setting'), queryFn: () => listKept('setting'), staleTime: Infinity, retry: false });
  watch([query.data, query.isError], () => {
    const found = query.data.value?.find((item) => item.key === key);
    if (found && !loaded.value) {
      applying = true;
      value.value = { ...initial, ...(found.body as T) };
      void Promise.resolve().then(() => (applying = false));
    }
    loaded.value = query.data.value !== undefined || query.isError.value;
  }, { immediate: true });
  watch(value, (now) => {
    if (!applying) put({ kind: 'setting', key, body: now, state, at });
  }, { deep: true, flush: 'sync' });
  return { value, loaded };
}

/** Saved views: one's own and those of one's unit. */
export function useKeptViews() {
  const client = useQueryClient();
  const own = useQuery({ queryKey: keys.kept('view'), queryFn: () => listKept('view'), retry: false });
  const unit = useQuery({ queryKey: keys.kept('unit_view'), queryFn: () => listKept('unit_view'), retry: false });
  const again = (kind: string) => client.invalidateQueries({ queryKey: keys.kept(kind) });
  return {
    views: computed(() => [...(own.data.value ?? []), ...(unit.data.value ?? [])]),
    save: async (kind: 'view' | 'unit_view', key: string, body: Body) => {
      await keep(kind, key, body);
      await again(kind);
    },
    remove: async (kind: 'view' | 'unit_view', key: string) => {
      await forgetKept(kind, key);
      await again(kind);
    },
  };
}
