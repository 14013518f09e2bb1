// The list that the ledger shows: what the address asks for, page by page, kept up with what others do, and found again as it was left.
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { fromAddress, toAddress, toApi, type LedgerQuery } from '@/entities/ledger/filters';
import { LedgerPages, type Answer } from '@/entities/ledger/pages';
import { refreshed, type Selection } from '@/entities/ledger/selection';
import { api, ask, type Complaint, type Schemas } from '@/shared/api/client';
import { today } from '@/shared/format';
import { keys } from '@/shared/keys';
import { onChange, onFigures, onReopen } from '@/shared/live';
import { useSession } from '@/shared/session';

export const pageSize = 100;
const lookEvery = 2_000; // ms between looks for new ones, however much happens
type ApiQuery = NonNullable<import('@/shared/api/schema.gen').paths['/api/v1/complaints']['get']['parameters']['query']>;

export const askLedger = (filters: Record<string, string>, limit: number, cursor: string | null, signal?: AbortSignal): Promise<Schemas['Ledger']> =>
  ask(api.GET('/api/v1/complaints', { params: { query: { ...filters, limit, ...(cursor ? { cursor } : {}) } as ApiQuery }, signal }));
export const askComplaint = (number: string, signal?: AbortSignal): Promise<Complaint> =>
  ask(api.GET('/api/v1/complaints/{number}', { params: { path: { number } }, signal }));

/** A list as it was left, to come back to. */
interface Left {
  pages: LedgerPages;
  scroll: number;
  active: number;
  selection: Selection;
}
const left = new Map<string, Left>();
const most = 4;
let person: string | null = null;

function remember(key: string, state: Left): void {
  left.delete(key);
  left.set(key, state);
  const oldest = left.keys().next().value;
  if (left.size > most && oldest !== undefined) left.delete(oldest);
}

export function useLedger() {
  const route = useRoute();
  const router = useRouter();
  const client = useQueryClient();
  const session = useSession();
  if (person !== (session.me?.name ?? null)) left.clear(); // another person sits here now
  person = session.me?.name ?? null;

  const query = computed<LedgerQuery>((before) => {
    const next = fromAddress(route.query);
    return before && JSON.stringify(before) === JSON.stringify(next) ? before : next;
  });
  const asked = computed(() => toApi(query.value, today()));
  const key = computed(() => JSON.stringify(asked.value));

  const pages = shallowRef<LedgerPages>(make(asked.value));
  const active = ref(-1);
  const scroll = ref(0); // where the list is to be, set when another one is shown
  const selection = shallowRef<Selection>(new Map());
  const fresh = shallowRef<{ added: number; registered: boolean; gone: number; answer: Answer } | null>(null);
  let scrolled = 0;
  let current = '';

  function make(filters: Record<string, string>): LedgerPages {
    return new LedgerPages((cursor, signal) => askLedger(filters, pageSize, cursor, signal));
  }

  function show(next: string): void {
    if (current) leave();
    current = next;
    fresh.value = null;
    const before = left.get(next);
    pages.value = before?.pages ?? make(asked.value);
    active.value = before?.active ?? -1;
    scroll.value = scrolled = before?.scroll ?? 0;
    selection.value = before?.selection ?? new Map();
    if (!before) void pages.value.see(0, 30);
    else void catchUpAll();
  }
  // ---- the current row stays the same complaint; when that has left the list, its place stays
  const activeNumber = () => pages.value.row(active.value)?.number ?? null;
  function stayAt(number: string | null): void {
    const at = number === null ? -1 : pages.value.indexOf(number);
    active.value = at >= 0 ? at : Math.min(active.value, pages.value.length - 1);
  }
  /** What is in sight as it is now. */
  async function catchUpAll(): Promise<void> {
    const number = activeNumber();
    const list = pages.value;
    await list.refresh();
    if (list === pages.value) stayAt(number);
  }
  function leave(): void {
    if (pages.value.begun) remember(current, { pages: pages.value, scroll: scrolled, active: active.value, selection: selection.value });
    else pages.value.stop();
  }
  // Another page's address is none of the ledger's.
  watch([key, () => route.name], ([next, name]) => void (name === 'ledger' && next !== current && show(next)), { immediate: true });
  onScopeDispose(leave);

  /** Shows something else: an entry of the history, unless the same is only said otherwise. */
  const go = (next: LedgerQuery, replace = false) => router[replace ? 'replace' : 'push']({ path: route.path, query: toAddress(next) });

  // ---- what others do
  const waiting = new Set<string>();
  const touched = shallowRef<{ number: string; act: string | null; by: string | null } | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let lookedAt = 0;

  async function catchUp(): Promise<void> {
    timer = undefined;
    const numbers = [...waiting];
    waiting.clear();
    const list = pages.value;
    const held = numbers.filter((number) => list.indexOf(number) >= 0 || selection.value.has(number)).slice(0, 40);
    await Promise.all(held.map((number) => renew(number, list)));
    looking ??= setTimeout(() => void lookForNew(list), Math.max(0, lookedAt + lookEvery - Date.now()));
  }
  async function renew(number: string, list: LedgerPages): Promise<void> {
    const now = await askComplaint(number).catch(() => null);
    if (now) put(now, list);
  }
  /** A complaint as it is now: in its row, in the selection, for its own page. */
  function put(now: Complaint, list: LedgerPages = pages.value): void {
    list.replace(now);
    selection.value = refreshed(selection.value, now);
    client.setQueryData(keys.complaint(now.number), now);
  }
  async function lookForNew(list: LedgerPages): Promise<void> {
    looking = undefined;
    lookedAt = Date.now();
    if (!list.begun || query.value.at) return;
    const answer = await askLedger(asked.value, pageSize, null).catch(() => null);
    if (!answer || list !== pages.value) return;
    const { added, gone } = list.compare(answer);
    list.count.value = { value: answer.count, exact: answer.count_exact };
    // By due date or severity a row may come from further below: new is what was registered since.
    const newest = list.inMemory().reduce((latest, row) => (row.registered_at > latest ? row.registered_at : latest), '');
    const come = query.value.sort === 'registered' || !list.more ? added : added.filter((row) => row.registered_at >= newest);
    const registered = come.every((row) => row.registered_at >= newest);
    fresh.value = come.length + gone.length > 0 ? { added: come.length, registered, gone: gone.length, answer } : null;
    if (list.length === 0) showFresh(); // nothing that could move under anybody's hand
  }
  function showFresh(): void {
    const shown = fresh.value;
    if (!shown) return;
    const number = activeNumber();
    pages.value.begin(shown.answer);
    fresh.value = null;
    stayAt(number);
  }
  onChange(null, (change) => {
    waiting.add(change.number);
    if (pages.value.indexOf(change.number) >= 0 && change.by !== session.name) touched.value = change;
    timer ??= setTimeout(() => void catchUp(), 250);
  });
  onFigures(() => void (looking ??= setTimeout(() => void lookForNew(pages.value), Math.max(0, lookedAt + lookEvery - Date.now()))));
  onReopen(() => void catchUpAll());
  // The frame's key for refreshing makes all queries of the page stale: this one stands for the list.
  useQuery({ queryKey: ['ledger-refresh'], queryFn: () => catchUpAll().then(() => true), initialData: true, staleTime: Infinity, gcTime: 0 });
  onScopeDispose(() => {
    clearTimeout(timer);
    clearTimeout(looking);
  });

  return {
    query, asked, pages, active, scroll, selection, fresh, touched, go, put, showFresh,
    scrolled: (to: number) => void (scrolled = to),
  };
}
