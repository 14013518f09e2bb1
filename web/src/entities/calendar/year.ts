// A year at a glance: twelve months of weeks, each day told apart by what it is (R9.2).
import type { Schemas } from '@/shared/api/client';

export type Calendar = Schemas['Calendar'];
/** `makeup`: a Saturday or Sunday that is worked (调休). */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'makeup';
export interface Day {
  date: string;
  number: number;
  kind: DayKind;
  name: string | null;
}
export interface Month {
  month: number; // 1 to 12
  /** Monday first; null before the first and after the last day. */
  weeks: (Day | null)[][];
  workingDays: number;
}

const dayMs = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What is announced for a day, by date: a year's notice can rule days of the year before and after. */
export function announcedDays(calendars: readonly Calendar[]): Map<string, { off: boolean; name: string | null }> {
  return new Map(calendars.flatMap((calendar) => calendar.days.map((day) => [day.date, { off: day.off, name: day.name }] as const)));
}

function dayOf(at: number, announced: ReadonlyMap<string, { off: boolean; name: string | null }>): Day {
  const date = iso(at);
  const found = announced.get(date);
  const weekday = new Date(at).getUTCDay();
  const weekend = weekday === 0 || weekday === 6;
  const kind: DayKind = found ? (found.off ? 'holiday' : weekend ? 'makeup' : 'work') : weekend ? 'weekend' : 'work';
  return { date, number: Number(date.slice(8)), kind, name: found?.name ?? null };
}
export const isWorking = (day: Day): boolean => day.kind === 'work' || day.kind === 'makeup';

export function monthsOf(year: number, announced: ReadonlyMap<string, { off: boolean; name: string | null }>): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = Date.UTC(year, index, 1);
    const length = Math.round((Date.UTC(year, index + 1, 1) - first) / dayMs);
    const days = Array.from({ length }, (_unused, day) => dayOf(first + day * dayMs, announced));
    const cells: (Day | null)[] = [...Array<null>((new Date(first).getUTCDay() + 6) % 7).fill(null), ...days];
    while (cells.length % 7 !== 0) cells.push(null);
    const weeks = Array.from({ length: cells.length / 7 }, (_unused, week) => cells.slice(week * 7, week * 7 + 7));
    return { month: index + 1, weeks, workingDays: days.filter(isWorking).length };
  });
}

export interface Holiday {
  name: string;
  off: string[];
  work: string[];
}
/** The holidays of a year in their order, with the days worked for them. */
export function holidaysOf(calendar: Calendar): Holiday[] {
  const found: Holiday[] = [];
  for (const day of [...calendar.days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const name = day.name ?? '';
    let holiday = found.find((one) => one.name === name);
    if (!holiday) found.push((holiday = { name, off: [], work: [] }));
    holiday[day.off ? 'off' : 'work'].push(day.date);
  }
  return found.sort((a, b) => ((a.off[0] ?? a.work[0] ?? '') < (b.off[0] ?? b.work[0] ?? '') ? -1 : 1));
}
/** Days that follow each other as ranges: `[from, to]`. */
export function ranges(dates: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (const date of [...dates].sort()) {
    const last = found.at(-1);
    if (last && Date.parse(date) - Date.parse(last[1]) === dayMs) last[1] = date;
    else found.push([date, date]);
  }
  return found;
}

/** By the file's name, else by what it begins with. */
export function formatOf(name: string, content: string): 'json' | 'ics' | null {
  if (/\.json$/i.test(name) || /^\s*[[{]/.test(content)) return 'json';
  return /\.(ics|ical|ifb)$/i.test(name) || /^\s*BEGIN:VCALENDAR/i.test(content) ? 'ics' : null;
}
