// What the page asks: the complaint and its whole history.
import { useQuery } from '@tanstack/vue-query';
import { api, ask, type Event } from '@/shared/api/client';
import { keys } from '@/shared/keys';
import { liveState } from '@/shared/live';

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
