// The history as people read it: by kind, by day, what changed since a version, and the way through the stages.
import type { Clock, Complaint, Event, Stage } from '@/shared/api/client';
import { localDate } from '@/shared/format';

export const eventKinds = ['acts', 'contacts', 'notes', 'files', 'clocks'] as const;
export type EventKind = (typeof eventKinds)[number];

export function kindOf(event: Pick<Event, 'act'>): EventKind {
  switch (event.act) {
    case 'contact':
    case 'give_feedback':
    case 'record_follow_up':
    case 'supplement':
    case 'rate':
    case 'again':
    case 'publish_progress':
      return 'contacts';
    case 'note':
    case 'reveal':
    case 'hold':
    case 'release_hold':
      return 'notes';
    case 'attach':
      return 'files';
    case 'suspend':
    case 'resume':
    case 'request_extension':
    case 'grant_extension':
    case 'refuse_extension':
    case 'recalendar':
      return 'clocks';
    default:
      return 'acts';
  }
}

export interface Day {
  date: string;
  events: Event[];
}
/** The newest day first, in it the newest event first. */
export function byDay(events: readonly Event[], kinds: readonly EventKind[] = eventKinds): Day[] {
  const days: Day[] = [];
  for (const event of [...events].reverse()) {
    if (!kinds.includes(kindOf(event))) continue;
    const date = localDate(event.at);
    const last = days.at(-1);
    if (last?.date === date) last.events.push(event);
    else days.push({ date, events: [event] });
  }
  return days;
}

export const countByKind = (events: readonly Event[]): Record<EventKind, number> => {
  const counts: Record<EventKind, number> = { acts: 0, contacts: 0, notes: 0, files: 0, clocks: 0 };
  for (const event of events) counts[kindOf(event)] += 1;
  return counts;
};

/** Without the acts that were taken back, and their undoing: what holds. */
export function holding(events: readonly Event[]): Event[] {
  const undone = new Set(events.flatMap((event) => (event.act === 'undo' && typeof event.data.of === 'number' ? [event.data.of, event.seq] : [])));
  return undone.size === 0 ? [...events] : events.filter((event) => !undone.has(event.seq));
}

/** What others did after `version`; what I did myself, here, changes nothing under my hands. */
export const changesSince = (events: readonly Event[], version: number, isOwn: (event: Event) => boolean): Event[] =>
  events.filter((event) => event.seq > version && !isOwn(event));

export const mainWay: readonly Stage[] = ['dispatch', 'opinion', 'review', 'remedy', 'result', 'feedback', 'follow_up', 'closed'];

export interface Visit {
  stage: Stage;
  round: number;
  from: string;
  until: string | null;
  /** The act that brought it here: a return or a rejection is one step back. */
  by: Event['act'];
  back: boolean;
  /** Who had it: the lead unit in a unit's stage, else the centre. */
  unit: string | null;
  seq: number;
}

const unitsStages: readonly Stage[] = ['opinion', 'remedy', 'result'];
export const isUnitsStage = (stage: Stage): boolean => unitsStages.includes(stage);

/** Each stay in a stage, in order. `complete` with the result passes through `result` in no time and is left out. */
export function visits(events: readonly Event[]): Visit[] {
  const way: Visit[] = [];
  let round = 1;
  let lead: string | null = null;
  for (const event of holding(events)) {
    const before = way.at(-1);
    if (typeof event.data.round === 'number') round = event.data.round;
    lead = event.data.units?.find((unit) => unit.lead)?.unit ?? lead;
    const stage = event.act === 'register' ? (event.data.stage ?? 'dispatch') : event.data.stage;
    if (!stage || (before && before.stage === stage && before.round === round)) continue;
    if (before) before.until = event.at;
    const back = before !== undefined && before.round === round && mainWay.indexOf(stage) < mainWay.indexOf(before.stage);
    way.push({ stage, round, from: event.at, until: null, by: event.act, back, unit: isUnitsStage(stage) ? lead : null, seq: event.seq });
  }
  return way;
}

export type StepState = 'done' | 'current' | 'ahead' | 'skipped';
export interface Step {
  stage: Stage;
  state: StepState;
  visits: Visit[];
  /** How often it was sent back to here in this round. */
  returns: number;
}

/** The drawn way of one round: every stage once, with all its visits. */
export function steps(all: readonly Visit[], round: number, current: Stage | null): Step[] {
  const mine = all.filter((visit) => visit.round === round);
  const reached = Math.max(-1, ...mine.map((visit) => mainWay.indexOf(visit.stage)));
  return mainWay.map((stage, index) => {
    const here = mine.filter((visit) => visit.stage === stage);
    let state: StepState = 'ahead';
    if (stage === current) state = 'current';
    else if (current && index > mainWay.indexOf(current)) state = 'ahead';
    else if (here.length > 0) state = 'done';
    else if (index < reached || current === null) state = 'skipped';
    return { stage, state, visits: here, returns: here.filter((visit) => visit.back).length };
  });
}

/** The clock of a stage in a round: the latest, as a rejection starts it anew. */
export const clockAt = (complaint: Pick<Complaint, 'clocks'>, stage: Stage, round: number): Clock | null =>
  complaint.clocks.filter((clock) => clock.stage === stage && clock.round === round).at(-1) ?? null;

export interface OpinionText {
  findings: string;
  measures: string;
  responsibility: string;
  public_text: string;
  by: string | null;
  at: string | null;
}
/** The words of an opinion stand in its event. */
export function opinionText(events: readonly Event[], seq: number): OpinionText {
  const event = events.find((one) => one.seq === seq);
  const of = (name: string) => event?.texts[name] ?? '';
  return { findings: of('findings'), measures: of('measures'), responsibility: of('responsibility'), public_text: of('public_text'), by: event?.actor.name ?? event?.actor.user ?? null, at: event?.at ?? null };
}

/** The verdict on an opinion: the first approval or rejection after it. */
export const verdictEvent = (events: readonly Event[], seq: number): Event | null => events.find((event) => event.seq > seq && (event.act === 'approve' || event.act === 'reject')) ?? null;

/** The latest words for the passenger in this round, that a feedback can begin with. */
export function proposedFeedback(events: readonly Event[]): string {
  let text = '';
  for (const event of events) {
    if (typeof event.data.round === 'number') text = '';
    if (event.act !== 'assist_opinion' && event.texts.public_text) text = event.texts.public_text;
  }
  return text;
}
