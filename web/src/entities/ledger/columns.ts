// The columns of the ledger: the regulation's ten in its order (R3.6), then more. Codes are those of the export.
import type { ColumnSet } from './filters';

export const regulationColumns = ['number', 'complainant', 'contact', 'received_at', 'place', 'content', 'registered_at', 'handling_unit', 'progress', 'result'] as const;
export const furtherColumns = [
  'due_at', 'kind', 'channel', 'type', 'cause', 'severity', 'subject', 'accepting_unit', 'assisting_units', 'occurred_at', 'fed_back_at', 'closed_at', 'resolution', 'satisfaction', 'round', 'external_id', 'imported',
] as const;
export type ColumnCode = (typeof regulationColumns)[number] | (typeof furtherColumns)[number];
export const columnCodes: readonly ColumnCode[] = [...regulationColumns, ...furtherColumns];

/** Widths in rem, so that they grow with the text. */
const widths: Record<ColumnCode, number> = {
  number: 10.5, complainant: 5.5, contact: 9.5, received_at: 10, place: 12, content: 20, registered_at: 10, handling_unit: 8.5, progress: 9, result: 14,
  due_at: 11.5, kind: 5.5, channel: 6.5, type: 9, cause: 9, severity: 6, subject: 14, accepting_unit: 9, assisting_units: 10, occurred_at: 10, fed_back_at: 10, closed_at: 10,
  resolution: 7, satisfaction: 7, round: 4.5, external_id: 10, imported: 6,
};
export const narrowest = 3;
export const widest = 60;
export const defaultWidth = (code: ColumnCode): number => widths[code];
/** R3.6: the full ledger begins in the regulation's order. For working, whose turn it is, till when and which unit stand beside the number. */
const orders: Record<ColumnSet, readonly ColumnCode[]> = {
  full: columnCodes,
  work: ['number', 'progress', 'due_at', 'handling_unit', 'subject', 'place', 'type', 'severity', 'registered_at', 'complainant', 'contact'],
};
const shownAtFirst: Record<ColumnSet, ReadonlySet<ColumnCode>> = {
  full: new Set<ColumnCode>([...regulationColumns, 'due_at', 'type', 'severity', 'satisfaction']),
  work: new Set<ColumnCode>(orders.work),
};
/** What says nothing of a person and nothing that was written (R10.2). */
const ofCodes: ReadonlySet<ColumnCode> = new Set<ColumnCode>(columnCodes.filter((code) => !['complainant', 'contact', 'content', 'result', 'subject', 'external_id'].includes(code)));
export const isOfCodes = (code: ColumnCode): boolean => ofCodes.has(code);

/** The order of the list that a column's head asks for. */
export const sortOf: Partial<Record<ColumnCode, 'registered' | 'due' | 'severity'>> = { registered_at: 'registered', due_at: 'due', severity: 'severity' };

export interface Column {
  readonly code: ColumnCode;
  readonly shown: boolean;
  readonly width: number;
}
export interface Columns {
  readonly list: readonly Column[];
  /** So many of the first shown ones stay in place. */
  readonly frozen: number;
}
/** As kept: only what differs, so that a column of a later version finds its place. */
export interface KeptColumns extends Record<string, unknown> {
  order?: string[];
  shown?: string[];
  widths?: Record<string, number>;
  frozen?: number;
}

export const clampWidth = (width: number): number => Math.min(widest, Math.max(narrowest, Math.round(width * 4) / 4));

export function readColumns(kept: KeptColumns, set: ColumnSet = 'full'): Columns {
  const codes = [...orders[set], ...columnCodes.filter((code) => !orders[set].includes(code))];
  const isCode = (code: unknown): code is ColumnCode => columnCodes.includes(code as ColumnCode);
  const order = [...new Set((Array.isArray(kept.order) ? kept.order : []).filter(isCode))];
  for (const [index, code] of codes.entries()) {
    if (order.includes(code)) continue;
    const before = codes[index - 1]; // a column that was not known when it was kept: behind its neighbour
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, code);
  }
  const chosen = Array.isArray(kept.shown) ? new Set<string>(kept.shown) : null;
  const list = order.map((code) => {
    const width = kept.widths?.[code];
    return { code, shown: chosen ? chosen.has(code) : shownAtFirst[set].has(code), width: typeof width === 'number' && Number.isFinite(width) ? clampWidth(width) : widths[code] };
  });
  if (!list.some((column) => column.shown)) list.splice(list.findIndex((column) => column.code === 'number'), 1, { code: 'number', shown: true, width: widths.number });
  const frozen = typeof kept.frozen === 'number' && Number.isInteger(kept.frozen) ? kept.frozen : 1;
  return { list, frozen: Math.min(Math.max(frozen, 0), 4) };
}

export function keepColumns(columns: Columns): KeptColumns {
  return {
    order: columns.list.map((column) => column.code),
    shown: columns.list.filter((column) => column.shown).map((column) => column.code),
    widths: Object.fromEntries(columns.list.filter((column) => column.width !== widths[column.code]).map((column) => [column.code, column.width])),
    frozen: columns.frozen,
  };
}

export const shownColumns = (columns: Columns): Column[] => columns.list.filter((column) => column.shown);

/** Moves a column by so many places; at the end it stays where it is. */
export function moveColumn(columns: Columns, code: ColumnCode, by: number): Columns {
  const list = [...columns.list];
  const from = list.findIndex((column) => column.code === code);
  const to = Math.min(list.length - 1, Math.max(0, from + by));
  if (from < 0 || from === to) return columns;
  const [column] = list.splice(from, 1);
  if (column) list.splice(to, 0, column);
  return { ...columns, list };
}
const change = (columns: Columns, code: ColumnCode, to: Partial<Column>): Columns => ({ ...columns, list: columns.list.map((column) => (column.code === code ? { ...column, ...to } : column)) });
export const resizeColumn = (columns: Columns, code: ColumnCode, width: number): Columns => change(columns, code, { width: clampWidth(width) });
/** The last one shown stays. */
export function showColumn(columns: Columns, code: ColumnCode, shown: boolean): Columns {
  if (!shown && shownColumns(columns).length <= 1) return columns;
  return change(columns, code, { shown });
}
