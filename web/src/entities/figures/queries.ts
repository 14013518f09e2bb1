// Figures from the server, asked anew each minute beside what comes in live.
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, ask } from '@/shared/api/client';
import { keys } from '@/shared/keys';
import type { Filters } from '@/shared/links';

const minute = 60_000;

const given = (filters: Filters): Record<string, string> => Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));

/** Counts by up to four dimensions: `useFigures(() => ({by: 'stage,overdue', kind: 'complaint'}))`. */
export function useFigures(what: MaybeRefOrGetter<Filters>, { enabled = true, every = minute }: { enabled?: MaybeRefOrGetter<boolean>; every?: MaybeRefOrGetter<number> } = {}) {
  const query = computed(() => given(toValue(what)));
  return useQuery({
    queryKey: computed(() => keys.figures(query.value)),
    queryFn: ({ signal }) => ask(api.GET('/api/v1/statistics', { params: { query: query.value }, signal })),
    enabled: () => toValue(enabled), refetchInterval: () => toValue(every), placeholderData: keepPreviousData,
  });
}

/** The first complaints of a list, and how many there are. */
export function useFirst(filters: MaybeRefOrGetter<Filters>, limit: number, { enabled = true, every = minute }: { enabled?: MaybeRefOrGetter<boolean>; every?: MaybeRefOrGetter<number> } = {}) {
  const query = computed(() => ({ ...given(toValue(filters)), limit }));
  return useQuery({
    queryKey: computed(() => keys.ledger({ ...query.value, limit: String(limit) })),
    queryFn: ({ signal }) => ask(api.GET('/api/v1/complaints', { params: { query: query.value }, signal })),
    enabled: () => toValue(enabled), refetchInterval: () => toValue(every), placeholderData: keepPreviousData,
  });
}
