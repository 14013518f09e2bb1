import { describe, expect, it } from 'vitest';
import { added, mostSelected, rangeOf, refreshed, removed, toggled, type Row, type Selection } from './selection';

const row = (number: number, version = 1): Row => ({ number: `TS20261126${String(number).padStart(4, '0')}`, version, stage: 'dispatch', subject: null, possible_acts: ['dispatch'] });
const none: Selection = new Map();

describe('selection', () => {
  it('toggles one', () => {
    const one = toggled(none, row(1));
    expect([...one.keys()]).toEqual(['TS202611260001']);
    expect(toggled(one, row(1)).size).toBe(0);
    expect(none.size).toBe(0);
  });
  it('takes a range either way', () => {
    expect(rangeOf(3, 7)).toEqual({ first: 3, last: 7 });
    expect(rangeOf(7, 3)).toEqual({ first: 3, last: 7 });
    expect(rangeOf(null, 5)).toEqual({ first: 5, last: 5 });
  });
  it('holds no more than a thousand', () => {
    const full = added(none, Array.from({ length: 1200 }, (_, index) => row(index)));
    expect(full.size).toBe(mostSelected);
    expect(toggled(full, row(5000)).size).toBe(mostSelected);
    expect(added(full, [row(1, 9)]).get(row(1).number)?.version).toBe(9);
  });
  it('drops those that are done, and follows what others change', () => {
    const three = added(none, [row(1), row(2), row(3)]);
    expect([...removed(three, [row(1).number, row(3).number]).keys()]).toEqual([row(2).number]);
    expect(refreshed(three, row(2, 4)).get(row(2).number)?.version).toBe(4);
    expect(refreshed(three, row(9))).toBe(three);
  });
});
