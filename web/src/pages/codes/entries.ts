// Types and causes as two levels to change: which codes there can be, what is shown.
import type { Schemas } from '@/shared/api/client';

export type Entry = Schemas['Entry'];
export type Tree = 'types' | 'causes';

const segment = /^[a-z0-9_]{1,32}$/;
/** `facilities` and `lift` make `facilities.lift`. */
export const codeOf = (parent: Entry | null, own: string): string => (parent ? `${parent.code}.${own}` : own);
export const isSegment = (own: string): boolean => segment.test(own);

export const shownEntries = (entries: readonly Entry[], retired: boolean): Entry[] =>
  entries.flatMap((entry) => {
    const children = shownEntries(entry.children, retired);
    return retired || !entry.retired || children.length > 0 ? [{ ...entry, children }] : [];
  });
