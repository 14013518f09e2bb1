// The rows that are chosen, by number: they stay chosen when they scroll out of memory. At most a thousand.
import type { Complaint } from '@/shared/api/client';

/** What acting on a row needs. */
export type Row = Pick<Complaint, 'number' | 'version' | 'stage' | 'subject' | 'possible_acts'>;
export const mostSelected = 1000;
export type Selection = ReadonlyMap<string, Row>;

export const rowOf = (complaint: Row): Row => ({
  number: complaint.number, version: complaint.version, stage: complaint.stage, subject: complaint.subject, possible_acts: complaint.possible_acts,
});

export function toggled(selection: Selection, row: Row): Selection {
  const next = new Map(selection);
  if (!next.delete(row.number) && next.size < mostSelected) next.set(row.number, rowOf(row));
  return next;
}

/** With these as well, as far as they fit. */
export function added(selection: Selection, rows: readonly Row[]): Selection {
  const next = new Map(selection);
  for (const row of rows) if (next.has(row.number) || next.size < mostSelected) next.set(row.number, rowOf(row));
  return next;
}
export function removed(selection: Selection, numbers: Iterable<string>): Selection {
  const next = new Map(selection);
  for (const number of numbers) next.delete(number);
  return next;
}

/** What others did to a chosen row: it is known as it is now. */
export function refreshed(selection: Selection, row: Row): Selection {
  if (!selection.has(row.number)) return selection;
  return new Map(selection).set(row.number, rowOf(row));
}

/** From the row of the last choice to this one, whichever comes first. */
export const rangeOf = (anchor: number | null, index: number): { first: number; last: number } =>
  anchor === null ? { first: index, last: index } : { first: Math.min(anchor, index), last: Math.max(anchor, index) };
