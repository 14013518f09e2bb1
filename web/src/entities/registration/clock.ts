// The clock of registering (R3.4: 10 minutes, R3.5: on site at once), by the rule book in force, counted from the moment it came.
import type { Schemas } from '@/shared/api/client';
import { localDate } from '@/shared/format';
import type { Channel, Severity } from './form';

type Policy = Pick<Schemas['Policy'], 'code' | 'valid_from' | 'clocks'>;
export interface Limit {
  minutes: number;
  rule: string | null;
  version: string;
}

/** What the rule book says of registering: the channel's own limit before that of the severity. */
export function registerLimit(policies: readonly Policy[], channel: Channel, severity: Severity, at: number): Limit | null {
  const date = localDate(at);
  const policy = [...policies].filter((one) => one.valid_from <= date).sort((a, b) => a.valid_from.localeCompare(b.valid_from) || Number(a.code) - Number(b.code)).at(-1);
  const clocks = (policy?.clocks ?? []).filter((clock) => clock.stage === 'register');
  const found = clocks.find((clock) => clock.channel === channel && (clock.severity === null || clock.severity === severity)) ?? clocks.find((clock) => clock.channel === null && (clock.severity === null || clock.severity === severity));
  const minutes = /^(\d+)min$/.exec(found?.limit ?? '')?.[1];
  return policy && found && minutes ? { minutes: Number(minutes), rule: found.rule, version: policy.code } : null;
}

/** The shorter limits of a graver complaint, for the hint beside it. */
export function severityLimits(policies: readonly Policy[], severity: Severity, at: number): { stage: 'dispatch' | 'opinion' | 'reply'; limit: string }[] {
  const date = localDate(at);
  const policy = [...policies].filter((one) => one.valid_from <= date).sort((a, b) => a.valid_from.localeCompare(b.valid_from)).at(-1);
  return (['dispatch', 'opinion', 'reply'] as const).flatMap((stage) => {
    const found = policy?.clocks.find((clock) => clock.stage === stage && clock.severity === severity && clock.channel === null);
    return found ? [{ stage, limit: found.limit }] : [];
  });
}

export type Tone = 'ok' | 'soon' | 'over';
export interface Countdown {
  tone: Tone;
  /** Seconds left; below nothing when it has run out. */
  left: number;
  gone: number;
}
const soonShare = 0.8;
export function countdown(received: number, minutes: number, now: number): Countdown {
  const gone = Math.max(0, Math.floor((now - received) / 1000));
  const left = minutes * 60 - gone;
  return { tone: left < 0 ? 'over' : gone >= minutes * 60 * soonShare ? 'soon' : 'ok', left, gone };
}

/** `7:05`, above an hour `2:07:05`. */
export function clockFace(seconds: number): string {
  const all = Math.abs(Math.trunc(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

/** What is read out: at half of the limit, at four fifths, at its end (with 10 minutes: after 5, 8 and 10). */
export type Mark = 'half' | 'soon' | 'over';
export function markOf(gone: number, minutes: number): Mark | null {
  const share = gone / (minutes * 60);
  return share >= 1 ? 'over' : share >= soonShare ? 'soon' : share >= 0.5 ? 'half' : null;
}
