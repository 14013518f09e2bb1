import { describe, expect, it } from 'vitest';
import { clockFace, countdown, markOf, registerLimit, severityLimits } from './clock';

type Clocks = Parameters<typeof registerLimit>[0][number]['clocks'];
const clocks: Clocks = [
  { stage: 'register', severity: 'ordinary', channel: null, limit: '10min', rule: 'R3.4' }, { stage: 'register', severity: 'urgent', channel: null, limit: '6min', rule: 'R3.4' },
  { stage: 'register', severity: null, channel: 'on_site', limit: '5min', rule: 'R3.5' }, { stage: 'dispatch', severity: 'urgent', channel: null, limit: '60min', rule: 'R4.1' }, { stage: 'reply', severity: 'urgent', channel: null, limit: '3wd', rule: 'R4.6a' },
];
const policies = [{ code: '1', valid_from: '2018-01-01', clocks }, { code: '2', valid_from: '2027-01-01', clocks: clocks.map((one) => ({ ...one, limit: '3min' })) }];
const at = Date.parse('2026-11-26T14:05:00+08:00');
const minutes = (value: number) => at + value * 60_000;

describe('the limit of registering', () => {
  it('is ten minutes for a call (R3.4)', () => expect(registerLimit(policies, 'hotline', 'ordinary', at)).toEqual({ minutes: 10, rule: 'R3.4', version: '1' }));
  it('is the one of the station on site (R3.5)', () => expect(registerLimit(policies, 'on_site', 'urgent', at)).toEqual({ minutes: 5, rule: 'R3.5', version: '1' }));
  it('follows the severity', () => expect(registerLimit(policies, 'letter', 'urgent', at)?.minutes).toBe(6));
  it('is that of the rule book in force on the day', () => expect(registerLimit(policies, 'hotline', 'ordinary', Date.parse('2027-01-01T00:00:00+08:00'))).toMatchObject({ minutes: 3, version: '2' }));
  it('is none without a rule book', () => expect([registerLimit([], 'hotline', 'ordinary', at), registerLimit(policies, 'hotline', 'serious', at)]).toEqual([null, null]));
  it('names the shorter limits of what is grave', () => expect(severityLimits(policies, 'urgent', at)).toEqual([{ stage: 'dispatch', limit: '60min' }, { stage: 'reply', limit: '3wd' }]));
});

describe('the countdown', () => {
  it('counts from the call', () => expect(countdown(at, 10, minutes(2.5))).toEqual({ tone: 'ok', left: 450, gone: 150 }));
  it('warns from eight minutes on', () => expect([countdown(at, 10, minutes(7.99)).tone, countdown(at, 10, minutes(8)).tone]).toEqual(['ok', 'soon']));
  it('is over after the last second, not in it', () => expect([countdown(at, 10, minutes(10)).tone, countdown(at, 10, minutes(10) + 1000).tone]).toEqual(['soon', 'over']));
  it('does not run backwards when a clock is fast', () => expect(countdown(at, 10, at - 5_000)).toMatchObject({ gone: 0, left: 600 }));
  it('is read out after five, eight and ten minutes', () => expect([4.9, 5, 7.9, 8, 10].map((gone) => markOf(gone * 60, 10))).toEqual([null, 'half', 'half', 'soon', 'over']));
  it('is read out on site in the same shares', () => expect([2, 2.5, 4, 5].map((gone) => markOf(gone * 60, 5))).toEqual([null, 'half', 'soon', 'over']));
  it('reads as a clock does', () => expect([0, 5, 65, 600, -80, 7_625].map(clockFace)).toEqual(['0:00', '0:05', '1:05', '10:00', '1:20', '2:07:05']));
});
