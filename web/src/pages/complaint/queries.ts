// What the page asks: the complaint, its whole history, and which one comes next.
import { useQuery, type QueryClient } from '@tanstack/vue-query';
import { api, ask, type Event } from '@/shared/api/client';
import { keys } from '@/shared/keys';
import { liveState } from '@/shared/live';
import type { useSession } from '@/shared/session';
import { waitingFilters } from '@/shared/waiting';

// Without the live stream one looks oneself.
const often = () => (liveState.value === 'lost' ? 15_000 : false);

export const useComplaint = (number: string) =>
  useQuery({ queryKey: keys.complaint(number), queryFn: ({ signal }) => ask(api.GET('/api/v1/complaints/{number}', { params: { path: { number } }, signal })), refetchInterval: often });

/** All pages of it: the way, the opinions and the changes are read from the whole. */
async function allEvents(number: string, signal: AbortSignal): Promise<Event[]> {
  const events: Event[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(api.GET('/api/v1/complaints/{number}/events', { params: { path: { number }, query: { limit: 1000, cursor } }, signal }));
    events.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return events;
}
export const useEvents = (number: string) => useQuery({ queryKey: keys.events(number), queryFn: ({ signal }) => allEvents(number, signal), refetchInterval: often });

/** The next that waits for me, by due time, other than this one. */
export async function nextNumber(session: ReturnType<typeof useSession>, client: QueryClient, but: string): Promise<string | null> {
  const query = { ...waitingFilters(session.role, session.me?.unit ?? null), sort: 'due' as const, limit: 2 };
  const page = await client.fetchQuery({ queryKey: keys.ledger({ ...query, limit: '2', but }), queryFn: () => ask(api.GET('/api/v1/complaints', { params: { query } })), staleTime: 0 });
  return page.items.find((one) => one.number !== but)?.number ?? null;
}
