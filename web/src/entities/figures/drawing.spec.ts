import { describe, expect, it } from 'vitest';
import { openStages } from '@/shared/waiting';
import { byCode, byType, inWords, levelOf, openBy, volume, type Figures } from './drawing';

const figures = (by: string[], rows: [Record<string, string | null>, number][]): Figures => ({ measure: 'count', by, rows: rows.map(([key, count]) => ({ key, count })), total: rows.reduce((sum, [, count]) => sum + count, 0) });
const base = { kind: 'complaint', from: '2026-11-24', to: '2026-11-26', unit: 'line1' };
const name = (code: string) => `<${code}>`;

describe('volume', () => {
  it('has every day, also without a complaint, and opens just that day', () => {
    const drawn = volume(figures(['day'], [[{ day: '2026-11-24' }, 6], [{ day: '2026-11-26' }, 1]]), 'day', { name: 'free', from: '2026-11-24', to: '2026-11-26' }, base, 'n', (bucket) => bucket.code);
    expect(drawn.rows.map((row) => row.total.count)).toEqual([6, 0, 1]);
    expect(drawn.rows[1]?.total.filters).toEqual({ ...base, from: '2026-11-25', to: '2026-11-25' });
    expect(drawn.total).toEqual({ count: 7, filters: base });
  });
  it('cuts a week off at the ends of the period', () => {
    const drawn = volume(undefined, 'week', { name: 'free', from: '2026-11-20', to: '2026-11-24' }, base, 'n', (bucket) => bucket.code);
    expect(drawn.rows.map((row) => [row.key, row.total.filters.from, row.total.filters.to])).toEqual([['2026-W47', '2026-11-20', '2026-11-22'], ['2026-W48', '2026-11-23', '2026-11-24']]);
  });
});

describe('byCode', () => {
  it('puts the most first, and finds what is not set', () => {
    const drawn = byCode(figures(['cause'], [[{ cause: 'a' }, 2], [{ cause: null }, 5]]), 'cause', base, 'n', name);
    expect(drawn.rows.map((row) => [row.label, row.total.count, row.total.filters.cause_only])).toEqual([['<null>', 5, 'null'], ['<a>', 2, 'a']]);
  });
  it('keeps a given order and loses nothing beside it', () => {
    const drawn = byCode(figures(['channel'], [[{ channel: 'fax' }, 2], [{ channel: 'new' }, 1]]), 'channel', base, 'n', name, ['hotline', 'fax']);
    expect(drawn.rows.map((row) => [row.key, row.total.count])).toEqual([['hotline', 0], ['fax', 2], ['new', 1]]);
    expect(drawn.total.count).toBe(3);
  });
});

describe('byType', () => {
  const drawn = byType(figures(['type1', 'type'], [[{ type1: 'f', type: 'f.lift' }, 3], [{ type1: 'f', type: 'f' }, 1], [{ type1: 's', type: 's.gate' }, 9], [{ type1: null, type: null }, 2]]), base, 'n', name);
  it('adds up on both levels', () => {
    expect(drawn.rows.map((row) => [row.key, row.level, row.total.count])).toEqual([['s', 0, 9], ['s.gate', 1, 9], ['f', 0, 4], ['f.lift', 1, 3], ['null', 0, 2]]);
    expect(drawn.total.count).toBe(15);
  });
  it('opens the first level by type1, the second by that type alone', () => {
    expect(drawn.rows[2]?.total.filters).toEqual({ ...base, type1: 'f' });
    expect(drawn.rows[3]?.total.filters).toEqual({ ...base, type_only: 'f.lift' });
  });
  it('can be drawn by level', () => {
    expect(levelOf(drawn, 0).rows.map((row) => row.key)).toEqual(['s', 'f', 'null']);
    expect(levelOf(drawn, 1).rows.map((row) => row.key)).toEqual(['s.gate', 'f.lift']);
  });
});

describe('openBy', () => {
  const counted = figures(['stage', 'unit', 'overdue'], [[{ stage: 'review', unit: 'a', overdue: 'no' }, 4], [{ stage: 'review', unit: 'b', overdue: 'yes' }, 1], [{ stage: 'dispatch', unit: null, overdue: 'no' }, 2]]);
  it('shows every open stage in its order', () => {
    const drawn = openBy(counted, 'stage', { kind: 'complaint' }, ['in time', 'overdue'], name);
    expect(drawn.rows.map((row) => row.key)).toEqual([...openStages]);
    expect(drawn.rows[2]?.cells.map((cell) => cell.count)).toEqual([4, 1]);
    expect(drawn.rows[2]?.cells[1]?.filters).toEqual({ kind: 'complaint', stage: 'review', overdue: 'true' });
    expect(drawn.total.count).toBe(7);
  });
  it('shows the most overdue unit first, and what no unit has', () => {
    const drawn = openBy(counted, 'unit', { kind: 'complaint' }, ['in time', 'overdue'], name);
    expect(drawn.rows.map((row) => row.key)).toEqual(['b', 'a', 'null']);
    expect(drawn.rows[2]?.total.filters).toEqual({ kind: 'complaint', stage: openStages.join(','), unit: 'null' });
  });
  it('can be told in words', () => {
    expect(inWords(openBy(counted, 'unit', {}, ['in time', 'overdue'], name), ', ')).toBe('<b> in time 0 overdue 1, <a> in time 4 overdue 0, <null> in time 2 overdue 0');
    expect(inWords(byCode(counted, 'stage', {}, 'n', name), ', ')).toBe('<review> 5, <dispatch> 2');
  });
});
