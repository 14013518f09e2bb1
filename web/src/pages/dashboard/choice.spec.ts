import { describe, expect, it } from 'vitest';
import { anytime, fromAddress, inPeriod, toAddress } from './choice';

const today = '2026-11-26';

describe('choice', () => {
  it('comes back from its own address', () => {
    for (const query of [{}, { period: 'today' }, { period: 'year', unit: 'line1', line: '1' }, { period: 'free', from: '2026-01-05', to: '2026-02-01', grain: 'week' }]) {
      expect(toAddress(fromAddress(query, today))).toEqual(query);
    }
  });
  it('leaves out what makes no sense', () => {
    expect(toAddress(fromAddress({ period: 'free', from: '2026-99-99', unit: '<script>', line: ['a b'], grain: 'hour', colour: 'red' }, today))).toEqual({ period: 'free', from: '2026-10-28', to: today });
  });
  it('gives figures and ledger the same filters', () => {
    const choice = fromAddress({ period: 'week', unit: 'line1', line: '东线' }, today);
    expect(inPeriod(choice)).toEqual({ kind: 'complaint', unit: 'line1', line: '东线', from: '2026-11-20', to: today });
    expect(anytime(choice)).toEqual({ kind: 'complaint', unit: 'line1', line: '东线' });
  });
});
