// The views of the ledger with their counts, the default one, and saving, renaming, deleting.
import { useQueries, useQueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, type Ref } from 'vue';
import { toApi, type LedgerQuery } from '@/entities/ledger/filters';
import { columnSetOf, currentView, keepView, newKey, readView, shippedViews, type View } from '@/entities/ledger/views';
import type { Schemas } from '@/shared/api/client';
import { today } from '@/shared/format';
import { say } from '@/shared/i18n';
import { useKeptViews } from '@/shared/keep';
import { onChange } from '@/shared/live';
import { useSession } from '@/shared/session';
import { askLedger } from './useLedger';

export interface ViewCount {
  value: number;
  exact: boolean;
}
export const viewName = (view: View): string => (view.from === 'shipped' ? say(view.name) : view.name);

// Counts come after the list itself: two at a time.
let busy = 0;
const line: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (busy >= 2) await new Promise<void>((resolve) => line.push(resolve));
  busy++;
  try {
    return await work();
  } finally {
    busy--;
    line.shift()?.();
  }
}
const countKey = 'ledger-count';
const countOf = (filters: Record<string, string>, signal: AbortSignal): Promise<ViewCount> =>
  inTurn(() => askLedger(filters, 1, null, signal)).then((answer: Schemas['Ledger']) => ({ value: answer.count, exact: answer.count_exact }));

const recountEvery = 5_000; // ms, however much happens

export function useViews(query: Ref<LedgerQuery>, counted: Ref<boolean>) {
  const session = useSession();
  const client = useQueryClient();
  const kept = useKeptViews();

  const shipped = computed(() => shippedViews({ role: session.role, unit: session.me?.unit ?? null }));
  const own = computed(() => kept.views.value.map(readView).filter((view): view is View => view !== null).sort((a, b) => a.name.localeCompare(b.name, 'zh')));
  const views = computed(() => [...shipped.value, ...own.value]);
  const current = computed(() => currentView(views.value, query.value));

  const counts = useQueries({
    queries: computed(() =>
      views.value.map((view) => {
        const filters = toApi({ ...view.query, sort: 'registered' }, today());
        return { queryKey: [countKey, filters], queryFn: ({ signal }: { signal: AbortSignal }) => countOf(filters, signal), staleTime: 15_000, retry: false, enabled: counted.value };
      }),
    ),
  });
  const countOfView = computed(() => new Map<string, ViewCount>(views.value.flatMap((view, index) => {
    const count = counts.value[index]?.data as ViewCount | undefined;
    return count ? [[view.id, count] as const] : [];
  })));

  let timer: ReturnType<typeof setTimeout> | undefined;
  let at = 0;
  const recount = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      at = Date.now();
      void client.invalidateQueries({ queryKey: [countKey] });
    }, Math.max(500, at + recountEvery - Date.now()));
  };
  onChange(null, recount);
  onScopeDispose(() => clearTimeout(timer));

  /** A new one; returns it. */
  async function create(name: string, forUnit: boolean): Promise<string> {
    const kind = forUnit ? 'unit_view' : 'view';
    const key = newKey(views.value);
    await kept.save(kind, key, keepView(name, query.value, columnSetOf(query.value, current.value.view)));
    return `${kind}:${key}`;
  }
  const parts = (view: View): [kind: 'view' | 'unit_view', key: string] => [view.from === 'unit_view' ? 'unit_view' : 'view', view.id.slice(view.id.indexOf(':') + 1)];
  /** In place of what it said: another name, or what is shown now. */
  const update = (view: View, name: string, shown: LedgerQuery = view.query) => kept.save(...parts(view), keepView(name, shown, columnSetOf(shown, view)));
  const remove = (view: View) => kept.remove(...parts(view));

  return { views, shipped, own, current, counts: countOfView, create, update, remove, recount };
}
