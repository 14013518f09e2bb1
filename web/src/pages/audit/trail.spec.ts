import { describe, expect, it } from 'vitest';
import { fitting, held, useTrail, type Line } from './trail';

const line = (seq: number, more: Partial<Line> = {}): Line => ({ number: `TS20261126${String(seq).padStart(4, '0')}`, seq, at: '2026-11-26T10:00:00+08:00', act: 'register', actor: { role: 'agent', user: 'agent', unit: 'centre', name: '坐席一号' }, digest: '0'.repeat(64), ...more });

describe('trail', () => {
  it('is loaded page by page up to the end', async () => {
    const asked: (string | null)[] = [];
    const trail = useTrail(async (cursor) => (asked.push(cursor), { items: [line(asked.length)], next_cursor: asked.length < 3 ? `c${asked.length}` : null }));
    await trail.load(false);
    expect([trail.lines.value.length, trail.complete.value]).toEqual([1, false]);
    await trail.load(true);
    expect(asked).toEqual([null, 'c1', 'c2']);
    expect([trail.loaded.value, trail.complete.value]).toEqual([3, true]);
    await trail.load(true);
    expect(asked).toHaveLength(3);
  });
  it('holds the newest only', async () => {
    let page = 0;
    const trail = useTrail(async () => ({ items: Array.from({ length: 2_000 }, (_, index) => line(page * 2_000 + index)), next_cursor: ++page < 4 ? 'c' : null }));
    await trail.load(true);
    expect([trail.lines.value.length, trail.loaded.value, trail.lines.value.at(-1)?.seq]).toEqual([held, 8_000, 7_999]);
  });
  it('says what went wrong, and goes on from there', async () => {
    let fails = true;
    const trail = useTrail(async () => {
      if (fails) throw new Error('no');
      return { items: [line(1)], next_cursor: null };
    });
    await trail.load(true);
    expect(trail.error.value).toBeInstanceOf(Error);
    fails = false;
    await trail.load(true);
    expect([trail.error.value, trail.loaded.value]).toEqual([null, 1]);
  });
  it('is loaded anew with what came since, nothing twice', async () => {
    let all = [line(1)];
    const trail = useTrail(async (cursor) => ({ items: cursor ? all.slice(1) : all.slice(0, 1), next_cursor: cursor || all.length < 2 ? null : 'c' }));
    await trail.load(true);
    all = [line(1), line(2)];
    await trail.load(true);
    expect(trail.lines.value.map((one) => one.seq)).toEqual([1]);
    await trail.again();
    expect([trail.lines.value.map((one) => one.seq), trail.loaded.value, trail.complete.value]).toEqual([[1, 2], 2, true]);
  });
  it('can be searched', () => {
    const lines = [line(1), line(2, { act: 'dispatch', actor: { role: 'director', user: 'director', unit: 'centre', name: '主任' } })];
    const words = (one: Line) => [one.act === 'dispatch' ? '转办' : '登记'];
    expect(fitting(lines, '', words)).toHaveLength(2);
    expect(fitting(lines, '转办 主任', words).map((one) => one.seq)).toEqual([2]);
    expect(fitting(lines, '0001', words).map((one) => one.seq)).toEqual([1]);
    expect(fitting(lines, '登记 主任', words)).toEqual([]);
  });
});
