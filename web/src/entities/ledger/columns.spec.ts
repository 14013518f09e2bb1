import { describe, expect, it } from 'vitest';
import { columnCodes, keepColumns, moveColumn, readColumns, regulationColumns, resizeColumn, showColumn, shownColumns } from './columns';

const codes = (columns: ReturnType<typeof readColumns>) => columns.list.map((column) => column.code);

describe('columns', () => {
  it('for working have stage, limit and unit in sight beside the views at 1366 (916 px)', () => {
    const shown = shownColumns(readColumns({}, 'work'));
    const inSight = shown.slice(0, shown.findIndex((column) => column.code === 'handling_unit') + 1);
    expect(inSight.map((column) => column.code)).toEqual(['number', 'progress', 'due_at', 'handling_unit']);
    expect(shown.slice(0, 5).reduce((sum, column) => sum + column.width, 2.75) * 16).toBeLessThanOrEqual(916);
    expect(readColumns(JSON.parse(JSON.stringify(keepColumns(readColumns({}, 'work')))), 'work')).toEqual(readColumns({}, 'work'));
  });
  it('begin with those of the regulation in its order', () => {
    const columns = readColumns({});
    expect(codes(columns).slice(0, 10)).toEqual([...regulationColumns]);
    expect(shownColumns(columns).slice(0, 10).map((column) => column.code)).toEqual(['number', 'complainant', 'contact', 'received_at', 'place', 'content', 'registered_at', 'handling_unit', 'progress', 'result']);
    expect(columns.frozen).toBe(1);
  });
  it('are kept and come back the same', () => {
    let columns = moveColumn(readColumns({}), 'content', -4);
    columns = showColumn(resizeColumn(columns, 'content', 33.3), 'cause', true);
    const kept = JSON.parse(JSON.stringify(keepColumns({ ...columns, frozen: 2 })));
    expect(readColumns(kept)).toEqual({ ...columns, frozen: 2 });
    expect(codes(columns).indexOf('content')).toBe(1);
    expect(columns.list[1]?.width).toBe(33.25);
  });
  it('find their place when they are new, and forget what is unknown', () => {
    const columns = readColumns({ order: ['result', 'nonsense', 'number', 'result'], shown: ['number', 'nonsense'], widths: { number: 1e9, result: Number.NaN }, frozen: 99 });
    expect([...codes(columns)].sort()).toEqual([...columnCodes].sort());
    expect(codes(columns).indexOf('complainant')).toBe(codes(columns).indexOf('number') + 1);
    expect(shownColumns(columns).map((column) => column.code)).toEqual(['number']);
    expect(columns.list.find((column) => column.code === 'number')?.width).toBe(60);
    expect(columns.frozen).toBe(4);
  });
  it('always leave one', () => {
    expect(shownColumns(readColumns({ shown: [] })).map((column) => column.code)).toEqual(['number']);
    const one = readColumns({ shown: ['result'] });
    expect(showColumn(one, 'result', false)).toBe(one);
  });
  it('do not move past the ends', () => {
    const columns = readColumns({});
    expect(moveColumn(columns, 'number', -1)).toBe(columns);
    expect(codes(moveColumn(columns, 'number', 1000)).at(-1)).toBe('number');
  });
});
