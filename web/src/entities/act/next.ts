// "Do the next one": by due time, what waits for this person and has a next step for them; round and round, but never back to what was just done.
import type { QueryClient } from '@tanstack/vue-query';
import { api, ask, type Complaint } from '@/shared/api/client';
import { keys } from '@/shared/keys';
import type { useSession } from '@/shared/session';
import { waitingFilters } from '@/shared/waiting';
import { offer, tasksOf } from './table';

/** What this page has done already, with the version that came of it: it comes again when others have moved it since. */
const handled = new Map<string, number>();
export const justDone = (after: Pick<Complaint, 'number' | 'version'>): void => void handled.set(after.number, after.version);

type Candidate = Pick<Complaint, 'number' | 'version' | 'possible_acts' | 'opinions_owed' | 'suspended'>;
const hasStep = (one: Candidate, unit: string | null): boolean => {
  const { forward } = offer(one.possible_acts.filter((act) => act !== 'attach'), tasksOf(one, unit));
  return forward.length > 0;
};

/** The first behind the current one that can be worked on, else the first of all. */
export function chooseNext(items: readonly Candidate[], current: string | null, done: ReadonlyMap<string, number> = handled, unit: string | null = null): string | null {
  const at = items.findIndex(({ number }) => number === current);
  const round = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return round.find((one) => one.number !== current && (done.get(one.number) ?? -1) < one.version && hasStep(one, unit))?.number ?? null;
}

export async function nextTask(session: ReturnType<typeof useSession>, client: QueryClient, current: string | null): Promise<string | null> {
  const query = { ...waitingFilters(session.role, session.me?.unit ?? null), sort: 'due' as const, limit: 100 };
  const page = await client.fetchQuery({ queryKey: keys.ledger({ ...query, limit: '100' }), queryFn: () => ask(api.GET('/api/v1/complaints', { params: { query } })), staleTime: 0 });
  return chooseNext(page.items, current, handled, session.me?.unit ?? null);
}
