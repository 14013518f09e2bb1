// Times are shown as the operator's clock has them: the offset stands in the text, the telephone's own zone does not matter.

/** The wall clock of an RFC 3339 time, as a date in UTC. */
function wall(time: string): Date {
  return new Date(`${time.slice(0, 19)}Z`);
}

const format = (date: Date, language: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(date);

/** 11月26日 21:49; the year only when it is another one. */
export function moment(time: string, language: string, now = new Date()): string {
  const date = wall(time);
  const year = date.getUTCFullYear() === now.getFullYear() ? undefined : 'numeric';
  return format(date, language, { year, month: language === 'en' ? 'short' : 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The day by whose end something is due: midnight belongs to the day before. */
export function dueDay(time: string, language: string): string {
  const date = wall(time);
  if (date.getUTCHours() === 0 && date.getUTCMinutes() === 0) date.setUTCDate(date.getUTCDate() - 1);
  return format(date, language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
}

/** What `datetime-local` gives (the telephone's own time) as RFC 3339, or nothing. */
export function instantOf(local: string): string | null {
  const date = new Date(local);
  return local && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

/** Now, as `datetime-local` wants its `max`. */
export function localNow(now = new Date()): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
