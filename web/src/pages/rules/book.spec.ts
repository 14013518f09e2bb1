import { describe, expect, it } from 'vitest';
import { clockRows, rulesOf, validOn, validUntil, type Policy } from './book';

const policy = (code: string, valid_from: string, clocks: Policy['clocks'] = []): Policy => ({ code, name: 'book', valid_from, clocks, settings: [{ name: 'reopen_days', value: 30, rule: 'R5.2' }], children: [] });
const limit = (stage: 'register' | 'dispatch', severity: 'ordinary' | 'urgent' | null, text: string, channel: 'on_site' | null = null): Policy['clocks'][number] => ({ stage, severity, channel, limit: text, rule: stage === 'register' ? 'R3.4' : 'R4.10' });

describe('rule book', () => {
  it('has one row for each clock, those of a channel last', () => {
    const rows = clockRows(policy('1', '2018-01-01', [limit('register', null, '5min', 'on_site'), limit('register', 'ordinary', '10min'), limit('register', 'urgent', '5min'), limit('dispatch', 'ordinary', '1wd')]));
    expect(rows.map((row) => [row.stage, row.channel])).toEqual([['register', null], ['dispatch', null], ['register', 'on_site']]);
    expect(rows[0]?.limits.ordinary?.limit).toBe('10min');
    expect(rows[0]?.limits.serious).toBeNull();
    expect(Object.values(rows[2]?.limits ?? {}).map((one) => one?.limit)).toEqual(['5min', '5min', '5min']);
  });
  it('loses no limit', () => {
    const clocks = [limit('register', 'ordinary', '10min'), limit('register', 'urgent', '5min'), limit('dispatch', 'urgent', '60min')];
    expect(clockRows(policy('1', '2018-01-01', clocks)).flatMap((row) => Object.values(row.limits)).filter(Boolean)).toHaveLength(3);
  });
  it('knows which version holds', () => {
    const all = [policy('1', '2018-01-01'), policy('2', '2026-03-01')];
    expect([validOn(all, '2017-12-31'), validOn(all, '2026-02-28')?.code, validOn(all, '2026-03-01')?.code]).toEqual([null, '1', '2']);
    expect([validUntil(all, all[0]!), validUntil(all, all[1]!)]).toEqual(['2026-02-28', null]);
  });
  it('names its rules in their order', () => expect(rulesOf(policy('1', '2018-01-01', [limit('dispatch', null, '1wd'), limit('register', null, '5min')]))).toEqual(['R3.4', 'R4.10', 'R5.2']));
});
