import { describe, expect, it } from 'vitest';
import type { Drawing } from './drawing';
import { heightOf, hit, optionOf, type ChartLook } from './options';

const look: ChartLook = {
  palette: { text: '#111', muted: '#555', border: '#ccc', surface: '#fff', rem: 16, font: 'sans-serif', tones: { plain: '#00f', ok: '#0f0', warning: '#fa0', danger: '#f00', muted: '#999', second: '#80f' } },
  tones: { a: 'ok' }, number: (count) => `${count}`,
};
const cell = (count: number) => ({ count, filters: { c: String(count) } });
const two: Drawing = { columns: [{ key: 'x', label: 'in time', tone: 'plain' }, { key: 'y', label: 'overdue', tone: 'danger' }], rows: [{ key: 'a', label: 'A', level: 0, cells: [cell(2), cell(1)], total: cell(3) }, { key: 'b', label: '{b|B}', level: 0, cells: [cell(0), cell(0)], total: cell(0) }], total: cell(3) };
const one: Drawing = { ...two, columns: two.columns.slice(0, 1), rows: two.rows.map((row) => ({ ...row, cells: [row.total] })) };

describe('options', () => {
  it('draws every figure of every kind', () => {
    const option = optionOf('bars', two, look);
    expect((option.series as { data: number[] }[]).map((series) => series.data)).toEqual([[2, 0], [1, 0]]);
    expect((optionOf('columns', one, look).series as { data: number[] }[])[0]?.data).toEqual([3, 0]);
    expect((optionOf('ring', one, look).series as { data: { name: string; value: number; itemStyle: { color: string } }[] }[])[0]?.data).toEqual([{ name: 'A', value: 3, itemStyle: { color: '#0f0' } }]);
  });
  it('shows tips without HTML, and patterns beside colours', () => {
    for (const kind of ['bars', 'columns', 'ring'] as const) {
      const option = optionOf(kind, one, look);
      expect(option.tooltip).toMatchObject({ renderMode: 'richText' });
      expect(option.aria).toMatchObject({ decal: { show: true } });
    }
  });
  it('takes no name for rich text', () => {
    expect((optionOf('bars', two, look).yAxis as { data: string[] }).data).toEqual(['A', '｛b｜B}']);
  });
  it('finds what was clicked', () => {
    expect(hit('bars', two, { dataIndex: 0, seriesIndex: 1 })?.count).toBe(1);
    expect(hit('columns', one, { dataIndex: 0, seriesIndex: 0 })?.count).toBe(3);
    expect(hit('ring', one, { dataIndex: 0 })?.filters).toEqual({ c: '3' });
    expect(hit('ring', one, { dataIndex: 7 })).toBeUndefined();
  });
  it('grows with its rows', () => {
    expect(heightOf('bars', { ...two, rows: Array.from({ length: 30 }, () => two.rows[0]!) })).toBeGreaterThan(heightOf('bars', two));
  });
});
