import { describe, expect, it } from 'vitest';
import { buckets, daysIn, grainFor, grainOf, isDate, longest, periodOf, plusDays, weekOf } from './periods';

const today = '2026-11-26';

describe('period', () => {
  it('runs from the first day up to today', () => {
    expect(periodOf('today', today)).toEqual({ name: 'today', from: today, to: today });
    expect(periodOf('week', today)).toEqual({ name: 'week', from: '2026-11-20', to: today });
    expect(periodOf('month', today)).toEqual({ name: 'month', from: '2026-11-01', to: today });
    expect(periodOf('quarter', today)).toEqual({ name: 'quarter', from: '2026-10-01', to: today });
    expect(periodOf('quarter', '2026-03-31').from).toBe('2026-01-01');
    expect(periodOf('year', today)).toEqual({ name: 'year', from: '2026-01-01', to: today });
  });
  it('is this month when the address makes no sense', () => {
    for (const name of [undefined, null, '', 'century', '<b>']) expect(periodOf(name, today).name).toBe('month');
  });
  it('takes free days in either order, and fills in what is missing', () => {
    expect(periodOf('free', today, '2026-02-01', '2026-03-31')).toEqual({ name: 'free', from: '2026-02-01', to: '2026-03-31' });
    expect(periodOf('free', today, '2026-03-31', '2026-02-01')).toEqual({ name: 'free', from: '2026-02-01', to: '2026-03-31' });
    expect(periodOf('free', today, 'x', '2026-02-30')).toEqual({ name: 'free', from: '2026-10-28', to: today });
    expect(daysIn(periodOf('free', today, '1900-01-01', today))).toBe(longest);
  });
  it('knows dates that exist', () => {
    expect([isDate('2024-02-29'), isDate('2026-02-29'), isDate('2026-1-1'), isDate(null)]).toEqual([true, false, false, false]);
  });
});

describe('grain', () => {
  it('follows the length of the period', () => {
    expect(grainFor({ from: today, to: today })).toBe('day');
    expect(grainFor({ from: '2026-10-01', to: today })).toBe('week');
    expect(grainFor({ from: '2026-01-01', to: today })).toBe('month');
  });
  it('is what was asked for', () => {
    expect(grainOf('week', { from: today, to: today })).toBe('week');
    expect(grainOf('hour', { from: today, to: today })).toBe('day');
  });
});

describe('weeks', () => {
  it('belong to the year of their Thursday', () => {
    expect(weekOf('2026-11-26')).toBe('2026-W48');
    expect(weekOf('2026-01-01')).toBe('2026-W01');
    expect(weekOf('2027-01-01')).toBe('2026-W53');
    expect(weekOf('2024-12-30')).toBe('2025-W01');
    expect(weekOf('2021-01-03')).toBe('2020-W53');
  });
});

describe('buckets', () => {
  it('leave no day out and count none twice', () => {
    const period = { from: '2025-12-20', to: '2026-02-10' };
    for (const grain of ['day', 'week', 'month'] as const) {
      const all = buckets(grain, period);
      expect(all[0]?.from).toBe(period.from);
      expect(all.at(-1)?.to).toBe(period.to);
      for (const [index, bucket] of all.entries()) if (index > 0) expect(bucket.from).toBe(plusDays(all[index - 1]?.to ?? '', 1));
      expect(new Set(all.map((bucket) => bucket.code)).size).toBe(all.length);
    }
    expect(buckets('month', period).map((bucket) => bucket.code)).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(buckets('week', period)[0]).toEqual({ code: '2025-W51', from: '2025-12-20', to: '2025-12-21' });
  });
});
