// Figures from the server, asked anew each minute beside what comes in live.
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, ask, Problem } from '@/shared/api/client';
import { keys } from '@/shared/keys';
import type { Filters } from '@/shared/links';

const minute = 60_000;
/** So long an answer is waited for: a server that hangs is as good as none. */
const longest = 20_000;
async function inTime<T>(signal: AbortSignal, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const give = () => stop.abort(signal.reason);
  let late = false;
  const timer = setTimeout(() => { late = true; stop.abort(); }, longest);
  signal.addEventListener('abort', give);
  try {
    return await run(stop.signal);
  } catch (error) {
    throw late ? new Problem(0, '', '') : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', give);
  }
}

const given = (filters: Filters): Record<string, string> => Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));

/** Counts by up to four dimensions: `useFigures(() => ({by: 'stage,overdue', kind: 'complaint'}))`. */
export function useFigures(what: MaybeRefOrGetter<Filters>, { enabled = true, every = minute }: { enabled?: MaybeRefOrGetter<boolean>; every?: MaybeRefOrGetter<number> } = {}) {
  const query = computed(() => given(toValue(what)));
  return useQuery({
    queryKey: computed(() => keys.figures(query.value)),
    queryFn: ({ signal }) => inTime(signal, (stop) => ask(api.GET('/api/v1/statistics', { params: { query: query.value }, signal: stop }))),
    enabled: () => toValue(enabled), refetchInterval: () => toValue(every), placeholderData: keepPreviousData,
  });
}

/** The first complaints of a list, and how many there are. */
export function useFirst(filters: MaybeRefOrGetter<Filters>, limit: number, { enabled = true, every = minute }: { enabled?: MaybeRefOrGetter<boolean>; every?: MaybeRefOrGetter<number> } = {}) {
  const query = computed(() => ({ ...given(toValue(filters)), limit }));
  return useQuery({
    queryKey: computed(() => keys.ledger({ ...query.value, limit: String(limit) })),
    queryFn: ({ signal }) => inTime(signal, (stop) => ask(api.GET('/api/v1/complaints', { params: { query: query.value }, signal: stop }))),
    enabled: () => toValue(enabled), refetchInterval: () => toValue(every), placeholderData: keepPreviousData,
  });
}
