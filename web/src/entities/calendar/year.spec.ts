import { describe, expect, it } from 'vitest';
import { announcedDays, formatOf, holidaysOf, monthsOf, ranges, type Calendar } from './year';

const calendar: Calendar = {
  code: '2026', name: '2026年', announced: true, sources: [], children: [],
  days: [{ date: '2026-01-01', off: true, name: '元旦' }, { date: '2026-01-02', off: true, name: '元旦' }, { date: '2026-01-04', off: false, name: '元旦' }, { date: '2026-02-14', off: false, name: '春节' }, { date: '2026-02-16', off: true, name: '春节' }],
};

describe('year', () => {
  const months = monthsOf(2026, announcedDays([calendar]));
  it('has every day once, under its weekday', () => {
    for (const year of [2024, 2026, 2027]) {
      const all = monthsOf(year, new Map()).flatMap((month) => month.weeks.flatMap((week) => week.map((day, index) => ({ day, index }))));
      const days = all.filter((cell) => cell.day !== null);
      expect(days).toHaveLength(year === 2024 ? 366 : 365);
      for (const { day, index } of days) expect((new Date(`${day?.date}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(index);
    }
    expect(months).toHaveLength(12);
  });
  it('tells holidays, make-up days, weekends and working days apart', () => {
    const kinds = new Map(months.flatMap((month) => month.weeks.flat()).flatMap((day) => (day ? [[day.date, day.kind] as const] : [])));
    expect(['2026-01-01', '2026-01-03', '2026-01-04', '2026-01-05', '2026-02-14'].map((date) => kinds.get(date))).toEqual(['holiday', 'weekend', 'makeup', 'work', 'makeup']);
  });
  it('counts working days', () => {
    expect(months[0]?.workingDays).toBe(22 - 2 + 1); // 22 weekdays, two off, one Sunday worked
    expect(months[2]?.workingDays).toBe(22);
  });
  it('takes what the next year’s notice says of this one', () => {
    const next: Calendar = { ...calendar, code: '2027', days: [{ date: '2026-12-31', off: true, name: '元旦' }] };
    expect(monthsOf(2026, announcedDays([calendar, next]))[11]?.weeks.at(-1)?.find((day) => day?.date === '2026-12-31')?.kind).toBe('holiday');
  });
});

describe('holidays', () => {
  it('stand in their order with the days worked for them', () => {
    expect(holidaysOf(calendar)).toEqual([{ name: '元旦', off: ['2026-01-01', '2026-01-02'], work: ['2026-01-04'] }, { name: '春节', off: ['2026-02-16'], work: ['2026-02-14'] }]);
  });
  it('are told in ranges', () => expect(ranges(['2026-02-17', '2026-01-01', '2026-02-16', '2026-02-28', '2026-03-01'])).toEqual([['2026-01-01', '2026-01-01'], ['2026-02-16', '2026-02-17'], ['2026-02-28', '2026-03-01']]));
});

describe('file', () => {
  it('is known by its name or its beginning', () => {
    expect([formatOf('2027.json', ''), formatOf('a.ICS', ''), formatOf('file', '\n{"year":2027}'), formatOf('file', 'BEGIN:VCALENDAR'), formatOf('a.docx', 'PK')]).toEqual(['json', 'ics', 'json', 'ics', null]);
  });
});
