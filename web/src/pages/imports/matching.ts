// How the columns of a table are matched with the fields of a complaint, and what is sent for it.
import type { Schemas } from '@/shared/api/client';

export type Preview = Schemas['ImportPreview'];
export type Report = Schemas['ImportReport'];
export type Mapping = Schemas['ImportMapping'];

export interface Matching {
  /** A shipped mapping by name; null: heading by heading. */
  shipped: string | null;
  columns: Record<string, string>;
  constants: Record<string, string>;
  /** The row with the headings; null: the first that is not empty. */
  heading: number | null;
}
export const unmatched = (): Matching => ({ shipped: null, columns: {}, constants: {}, heading: null });

/** What a first look proposes: the mapping that fits, else what the headings most likely mean. */
export function proposed(preview: Preview, heading: number | null): Matching {
  const columns = Object.fromEntries(preview.columns.flatMap(({ heading: name, suggested }) => (suggested ? [[name, suggested]] : [])));
  return { shipped: preview.mapping, columns, constants: {}, heading };
}

/** The same by hand: a shipped one keeps what it makes of each column. */
export const byHand = (matching: Matching, preview: Preview): Matching => ({
  ...matching,
  shipped: null,
  columns: Object.fromEntries(preview.columns.flatMap(({ heading, field, suggested }) => (field ?? suggested ? [[heading, (field ?? suggested) as string]] : []))),
});

/** A field comes from one column: giving it to another takes it from the first. */
export function matched(matching: Matching, heading: string, field: string): Matching {
  const columns = Object.fromEntries(Object.entries(matching.columns).filter(([other, code]) => other !== heading && code !== field));
  return { ...matching, columns: field ? { ...columns, [heading]: field } : columns };
}

export const toMapping = (matching: Matching): Mapping => {
  const { heading } = matching;
  if (matching.shipped) return { shipped: matching.shipped, heading };
  const constants = Object.fromEntries(Object.entries(matching.constants).filter(([code, value]) => value && !Object.values(matching.columns).includes(code)));
  return { columns: matching.columns, constants, heading };
};

/** Required fields that neither a column nor a value gives. */
export function missing(matching: Matching, preview: Preview): string[] {
  if (matching.shipped) return [];
  const given = new Set([...Object.values(matching.columns), ...Object.keys(matching.constants).filter((code) => matching.constants[code])]);
  return preview.fields.filter(({ code, required }) => required && !given.has(code)).map(({ code }) => code);
}

/** The fields that any of the rows gives, in the order of the list of fields. */
export const shownFields = (preview: Preview): { code: string; name: string }[] => preview.fields.filter(({ code }) => preview.rows.some((row) => row.fields[code]));

/** The form that is sent: the file as it is, and the mapping beside it. */
export function form(file: File, mapping: Mapping | null): FormData {
  const data = new FormData();
  data.set('file', file, file.name);
  if (mapping) data.set('mapping', JSON.stringify(mapping));
  return data;
}
