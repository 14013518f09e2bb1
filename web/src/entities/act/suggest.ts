// Whom a complaint most likely goes to: who has it before them already, who led the round before, whose line it is.
import { holding } from '@/entities/history/timeline';
import type { Complaint, Event } from '@/shared/api/client';

export type Why = 'relayed' | 'before' | 'line';
export interface Suggestion {
  unit: string;
  why: Why;
}

type Facts = Pick<Complaint, 'relayed_unit' | 'place' | 'round'>;

const leadOf = (event: Event): string | undefined => event.data.units?.find((unit) => unit.lead)?.unit;

/** Units that said "not ours" since the complaint came to this round. */
export function returnedBy(events: readonly Event[]): Set<string> {
  const units = new Set<string>();
  for (const event of events) {
    if (typeof event.data.round === 'number') units.clear();
    if (event.act === 'return' && event.actor.unit) units.add(event.actor.unit);
  }
  return units;
}

/** `takesWork` says which units can be dispatched to. */
export function suggestUnit(complaint: Facts, events: readonly Event[], takesWork: (unit: string) => boolean): Suggestion | null {
  const returned = returnedBy(events);
  const fits = (unit: string | null | undefined): unit is string => Boolean(unit) && takesWork(unit as string) && !returned.has(unit as string);
  const before = complaint.round > 1 ? holding(events).map(leadOf).filter(Boolean).at(-1) : undefined;
  if (fits(before)) return { unit: before, why: 'before' };
  if (fits(complaint.relayed_unit)) return { unit: complaint.relayed_unit, why: 'relayed' };
  const line = complaint.place?.line ? `line${complaint.place.line}` : null;
  if (fits(line)) return { unit: line, why: 'line' };
  return null;
}
