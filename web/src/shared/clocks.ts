// How much of a limit is left: which clock to show first, its colour, its words (R4.6a, R9.1).
import type { Clock, Complaint } from './api/client';
import { say, word } from './i18n';
import { workingDaysLeft } from './format';

export type ClockTone = 'ok' | 'soon' | 'over' | 'still';
export interface ClockView {
  tone: ClockTone;
  text: string; // 剩 2 个工作日
  name: string; // 意见时限
}

const soonShare = 0.8; // amber from here on, or on its last working day

export function clockTone(clock: Clock, now: number): ClockTone {
  if (clock.outcome === 'missed') return 'over';
  if (clock.outcome !== 'running') return 'still';
  const start = Date.parse(clock.started_at);
  const end = Date.parse(clock.due_at);
  if (end <= now) return 'over';
  const lastDay = typeof clock.working_days_left === 'number' && clock.working_days_left <= 0;
  return lastDay || now - start >= (end - start) * soonShare ? 'soon' : 'ok';
}

const inMinutes = (clock: Clock): boolean => (clock.limit ?? '').endsWith('min');

function runningText(clock: Clock, now: number): string {
  const minutes = Math.ceil((Date.parse(clock.due_at) - now) / 60_000);
  if (minutes <= 0) {
    if (inMinutes(clock) && minutes > -120) return say('common.overMinutes', Math.max(1, -minutes));
    const days = clock.working_days_left;
    return typeof days === 'number' && days < 0 ? workingDaysLeft(days) : say('common.over');
  }
  if (inMinutes(clock) || minutes < 60) return say('common.leftMinutes', minutes);
  if (typeof clock.working_days_left === 'number') return workingDaysLeft(Math.max(0, clock.working_days_left));
  return workingDaysLeft(Math.max(0, Math.floor(minutes / 1440)));
}

export function viewClock(clock: Clock, now: number): ClockView {
  const text = clock.outcome === 'running' ? runningText(clock, now) : word('clockOutcome', clock.outcome);
  return { tone: clockTone(clock, now), text, name: word('clock', clock.stage) };
}

/** The clock that runs out first: of the stage or the outer one. A paused one when none runs. */
export function urgentClock(complaint: Pick<Complaint, 'clocks'>): Clock | null {
  const first = (outcome: Clock['outcome']) =>
    complaint.clocks.filter((clock) => clock.outcome === outcome).sort((a, b) => Date.parse(a.due_at) - Date.parse(b.due_at))[0];
  return first('running') ?? first('paused') ?? null;
}

/** `规则手册第 1 版`, or that a date was agreed. */
export function ruleText(clock: Clock): string {
  const rule = clock.rule ? say('common.rule', { version: clock.policy_version }) : '';
  return [rule, clock.agreed ? say('common.agreedDate') : '', clock.provisional ? say('common.provisional') : ''].filter(Boolean).join(' · ');
}
