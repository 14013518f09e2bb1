// Saved views: those shipped (by role), one's own and those of one's unit.
import type { Kept } from '@/shared/keep';
import type { Role } from '@/shared/page';
import { fromAddress, openStages, sameShown, toAddress, type ColumnSet, type FilterSet, type LedgerQuery, type Sort } from './filters';

export interface View {
  /** As in the address: `due_today`, `view:KEY`, `unit_view:KEY`. */
  readonly id: string;
  readonly from: 'shipped' | 'view' | 'unit_view';
  /** Of a shipped one a message key, else what was typed. */
  readonly name: string;
  readonly query: LedgerQuery;
  /** The columns that it is read by. */
  readonly columns: ColumnSet;
}

interface Person {
  role: Role | null;
  unit: string | null;
}

const atCentre = (role: Role | null): boolean => role === 'agent' || role === 'director';
const atUnit = (role: Role | null): boolean => role === 'desk' || role === 'head';

/** What is put in order by its limit is worked on; the rest is the ledger. */
function shipped(id: string, filters: FilterSet, sort: Sort = 'registered'): View {
  return { id, from: 'shipped', name: `ledger.view_${id}`, query: { filters, sort, view: id, at: null }, columns: sort === 'due' ? 'work' : 'full' };
}

/** Those that make sense for this person. */
export function shippedViews({ role, unit }: Person): View[] {
  const own: FilterSet = unit && atUnit(role) ? { unit: [unit] } : {};
  const mine = atUnit(role) ? ['opinion', 'remedy', 'result'] : ['dispatch', 'review', 'feedback', 'follow_up'];
  return [
    shipped('all', {}),
    ...(atCentre(role) || atUnit(role) ? [shipped('my_tasks', { ...own, stage: mine }, 'due')] : []),
    shipped('due_today', { overdue: ['false'], due_until: ['today'] }, 'due'),
    shipped('overdue', { overdue: ['true'] }, 'due'),
    ...(role === 'director' ? [shipped('extensions', { waiting: ['extension'] }, 'due')] : []),
    ...(atUnit(role) ? [shipped('opinions_owed', { waiting: ['assist'] }, 'due')] : []),
    ...(atCentre(role) || atUnit(role) ? [shipped('suspended', { ...own, suspended: ['true'] })] : []),
    ...(atCentre(role)
      ? [shipped('to_dispatch', { stage: ['dispatch'] }, 'due'), shipped('to_review', { stage: ['review'] }, 'due'), shipped('to_feed_back', { stage: ['feedback'] }, 'due'), shipped('to_follow_up', { stage: ['follow_up'] }, 'due')]
      : []),
    ...(atUnit(role)
      ? [shipped('to_opine', { ...own, stage: ['opinion'] }, 'due'), shipped('in_remedy', { ...own, stage: ['remedy', 'result'] }, 'due'), shipped('led_by_us', { ...own, stage: [...openStages] }, 'due'), shipped('accepted_by_us', unit ? { accepting_unit: [unit] } : {})]
      : []),
    shipped('urgent', { stage: [...openStages], severity: ['urgent'] }, 'due'),
    shipped('this_month', { from: ['this_month'] }),
    shipped('dissatisfied', { satisfaction: ['dissatisfied'] }),
    shipped('again', { stage: [...openStages], round: ['2', '3', '4', '5'] }, 'due'),
  ];
}

/** As kept on the server. */
export const keepView = (name: string, query: LedgerQuery, columns: ColumnSet): Record<string, unknown> => ({ name, query: toAddress({ ...query, view: null, at: null, columns }) });

export function readView(kept: Pick<Kept, 'kind' | 'key' | 'body'>): View | null {
  if (kept.kind !== 'view' && kept.kind !== 'unit_view') return null;
  const { name, query } = kept.body;
  if (typeof name !== 'string' || name.trim() === '' || typeof query !== 'object' || query === null) return null;
  const texts = Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const id = `${kept.kind}:${kept.key}`;
  const { columns, ...shown } = fromAddress(texts);
  return { id, from: kept.kind, name, query: { ...shown, view: id, at: null }, columns: columns ?? (shown.sort === 'due' ? 'work' : 'full') };
}

/** The view that the address names, and whether what is shown is no longer what it says. */
export function currentView(views: readonly View[], query: LedgerQuery): { view: View | null; changed: boolean } {
  const named = views.find((view) => view.id === query.view);
  if (named) return { view: named, changed: !sameShown(named.query, query) };
  return { view: query.view ? null : (views.find((view) => sameShown(view.query, query)) ?? null), changed: false };
}

/** A key for a new view: not used yet. */
export function newKey(views: readonly View[], random: () => number = Math.random): string {
  for (;;) {
    const key = Math.floor(random() * 36 ** 6).toString(36).padStart(6, '0');
    if (!views.some((view) => view.id.endsWith(`:${key}`))) return key;
  }
}

/** The columns for what is shown: as the address says, else as its view does, else for working where the limit gives the order. */
export const columnSetOf = (query: LedgerQuery, view: View | null): ColumnSet => query.columns ?? view?.columns ?? (query.sort === 'due' ? 'work' : 'full');
