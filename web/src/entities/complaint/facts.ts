// The facts of a complaint in words.
import type { Complaint, Event } from '@/shared/api/client';
import { visits } from '@/entities/history/timeline';

export const leadUnit = (complaint: Pick<Complaint, 'handling_units'>): string | null => complaint.handling_units.find((unit) => unit.lead)?.unit ?? null;

const unitsTurn = ['opinion', 'remedy', 'result'];
/** Who has it now and since when: the lead unit, the centre (null), or nobody once it is closed. */
export function holder(complaint: Complaint, events: readonly Event[]): { unit: string | null; since: string | null } | null {
  if (complaint.stage === 'closed') return null;
  const unit = unitsTurn.includes(complaint.stage) ? leadUnit(complaint) : null;
  let since: string | null = null;
  for (const visit of [...visits(events)].reverse()) {
    if (visit.unit !== unit) break;
    since = visit.from;
  }
  return { unit, since };
}

export interface RoundResult {
  round: number;
  entries: Event[];
}
const resultActs: readonly Event['act'][] = ['answer', 'complete', 'report_result', 'give_feedback', 'reject_result', 'record_follow_up', 'rate', 'again'];
/** What came of it, round by round: done, result, feedback, what the complainant said. */
export function resultsByRound(events: readonly Event[]): RoundResult[] {
  const rounds: RoundResult[] = [];
  let round = 1;
  for (const event of events) {
    // A follow-up that starts the next round belongs to the round it ends.
    if (resultActs.includes(event.act)) {
      const last = rounds.at(-1);
      if (last?.round === round) last.entries.push(event);
      else rounds.push({ round, entries: [event] });
    }
    if (typeof event.data.round === 'number') round = event.data.round;
  }
  return rounds;
}
