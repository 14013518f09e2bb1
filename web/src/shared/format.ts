// Times, numbers and limits as people read them, in the operator's zone (R9.5) and the user's language.
import { language, say, type Language } from './i18n';

const zone = 'Asia/Shanghai';
const offset = '+08:00'; // the zone has had no other since 1991

const formats = new Map<string, Intl.DateTimeFormat>();
function format(of: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = of + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(of === 'en' ? 'en-GB' : of, { timeZone: zone, hourCycle: 'h23', ...options })));
  return made;
}

type Moment = string | number | Date | null | undefined;
const instant = (at: Moment): Date | null => {
  if (at === null || at === undefined || at === '') return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date;
};

/** Local date, `2026-11-26`. */
export function localDate(at: Moment): string {
  const date = instant(at);
  return date ? new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) : '';
}
/** Local time of day, `14:05`. */
export function timeOfDay(at: Moment): string {
  const date = instant(at);
  return date ? new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(11, 16) : '';
}
/** Local today plus so many days. */
export const today = (plus = 0, now: number = Date.now()): string => localDate(now + plus * 86_400_000);

/** `2026-11-26 14:05`: the same in all languages, sorts by eye. */
export const time = (at: Moment): string => (instant(at) ? `${localDate(at)} ${timeOfDay(at)}` : '');
/** `11月26日` or `26 Nov`; with the year when it is not this one. */
export function day(at: Moment, now: number = Date.now()): string {
  const date = instant(at);
  if (!date) return '';
  const year: Intl.DateTimeFormatOptions = localDate(date).slice(0, 4) === localDate(now).slice(0, 4) ? {} : { year: 'numeric' };
  return format(language(), { month: language() === 'en' ? 'short' : 'long', day: 'numeric', ...year }).format(date);
}
/** Day and time of day, short: `11月26日 14:05`, today `14:05`. */
export function shortTime(at: Moment, now: number = Date.now()): string {
  if (!instant(at)) return '';
  return localDate(at) === localDate(now) ? timeOfDay(at) : `${day(at, now)} ${timeOfDay(at)}`;
}
/** The end of a limit: midnight reads as 24:00 of the day before (R9.1). */
export function due(at: Moment, now: number = Date.now()): string {
  const date = instant(at);
  if (!date) return '';
  if (timeOfDay(date) !== '00:00') return `${day(date, now)} ${timeOfDay(date)}`;
  return `${day(date.getTime() - 60_000, now)} 24:00`;
}
/** `周四` or `Thu`. */
export function weekday(at: Moment): string {
  const date = instant(at);
  return date ? format(language(), { weekday: 'short' }).format(date) : '';
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60]];
/** `3 分钟前`, `2 小时后`; the date when it is more than a week away. */
export function relative(at: Moment, now: number = Date.now()): string {
  const date = instant(at);
  if (!date) return '';
  const seconds = (date.getTime() - now) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return day(date, now);
  for (const [unit, size] of steps) {
    const count = Math.trunc(seconds / size);
    if (count !== 0) return new Intl.RelativeTimeFormat(language(), { numeric: 'always' }).format(count, unit);
  }
  return say('common.justNow');
}

/** `剩 2 个工作日`, `今天到期`, `超时 1 个工作日`. */
export function workingDaysLeft(days: number): string {
  if (days < 0) return say('common.overBy', -days);
  return days === 0 ? say('common.dueToday') : say('common.leftDays', days);
}
/** `3wd`, `10min` and `240min` as people say it: 3 个工作日, 10 分钟, 4 小时. */
export function limitText(limit: string | null | undefined): string {
  const found = /^(\d+)(wd|min)$/.exec(limit ?? '');
  if (!found) return limit ?? '';
  const count = Number(found[1]);
  if (found[2] === 'wd') return say('limit.workingDays', count);
  return count >= 120 && count % 60 === 0 ? say('limit.hours', count / 60) : say('limit.minutes', count);
}

/** How long to wait: `45 秒`, `30 分钟`. */
export const duration = (seconds: number): string => (seconds < 120 ? say('limit.seconds', Math.ceil(seconds)) : say('limit.minutes', Math.ceil(seconds / 60)));

/** `12,345`; a count that is capped reads `1,000+`. */
export const number = (value: number, exact = true): string => new Intl.NumberFormat(language()).format(value) + (exact ? '' : '+');
/** `0.953` as `95.3%`. */
export const share = (value: number, digits = 1): string =>
  new Intl.NumberFormat(language(), { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [value, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${new Intl.NumberFormat(language(), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}

/** For `<input type="datetime-local">`: local time without zone, and back to a time of the API. */
export const toLocalInput = (at: Moment): string => (instant(at) ? `${localDate(at)}T${timeOfDay(at)}` : '');
export function fromLocalInput(value: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?$/.exec(value);
  return found ? `${found[1]}T${found[2]}${found[3] ?? ':00'}${offset}` : null;
}
/** The end of a local day as the API writes it: midnight after it. */
export const endOfDay = (date: string): string => `${localDate(Date.parse(`${date}T00:00:00${offset}`) + 86_400_000)}T00:00:00${offset}`;
/** Now in the API's form, to the second. */
export const nowText = (now: number = Date.now()): string => `${new Date(now + 8 * 3_600_000).toISOString().slice(0, 19)}${offset}`;
