// Which days the figures are of, and the days, weeks or months that they fall into. Local dates as text throughout: `2026-11-26`.
export const periodNames = ['today', 'week', 'month', 'quarter', 'year', 'free'] as const;
export type PeriodName = (typeof periodNames)[number];
export interface Period {
  name: PeriodName;
  from: string;
  to: string;
}
export const grains = ['day', 'week', 'month'] as const;
export type Grain = (typeof grains)[number];

const dayMs = 86_400_000;
const millis = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateAt = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const plusDays = (date: string, days: number): string => dateAt(millis(date) + days * dayMs);
export const daysIn = (period: Pick<Period, 'from' | 'to'>): number => Math.round((millis(period.to) - millis(period.from)) / dayMs) + 1;

export function isDate(text: string | null | undefined): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = millis(text);
  return !Number.isNaN(at) && dateAt(at) === text;
}

/** Monday of its week. */
const monday = (date: string): string => plusDays(date, -((new Date(millis(date)).getUTCDay() + 6) % 7));

/** The ISO week, `2026-W48`: the year is that of its Thursday. */
export function weekOf(date: string): string {
  const thursday = plusDays(monday(date), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor((millis(thursday) - millis(`${year}-01-01`)) / (7 * dayMs)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

function firstDay(name: Exclude<PeriodName, 'free'>, today: string): string {
  switch (name) {
    case 'today': return today;
    case 'week': return plusDays(today, -6);
    case 'month': return `${today.slice(0, 7)}-01`;
    case 'quarter': return `${today.slice(0, 4)}-${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
    case 'year': return `${today.slice(0, 4)}-01-01`;
  }
}

export const longest = 3 * 366; // days that can be drawn and read

/** From what the address says; what it cannot mean becomes this month. `week` are the last seven days, the others run from their first day up to today. */
export function periodOf(name: string | null | undefined, today: string, from?: string | null, to?: string | null): Period {
  if (name === 'free') {
    const last = isDate(to) ? to : today;
    const first = isDate(from) ? from : plusDays(last, -29);
    const [a, b] = first <= last ? [first, last] : [last, first];
    return { name: 'free', from: daysIn({ from: a, to: b }) > longest ? plusDays(b, 1 - longest) : a, to: b };
  }
  const known = (periodNames as readonly string[]).includes(name ?? '') ? (name as Exclude<PeriodName, 'free'>) : 'month';
  return { name: known, from: firstDay(known, today), to: today };
}

/** Days up to a month and a half, weeks up to half a year, then months. */
export const grainFor = (period: Pick<Period, 'from' | 'to'>): Grain => (daysIn(period) <= 45 ? 'day' : daysIn(period) <= 190 ? 'week' : 'month');
/** What was asked for, as long as it can be read: not hundreds of days beside each other. */
export function grainOf(asked: string | null | undefined, period: Pick<Period, 'from' | 'to'>): Grain {
  return (grains as readonly string[]).includes(asked ?? '') ? (asked as Grain) : grainFor(period);
}

const bucketOf = (grain: Grain, date: string): string => (grain === 'day' ? date : grain === 'week' ? weekOf(date) : date.slice(0, 7));

/** All days, weeks or months of the period in their order, those without a complaint too: as the figures and the ledger's filters name them. */
export function buckets(grain: Grain, period: Pick<Period, 'from' | 'to'>): { code: string; from: string; to: string }[] {
  const found: { code: string; from: string; to: string }[] = [];
  for (let date = period.from; date <= period.to; date = plusDays(date, 1)) {
    const code = bucketOf(grain, date);
    const last = found.at(-1);
    if (last?.code === code) last.to = date;
    else found.push({ code, from: date, to: date });
  }
  return found;
}
