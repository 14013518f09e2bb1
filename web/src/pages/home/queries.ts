// What the home page asks: short lists from the ledger with their counts, and figures.
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, ask, type Complaint, type Schemas } from '@/shared/api/client';
import { keys } from '@/shared/keys';
import type { Filters } from '@/shared/links';

export type Figures = Schemas['Figures'];

/** The first few of a list by deadline, and how many there are; asked again every minute beside what comes in live. */
export function useShortList(filters: MaybeRefOrGetter<Filters>, limit: number, enabled: MaybeRefOrGetter<boolean> = true) {
  const query = computed(() => ({ sort: 'due' as const, ...toValue(filters), limit }));
  return useQuery({
    queryKey: computed(() => keys.ledger({ ...toValue(filters), sort: 'due', limit: String(limit) })),
    queryFn: ({ signal }) => ask(api.GET('/api/v1/complaints', { params: { query: query.value }, signal })),
    enabled: () => toValue(enabled), refetchInterval: 60_000, placeholderData: keepPreviousData,
  });
}

/** Complaints on which this unit assists and has not given its opinion in this round yet, most urgent first. */
export const wantsOurs = (one: Pick<Complaint, 'possible_acts' | 'opinions' | 'round'>, unit: string): boolean =>
  one.possible_acts.includes('assist_opinion') && !one.opinions.some((opinion) => opinion.unit === unit && opinion.round === one.round);

const pagesAtMost = 5;
export function useAssisting(unit: MaybeRefOrGetter<string | undefined>) {
  const query = { stage: 'opinion', sort: 'due' as const, limit: 200 };
  return useQuery({
    queryKey: computed(() => keys.ledger({ assisting: toValue(unit), stage: query.stage })),
    queryFn: async ({ signal }) => {
      const found: Complaint[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < pagesAtMost; ++page) {
        const { items, next_cursor } = await ask(api.GET('/api/v1/complaints', { params: { query: { ...query, cursor } }, signal }));
        found.push(...items.filter((one) => wantsOurs(one, toValue(unit) ?? '')));
        if (!next_cursor) break;
        cursor = next_cursor;
      }
      return found;
    },
    enabled: () => Boolean(toValue(unit)), refetchInterval: 60_000, placeholderData: keepPreviousData,
  });
}

export function useFigures(what: MaybeRefOrGetter<Filters>, enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: computed(() => keys.figures(toValue(what))),
    queryFn: ({ signal }) => ask(api.GET('/api/v1/statistics', { params: { query: toValue(what) }, signal })),
    enabled: () => toValue(enabled), refetchInterval: 60_000, placeholderData: keepPreviousData,
  });
}

/** Sums the rows of figures by one of their dimensions; rows without it under ''. */
export function sumBy(figures: Figures | undefined, dimension: string, of: (key: Record<string, string | null>) => boolean = () => true): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of figures?.rows ?? []) {
    if (!of(row.key)) continue;
    const code = row.key[dimension] ?? '';
    sums.set(code, (sums.get(code) ?? 0) + row.count);
  }
  return sums;
}
