// What a drawing shows and the table behind it tells: rows of counts, each count with the filters that find its complaints in the ledger.
import type { Schemas } from '@/shared/api/client';
import type { Filters } from '@/shared/links';
import { openStages } from '@/shared/waiting';
import { buckets, type Grain, type Period } from './periods';

export type Figures = Schemas['Figures'];
export type Tone = 'plain' | 'ok' | 'warning' | 'danger' | 'muted' | 'second';

export interface Cell {
  count: number;
  filters: Filters;
}
export interface Column {
  key: string;
  label: string;
  tone: Tone;
}
export interface Row {
  key: string;
  label: string;
  /** 1: a part of the row above that has level 0. */
  level: 0 | 1;
  cells: readonly Cell[]; // one for each column
  total: Cell;
}
export interface Drawing {
  columns: readonly Column[];
  rows: readonly Row[];
  total: Cell;
  /** Of several columns the sum of each. */
  totals?: readonly Cell[];
}
export type NameOf = (code: string) => string;

/** The ledger names what is not set `null`. */
const codeOf = (code: string | null | undefined): string => code ?? 'null';
const add = (sums: Map<string, number>, code: string, count: number) => sums.set(code, (sums.get(code) ?? 0) + count);

export function sumBy(figures: Figures | undefined, dimension: string, of: (key: Record<string, string | null>) => boolean = () => true): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { key, count } of figures?.rows ?? []) if (of(key)) add(sums, codeOf(key[dimension]), count);
  return sums;
}
const totalOf = (sums: ReadonlyMap<string, number>): number => [...sums.values()].reduce((all, count) => all + count, 0);

const plainColumn = (label: string): Column[] => [{ key: 'count', label, tone: 'plain' }];
const plainRow = (key: string, label: string, cell: Cell, level: 0 | 1 = 0): Row => ({ key, label, level, cells: [cell], total: cell });

/** By time: every day, week or month of the period, those without a complaint too. */
export function volume(figures: Figures | undefined, grain: Grain, period: Period, base: Filters, countLabel: string, nameOf: (bucket: { code: string; from: string; to: string }) => string): Drawing {
  const sums = sumBy(figures, grain);
  const rows = buckets(grain, period).map((bucket) =>
    plainRow(bucket.code, nameOf(bucket), { count: sums.get(bucket.code) ?? 0, filters: { ...base, from: bucket.from, to: bucket.to } }));
  return { columns: plainColumn(countLabel), rows, total: { count: totalOf(sums), filters: base } };
}

/** Under which name the ledger finds what a figure counts: a type or a cause alone, without those below it (R6.4). */
const listOf = (dimension: string): string => (dimension === 'type' || dimension === 'cause' ? `${dimension}_only` : dimension);

/** By one dimension, the most first; in the order of `order` when it is given (then also those without a complaint). */
export function byCode(figures: Figures | undefined, dimension: string, base: Filters, countLabel: string, nameOf: NameOf, order?: readonly string[]): Drawing {
  const sums = sumBy(figures, dimension);
  const codes = order ? [...order, ...[...sums.keys()].filter((code) => !order.includes(code))] : [...sums.keys()].sort((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0) || (a < b ? -1 : 1));
  const rows = codes.map((code) => plainRow(code, nameOf(code), { count: sums.get(code) ?? 0, filters: { ...base, [listOf(dimension)]: code } }));
  return { columns: plainColumn(countLabel), rows, total: { count: totalOf(sums), filters: base } };
}

/** Types on two levels: each first-level type, then what it is made of. A complaint that has only the first level stands there alone. */
export function byType(figures: Figures | undefined, base: Filters, countLabel: string, nameOf: NameOf): Drawing {
  const first = sumBy(figures, 'type1');
  const most = (sums: ReadonlyMap<string, number>) => [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rows = most(first).flatMap(([type1, count]) => {
    const head = plainRow(type1, nameOf(type1), { count, filters: { ...base, type1 } });
    const parts = most(sumBy(figures, 'type', (key) => codeOf(key.type1) === type1)).filter(([type]) => type !== type1 && type !== 'null');
    return [head, ...parts.map(([type, part]) => plainRow(type, nameOf(type), { count: part, filters: { ...base, type_only: type } }, 1))];
  });
  return { columns: plainColumn(countLabel), rows, total: { count: totalOf(first), filters: base } };
}
/** One level of `byType` alone, for drawing. */
export const levelOf = (drawing: Drawing, level: 0 | 1): Drawing => {
  const rows = drawing.rows.filter((row) => row.level === level);
  return { ...drawing, rows: level === 0 ? rows : [...rows].sort((a, b) => b.total.count - a.total.count) };
};

const isLate = (key: Record<string, string | null>): boolean => key.overdue === 'yes' || key.overdue === 'true';

/** What is open, in time and overdue, by stage (all of them, in their order) or by unit (most overdue first). */
export function openBy(figures: Figures | undefined, dimension: 'stage' | 'unit', base: Filters, columns: readonly [string, string], nameOf: NameOf): Drawing {
  const all = sumBy(figures, dimension);
  const late = sumBy(figures, dimension, isLate);
  const codes = dimension === 'stage' ? [...openStages] : [...all.keys()].sort((a, b) => (late.get(b) ?? 0) - (late.get(a) ?? 0) || (all.get(b) ?? 0) - (all.get(a) ?? 0) || (a < b ? -1 : 1));
  const open: Filters = { ...base, stage: openStages.join(',') };
  const cells = (own: Filters, count: number, over: number) => ({
    cells: [{ count: count - over, filters: { ...own, overdue: 'false' } }, { count: over, filters: { ...own, overdue: 'true' } }],
    total: { count, filters: own },
  });
  const rows = codes.map((code): Row => ({ key: code, label: nameOf(code), level: 0, ...cells({ ...open, [dimension]: code }, all.get(code) ?? 0, late.get(code) ?? 0) }));
  const tones: Column[] = [{ key: 'in_time', label: columns[0], tone: 'plain' }, { key: 'overdue', label: columns[1], tone: 'danger' }];
  const total = cells(open, totalOf(all), totalOf(late));
  return { columns: tones, rows, total: total.total, totals: total.cells };
}

/** `热线 727、官网 122`: the drawing in words, for those who do not see it. */
export function inWords(drawing: Drawing, separator: string): string {
  const said = (row: Row) => (drawing.columns.length === 1 ? `${row.label} ${row.total.count}` : `${row.label} ${row.cells.map((cell, index) => `${drawing.columns[index]?.label ?? ''} ${cell.count}`).join(' ')}`);
  return drawing.rows.map(said).join(separator);
}
