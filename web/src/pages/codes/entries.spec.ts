import { describe, expect, it } from 'vitest';
import { codeOf, isSegment, shownEntries, type Entry } from './entries';

const entry = (code: string, retired = false, children: Entry[] = []): Entry => ({ version: '0123456789abcdef', pinyin: null, initials: null, code, name: code, retired, children });

describe('entries', () => {
  it('have a code of two levels', () => {
    expect(codeOf(null, 'staff')).toBe('staff');
    expect(codeOf(entry('staff'), 'attitude')).toBe('staff.attitude');
    expect(['lift', 'a_1', 'a.b', 'A', '', '扶梯'].map(isSegment)).toEqual([true, true, false, false, false, false]);
  });
  it('hide what is retired, until asked for', () => {
    const all = [entry('a', false, [entry('a.x', true), entry('a.y')]), entry('b', true)];
    expect(shownEntries(all, false)).toEqual([entry('a', false, [entry('a.y')])]);
    expect(shownEntries(all, true)).toEqual(all);
  });
});
