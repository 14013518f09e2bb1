import { describe, expect, it } from 'vitest';
import { csvOf, everything, openings, queryOf, useTrail, type Line } from './trail';

const line = (seq: number): Line => ({ of: 'complaints', number: `TS20261126${String(seq).padStart(4, '0')}`, subject: null, detail: null, user: 'agent', seq, at: '2026-11-26T10:00:00+08:00', act: 'register', actor: { role: 'agent', user: 'agent', unit: 'centre', name: '坐席一号' }, digest: '0'.repeat(64) });
const page = (items: Line[], next_cursor: string | null) => ({ items, next_cursor, reached: '2026-11-26T10:00:00+08:00' });

describe('trail', () => {
  it('goes on through pages without a hit until there is one, or the end', async () => {
    const asked: (string | null)[] = [];
    const trail = useTrail();
    await trail.begin(async (cursor) => (asked.push(cursor), page(asked.length === 3 ? [line(1)] : [], asked.length < 5 ? `c${asked.length}` : null)));
    expect([asked, trail.lines.value.length, trail.complete.value]).toEqual([[null, 'c1', 'c2'], 1, false]);
    await trail.more(100);
    expect([asked.length, trail.complete.value]).toEqual([5, true]);
    await trail.more(100);
    expect(asked).toHaveLength(5);
  });
  it('says what went wrong, and goes on from there', async () => {
    let fails = true;
    const trail = useTrail();
    await trail.begin(async () => {
      if (fails) throw new Error('no');
      return page([line(1)], null);
    });
    expect(trail.error.value).toBeInstanceOf(Error);
    fails = false;
    await trail.more(1);
    expect([trail.error.value, trail.lines.value.length]).toEqual([null, 1]);
  });
  it('a new search is not mixed with the answer of the one before', async () => {
    let answer = (_: ReturnType<typeof page>) => undefined as void;
    const trail = useTrail();
    const first = trail.begin(() => new Promise((done) => (answer = done)));
    const second = trail.begin(async () => page([line(2)], null));
    answer(page([line(1)], null));
    await Promise.all([first, second]);
    expect([trail.lines.value.map((one) => one.seq), trail.complete.value, trail.loading.value]).toEqual([[2], true, false]);
  });
  it('asks for what is wanted and nothing else', () => {
    expect(queryOf(everything())).toEqual({});
    expect(queryOf({ ...openings(), subject: ' ts202611260001 ' })).toEqual({ of: 'complaints', act: 'reveal', subject: 'TS202611260001' });
  });
  it('makes a file in which nothing is a formula', () => {
    expect(csvOf(['甲', '乙'], [['a"b', '=1+1']])).toBe('\uFEFF"甲","乙"\r\n"a""b","\'=1+1"\r\n');
  });
});
