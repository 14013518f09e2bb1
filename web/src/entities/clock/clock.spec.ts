import { describe, expect, it } from 'vitest';
import type { Clock } from '@/shared/api/client';
import '@/shared/i18n/words';
import { clauseText, gone, sortClocks, span } from './clocks';
import './words';

const clock = (stage: Clock['stage'], outcome: Clock['outcome'], due: string, round = 1): Clock => ({ stage, round, started_at: '2026-11-20T10:00:00+08:00', due_at: due, ended_at: outcome === 'running' ? null : due, outcome, provisional: false, agreed: false, limit: '1wd', rule: 'R4.1', policy_version: 1, working_days_left: null });

describe('clocks', () => {
  it('come with the one that ends first on top, earlier rounds apart', () => {
    const sorted = sortClocks([clock('dispatch', 'met', '2026-11-01T00:00:00+08:00', 1), clock('dispatch', 'met', '2026-11-21T00:00:00+08:00', 2), clock('opinion', 'running', '2026-11-28T00:00:00+08:00', 2), clock('reply', 'running', '2026-11-27T00:00:00+08:00', 2)], 2);
    expect(sorted.open.map((one) => one.stage)).toEqual(['reply', 'opinion']);
    expect(sorted.ended.map((one) => one.stage)).toEqual(['dispatch']);
    expect(sorted.earlier).toHaveLength(1);
    expect(sorted.earlier[0]?.round).toBe(1);
  });
  it('say how long something took', () => {
    expect(span('2026-11-20T10:00:00+08:00', '2026-11-20T10:25:00+08:00')).toBe('25 分钟');
    expect(span('2026-11-20T10:00:00+08:00', '2026-11-20T13:05:00+08:00')).toBe('3 小时 5 分钟');
    expect(span('2026-11-20T10:00:00+08:00', '2026-11-23T14:00:00+08:00')).toBe('3 天 4 小时');
    expect(span('2026-11-20T10:00:00+08:00', '2026-11-21T10:00:00+08:00')).toBe('1 天');
    expect(span('2026-11-20T10:00:00+08:00', '2026-11-19T10:00:00+08:00')).toBe('0 分钟');
  });
  it('show how much is gone', () => {
    const one = clock('opinion', 'running', '2026-11-21T10:00:00+08:00');
    expect(gone(one, Date.parse('2026-11-20T22:00:00+08:00'))).toBeCloseTo(0.5);
    expect(gone(one, Date.parse('2026-11-25T22:00:00+08:00'))).toBe(1);
  });
  it('know the clause, and say nothing of one they do not know', () => {
    expect(clauseText('R4.6a')).toContain('5 个工作日');
    expect(clauseText('R9.9')).toBe('');
    expect(clauseText(null)).toBe('');
  });
});
