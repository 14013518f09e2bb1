// The clocks in the order in which they matter, and how long something took.
import type { Clock } from '@/shared/api/client';
import { say } from '@/shared/i18n';

const running = (clock: Clock): boolean => clock.outcome === 'running' || clock.outcome === 'paused';

/** Those that run, the one that runs out first on top (R4.6a); then what has ended in this round, the latest first; earlier rounds apart. */
export function sortClocks(clocks: readonly Clock[], round: number): { open: Clock[]; ended: Clock[]; earlier: { round: number; clocks: Clock[] }[] } {
  const open = clocks.filter(running).sort((a, b) => Date.parse(a.due_at) - Date.parse(b.due_at));
  const ended = clocks.filter((clock) => !running(clock) && clock.round === round).reverse();
  const rounds = [...new Set(clocks.filter((clock) => !running(clock) && clock.round !== round).map((clock) => clock.round))].sort((a, b) => b - a);
  return { open, ended, earlier: rounds.map((one) => ({ round: one, clocks: clocks.filter((clock) => !running(clock) && clock.round === one).reverse() })) };
}

/** `3 天 4 小时`, `25 分钟`: the two largest parts. */
export function span(from: string, until: string | number): string {
  const minutes = Math.max(0, Math.round(((typeof until === 'number' ? until : Date.parse(until)) - Date.parse(from)) / 60_000));
  if (minutes < 60) return say('clockText.minutes', minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? say('clockText.hours', hours) : `${say('clockText.hours', hours)} ${say('clockText.minutes', minutes % 60)}`;
  const rest = hours % 24;
  return rest === 0 ? say('clockText.days', Math.floor(hours / 24)) : `${say('clockText.days', Math.floor(hours / 24))} ${say('clockText.hours', rest)}`;
}

/** How much of the limit has gone, 0 to 1, for the bar. */
export function gone(clock: Pick<Clock, 'started_at' | 'due_at' | 'ended_at'>, now: number): number {
  const start = Date.parse(clock.started_at);
  const end = Date.parse(clock.due_at);
  const at = clock.ended_at ? Date.parse(clock.ended_at) : now;
  return end <= start ? 1 : Math.min(1, Math.max(0, (at - start) / (end - start)));
}

const clauses = ['R3_4', 'R3_5', 'R4_1', 'R4_3', 'R4_4', 'R4_5', 'R4_6', 'R4_6a'] as const;
/** What the clause says, in the user's language; nothing for a clause that these pages do not know. */
export function clauseText(rule: string | null): string {
  const key = (rule ?? '').replace('.', '_');
  return (clauses as readonly string[]).includes(key) ? say(`clause.${key}`) : '';
}
