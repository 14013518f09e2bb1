import { describe, expect, it } from 'vitest';
import { inForce, settingOf } from '@/shared/reference';
import '@/shared/i18n/words';
import { clockRows, rulesOf, validUntil, type Policy } from './book';
import { entryName, entryValue } from './entries';

const policy = (code: string, valid_from: string, clocks: Policy['clocks'] = []): Policy => ({ code, name: 'book', valid_from, state: 'in_force', clocks, settings: [{ name: 'reopen_days', value: 30, rule: 'R5.2' }], children: [] });
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
  it('goes by the version in force, not by the newest', () => {
    const all: Policy[] = [{ ...policy('1', '2018-01-01'), state: 'past' }, policy('2', '2026-03-01'), { ...policy('3', '2027-01-01'), state: 'coming', settings: [{ name: 'reopen_days', value: 60, rule: null }] }];
    expect(inForce(all)?.code).toBe('2');
    expect(settingOf(all, 'reopen_days', 1)).toBe(30);
    expect(settingOf(undefined, 'reopen_days', 1)).toBe(1);
    expect([validUntil(all, all[0]!), validUntil(all, all[1]!), validUntil(all, all[2]!)]).toEqual(['2026-02-28', '2026-12-31', null]);
  });
  it('names the entries of the file in words', () => {
    for (const entry of ['clocks.opinion.ordinary', 'clocks.reply.rule', 'on_site.limit', 'on_site.rule', 'settings.undo_seconds.value', 'settings.reopen_days.rule', 'title']) expect(entryName(entry), entry).not.toMatch(/[a-z]/i);
    expect([entryValue('3wd'), entryValue('10'), entryValue('')]).toEqual(['3 个工作日', '10', '–']);
  });
  it('names its rules in their order', () => expect(rulesOf(policy('1', '2018-01-01', [limit('dispatch', null, '1wd'), limit('register', null, '5min')]))).toEqual(['R3.4', 'R4.10', 'R5.2']));
});
