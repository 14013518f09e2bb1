// The facts of a complaint in words.
import type { Complaint, Event } from '@/shared/api/client';
import { holding, visits } from '@/entities/history/timeline';
import { say } from '@/shared/i18n';

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
  for (const event of holding(events)) {
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

/** Of which round what stands on the record is: the unit's result, and the complainant's view (R5.2). A new round begins without either. */
export function outcomeRounds(complaint: Pick<Complaint, 'round' | 'clocks'>): { result: number; view: number } {
  const last = (stage: string, ended: boolean) => Math.max(0, ...complaint.clocks.filter((clock) => clock.stage === stage && (!ended || (clock.ended_at !== null && clock.outcome !== 'cancelled'))).map((clock) => clock.round));
  return { result: last('feedback', false) || complaint.round, view: last('follow_up', true) || complaint.round };
}
/** `已解决（第 1 轮）`: with its round, where that is not the present one. */
export function ofRound(text: string | null | undefined, of: 'result' | 'view', complaint: Pick<Complaint, 'round' | 'clocks'>): string {
  if (!text || !(complaint.round > 1)) return text ?? '';
  const round = outcomeRounds(complaint)[of];
  return round < complaint.round ? say('facts.ofRound', { value: text, n: round }) : text;
}

export interface Outcome {
  round: number;
  result: string;
  resolution: string | null;
  satisfaction: string | null;
  solved: string | null;
}
const texts = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
/** What each round came to: the unit's last result that was not rejected, and the complainant's own view of it (R4.7a). */
export function outcomes(events: readonly Event[]): Outcome[] {
  return resultsByRound(events).map(({ round, entries }) => {
    const one: Outcome = { round, result: '', resolution: null, satisfaction: null, solved: null };
    for (const { act, data, texts: said } of entries) {
      if (act === 'reject_result') [one.result, one.resolution] = ['', null];
      if (texts(data.resolution)) [one.result, one.resolution] = [said.result ?? '', texts(data.resolution)];
      if (texts(data.satisfaction) && !data.late) [one.satisfaction, one.solved] = [texts(data.satisfaction), texts(data.solved)];
    }
    return one;
  });
}
