import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from './i18n';
import './i18n/words';
import { day, due, endOfDay, fileSize, fromLocalInput, limitText, localDate, nowText, number, relative, share, shortTime, time, timeOfDay, toLocalInput, today, workingDaysLeft } from './format';

const now = Date.parse('2026-11-26T14:00:00+08:00');
afterEach(() => chooseLanguage('zh-CN'));

describe('times, in the operator’s zone', () => {
  it('are those of Asia/Shanghai wherever the browser is', () => {
    expect(time('2026-11-25T16:30:00Z')).toBe('2026-11-26 00:30');
    expect(localDate('2026-12-31T16:00:00Z')).toBe('2027-01-01');
    expect(timeOfDay('2026-11-26T00:05:00+08:00')).toBe('00:05');
    expect(today(1, now)).toBe('2026-11-27');
  });
  it('read midnight as 24:00 of the day before (R9.1)', () => {
    expect(due('2026-11-27T00:00:00+08:00', now)).toBe('11月26日 24:00');
    expect(due('2026-11-27T17:30:00+08:00', now)).toBe('11月27日 17:30');
    chooseLanguage('en');
    expect(due('2027-01-01T00:00:00+08:00', now)).toBe('31 Dec 24:00');
  });
  it('leave out what is plain', () => {
    expect(shortTime('2026-11-26T08:05:00+08:00', now)).toBe('08:05');
    expect(shortTime('2026-11-25T08:05:00+08:00', now)).toBe('11月25日 08:05');
    expect(day('2025-11-25T08:05:00+08:00', now)).toBe('2025年11月25日');
  });
  it('tell how long ago', () => {
    expect(relative('2026-11-26T13:59:40+08:00', now)).toBe('刚刚');
    expect(relative('2026-11-26T13:57:00+08:00', now)).toBe('3分钟前');
    expect(relative('2026-11-26T16:00:00+08:00', now)).toBe('2小时后');
    expect(relative('2026-10-01T16:00:00+08:00', now)).toBe('10月1日');
  });
  it('are nothing for nothing', () => expect([time(null), day(undefined), due(''), relative('no time'), shortTime(null)]).toEqual(['', '', '', '', '']));
  it('go to an input and back', () => {
    expect(toLocalInput('2026-11-26T01:02:03Z')).toBe('2026-11-26T09:02');
    expect(fromLocalInput('2026-11-26T09:02')).toBe('2026-11-26T09:02:00+08:00');
    expect(fromLocalInput('tomorrow')).toBeNull();
    expect(endOfDay('2026-12-31')).toBe('2027-01-01T00:00:00+08:00');
    expect(nowText(now)).toBe('2026-11-26T14:00:00+08:00');
  });
});

describe('limits', () => {
  it('count working days', () => {
    expect([2, 0, -1].map(workingDaysLeft)).toEqual(['剩 2 个工作日', '今天到期', '超时 1 个工作日']);
    chooseLanguage('en');
    expect([1, 2, -1, -3].map(workingDaysLeft)).toEqual(['1 working day left', '2 working days left', '1 working day overdue', '3 working days overdue']);
    chooseLanguage('zh-TW');
    expect(workingDaysLeft(3)).toBe('剩 3 個工作日');
  });
  it('are read from their codes', () => {
    expect([limitText('3wd'), limitText('10min'), limitText('60min'), limitText('240min'), limitText(null), limitText('odd')]).toEqual(['3 个工作日', '10 分钟', '60 分钟', '4 小时', '', 'odd']);
  });
});

describe('numbers', () => {
  it('group, cap and share', () => {
    expect([number(12345), number(1000, false), share(0.9534), fileSize(512), fileSize(1536), fileSize(5 * 1024 * 1024)]).toEqual(['12,345', '1,000+', '95.3%', '512 B', '1.5 KB', '5 MB']);
  });
});
