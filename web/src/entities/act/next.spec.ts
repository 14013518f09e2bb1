import { describe, expect, it } from 'vitest';
import type { Complaint } from '@/shared/api/client';
import { chooseNext } from './next';

const one = (number: string, acts: Complaint['possible_acts'] = ['dispatch', 'note'], version = 2) => ({ number, version, possible_acts: acts, opinions_owed: ['line2'], suspended: false });
const none = new Map<string, number>();

describe('the next task', () => {
  it('is the most urgent one, and from there on the one behind', () => {
    const items = [one('A'), one('B'), one('C')];
    expect(chooseNext(items, null, none)).toBe('A');
    expect(chooseNext(items, 'A', none)).toBe('B');
    expect(chooseNext(items, 'C', none)).toBe('A');
    expect(chooseNext(items, 'elsewhere', none)).toBe('A');
    expect(chooseNext([one('A')], 'A', none)).toBeNull();
  });
  it('has a step for me: what only a colleague may do is passed over', () => {
    expect(chooseNext([one('A', ['note', 'contact']), one('B')], null, none)).toBe('B');
    const owed = one('A', ['note', 'assist_opinion']);
    expect(chooseNext([owed], null, none, 'line3')).toBeNull();
    expect(chooseNext([owed], null, none, 'line2')).toBe('A');
    expect(chooseNext([{ ...one('A', ['note', 'resume']), suspended: true }], null, none)).toBe('A');
  });
  it('is never what was just done, until others have moved it', () => {
    const done = new Map([['A', 3]]);
    expect(chooseNext([one('A', ['record_follow_up'], 3), one('B')], 'B', done)).toBeNull();
    expect(chooseNext([one('A', ['record_follow_up'], 4), one('B')], 'B', done)).toBe('A');
  });
});
