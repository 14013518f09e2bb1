// Days that move with the calendar, so that a saved view or a link stays true tomorrow: `today`, `this_month`, `last_7_days` …
export const relativeDays = ['today', 'tomorrow', 'yesterday', 'this_week', 'this_month', 'this_quarter', 'this_year', 'last_7_days', 'last_30_days'] as const;
export type RelativeDay = (typeof relativeDays)[number];

export const isRelativeDay = (value: string): value is RelativeDay => (relativeDays as readonly string[]).includes(value);

/** A date that exists: `2026-02-30` does not. */
export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The date that a day stands for, given the local today; of a period, its first day. */
export function dateOf(value: string, today: string): string {
  switch (value) {
    case 'today': return today;
    case 'tomorrow': return plusDays(today, 1);
    case 'yesterday': return plusDays(today, -1);
    case 'this_week': return plusDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
    case 'this_month': return `${today.slice(0, 7)}-01`;
    case 'this_quarter': return `${today.slice(0, 4)}-${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
    case 'this_year': return `${today.slice(0, 4)}-01-01`;
    case 'last_7_days': return plusDays(today, -6);
    case 'last_30_days': return plusDays(today, -29);
    default: return value;
  }
}

/** The periods to choose from, the latest first: 24 months, 12 quarters or 10 years; one that is chosen already is among them. */
export function recentPeriods(kind: string, today: string, chosen: readonly string[] = []): string[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const back = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index));
  const monthAt = (index: number) => new Date(Date.UTC(year, month - 1 - index, 1)).toISOString().slice(0, 7);
  const quarterAt = (index: number) => {
    const at = year * 4 + Math.floor((month - 1) / 3) - index;
    return `${Math.floor(at / 4)}Q${(at % 4) + 1}`;
  };
  const found = kind === 'month' ? back(24, monthAt) : kind === 'quarter' ? back(12, quarterAt) : back(10, (index) => String(year - index));
  return [...new Set([...chosen, ...found])];
}
