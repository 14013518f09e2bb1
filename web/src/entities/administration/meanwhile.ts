// What somebody opened to change may be changed by another meanwhile: that is told, with what it says now, and nothing is overwritten unseen.
import { computed, ref } from 'vue';
import { Problem } from '@/shared/api/client';

export interface Changed {
  name: string;
  was: string;
  now: string;
}
/** The fields in which two states of one thing differ, named as people read them. */
export function differences(was: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): Changed[] {
  return Object.keys(now).filter((name) => (was[name] ?? '') !== now[name]).map((name) => ({ name, was: was[name] ?? '', now: now[name]! }));
}

export const ifMatch = (version: string | undefined): { 'If-Match'?: string } => (version ? { 'If-Match': `"${version}"` } : {});

/**
 * `current` gives what stands now, after `refresh` has asked for it; `named` its fields in words.
 * `headers` belong to the request that saves; `met` is given the problem when it is refused.
 */
export function useMeanwhile<T extends { version: string }>(opened: T | null, refresh: () => Promise<unknown>, current: () => T | undefined, named: (item: T) => Record<string, string>) {
  const seen = ref(opened?.version);
  const changes = ref<Changed[]>([]);
  async function met(problem: unknown): Promise<void> {
    if (!(problem instanceof Problem) || problem.status !== 412 || opened === null) return;
    await refresh();
    const now = current();
    if (!now) return;
    changes.value = differences(named(opened), named(now));
    seen.value = now.version;
  }
  return { headers: computed(() => ifMatch(seen.value)), changes, met };
}
