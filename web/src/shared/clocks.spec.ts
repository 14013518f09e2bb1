import { describe, expect, it } from 'vitest';
import type { Clock } from './api/client';
import { clockTone, ruleText, urgentClock, viewClock } from './clocks';
import './i18n/words';

const at = (time: string) => Date.parse(`2026-11-${time}:00+08:00`);
const clock = (more: Partial<Clock>): Clock => ({
  stage: 'opinion', round: 1, started_at: '2026-11-23T09:00:00+08:00', due_at: '2026-11-27T00:00:00+08:00', ended_at: null, outcome: 'running', provisional: false, agreed: false, limit: '3wd', rule: 'R4.1', policy_version: 1,
  working_days_left: 2, ...more,
});

describe('a limit in working days', () => {
  it('is calm, then amber on its last day, then red', () => {
    expect(clockTone(clock({}), at('24T10:00'))).toBe('ok');
    expect(clockTone(clock({ working_days_left: 0 }), at('26T10:00'))).toBe('soon');
    expect(clockTone(clock({ working_days_left: -1 }), at('27T10:00'))).toBe('over');
  });
  it('is amber at four fifths even when the days are unknown', () => {
    expect(clockTone(clock({ working_days_left: null }), at('26T12:00'))).toBe('soon');
  });
  it('says what is left', () => {
    expect(viewClock(clock({}), at('24T10:00'))).toEqual({ tone: 'ok', text: '剩 2 个工作日', name: '意见时限' });
    expect(viewClock(clock({ working_days_left: 0 }), at('26T10:00')).text).toBe('今天到期');
    expect(viewClock(clock({ working_days_left: -1 }), at('27T10:00')).text).toBe('超时 1 个工作日');
    expect(viewClock(clock({ working_days_left: 0 }), at('28T10:00')).text).toBe('已超时');
    expect(viewClock(clock({ working_days_left: 0 }), at('26T23:30')).text).toBe('剩 30 分钟');
  });
});

describe('a limit in minutes', () => {
  const minutes = clock({ stage: 'register', limit: '10min', started_at: '2026-11-23T09:00:00+08:00', due_at: '2026-11-23T09:10:00+08:00', working_days_left: 0 });
  it('counts them', () => {
    expect(viewClock(minutes, at('23T09:03')).text).toBe('剩 7 分钟');
    expect(viewClock(minutes, at('23T09:13')).text).toBe('超时 3 分钟');
    expect(clockTone(minutes, at('23T09:13'))).toBe('over');
  });
});

describe('ended clocks', () => {
  it('say how they ended', () => {
    expect(viewClock(clock({ outcome: 'met' }), at('30T09:00'))).toMatchObject({ tone: 'still', text: '按时' });
    expect(viewClock(clock({ outcome: 'missed' }), at('30T09:00'))).toMatchObject({ tone: 'over', text: '超时' });
    expect(viewClock(clock({ outcome: 'paused' }), at('30T09:00'))).toMatchObject({ tone: 'still', text: '已暂停' });
  });
});

describe('which clock', () => {
  it('the one that runs out first (R4.6a), a paused one when none runs', () => {
    const outer = clock({ stage: 'reply', due_at: '2026-11-25T00:00:00+08:00' });
    expect(urgentClock({ clocks: [clock({}), outer, clock({ outcome: 'met', due_at: '2026-11-24T00:00:00+08:00' })] })).toBe(outer);
    const paused = clock({ outcome: 'paused' });
    expect(urgentClock({ clocks: [paused] })).toBe(paused);
    expect(urgentClock({ clocks: [clock({ outcome: 'met' })] })).toBeNull();
  });
  it('says which rule of which version set it (R1.6)', () => {
    expect(ruleText(clock({}))).toBe('规则手册第 1 版');
    expect(ruleText(clock({ rule: null, agreed: true }))).toBe('约定日期');
    expect(ruleText(clock({ provisional: true }))).toContain('暂定');
  });
});
