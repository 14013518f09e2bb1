// The values of an act's form: how it begins, what is sent, what is missing, whether there is anything worth keeping.
import type { ActName } from '@/shared/api/client';
import { fromLocalInput } from '@/shared/format';
import { rowOf, type ActField, type FieldName } from './table';

export interface UnitChoice {
  lead: string | null;
  assisting: string[];
}
export interface PlaceValue {
  line: string;
  station: string;
  exit: string;
  train: string;
  carriage: string;
  equipment: string;
  detail: string;
}
/** Plain data, so that it can be kept as a draft. Texts, codes and local times are strings. */
export interface Values extends Record<string, unknown> {
  texts: Partial<Record<FieldName, string>>;
  units: UnitChoice;
  contacted: { at: string; means: string };
  place: PlaceValue;
}
export const emptyPlace = (): PlaceValue => ({ line: '', station: '', exit: '', train: '', carriage: '', equipment: '', detail: '' });

export function startValues(act: ActName, given: Partial<Record<FieldName, string>> = {}, units: UnitChoice = { lead: null, assisting: [] }, place: PlaceValue = emptyPlace()): Values {
  const texts: Partial<Record<FieldName, string>> = {};
  for (const field of rowOf(act)?.fields ?? []) texts[field.name] = given[field.name] ?? field.initial ?? '';
  return { texts, units: { lead: units.lead, assisting: [...units.assisting] }, contacted: { at: '', means: '' }, place: { ...place } };
}

export const isShown = (field: ActField, values: Values): boolean => !field.when || values.texts[field.when.field] === field.when.is;

const textOf = (values: Values, name: FieldName): string => (values.texts[name] ?? '').trim();

function isMissing(field: ActField, values: Values): boolean {
  if (!isShown(field, values)) return false;
  if (field.kind === 'units') return !values.units.lead;
  if (field.kind === 'contacted') return Boolean(values.contacted.at) !== Boolean(values.contacted.means);
  if (field.kind === 'place') return false;
  if (field.required) return textOf(values, field.name) === '';
  return field.with !== undefined && textOf(values, field.name) === '' && textOf(values, field.with) !== '';
}
/** What must still be filled in. The server asks the same; this only says it sooner. */
export const missing = (act: ActName, values: Values): FieldName[] => (rowOf(act)?.fields ?? []).filter((field) => isMissing(field, values)).map((field) => field.name);

const samePlace = (a: PlaceValue, b: PlaceValue): boolean => (Object.keys(a) as (keyof PlaceValue)[]).every((key) => a[key].trim() === b[key].trim());

/** The body of the act as the interface has it: nothing for what was left empty. `before` is what a change is compared with (reclassify sends only what changed). */
export function bodyOf(act: ActName, values: Values, before?: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of rowOf(act)?.fields ?? []) {
    if (!isShown(field, values)) continue;
    const value = valueOf(field, values, before);
    if (value !== undefined) body[field.name] = value;
  }
  return body;
}

function valueOf(field: ActField, values: Values, before?: Values): unknown {
  if (field.kind === 'units') {
    if (!values.units.lead) return undefined;
    return [{ unit: values.units.lead, lead: true }, ...values.units.assisting.filter((unit) => unit !== values.units.lead).map((unit) => ({ unit, lead: false }))];
  }
  if (field.kind === 'contacted') {
    const at = fromLocalInput(values.contacted.at);
    return at && values.contacted.means ? { at, means: values.contacted.means } : undefined;
  }
  if (field.kind === 'place') {
    if (before && samePlace(before.place, values.place)) return undefined;
    const given = Object.entries(values.place).filter(([, part]) => part.trim() !== '');
    if (given.length === 0) return before ? {} : undefined; // emptied: there is no place any more
    return Object.fromEntries(given.map(([key, part]) => [key, part.trim()]));
  }
  const written = textOf(values, field.name);
  if (written === '') return undefined;
  if (before && textOf(before, field.name) === written) return undefined;
  if (field.kind === 'date') return fromLocalInput(written) ?? undefined;
  return written;
}

/** Nothing that was typed or chosen beyond what the form began with. */
export function isUntouched(values: Values, start: Values): boolean {
  const names = new Set([...Object.keys(values.texts), ...Object.keys(start.texts)]) as Set<FieldName>;
  return (
    [...names].every((name) => textOf(values, name) === textOf(start, name)) &&
    values.units.lead === start.units.lead && values.units.assisting.join() === start.units.assisting.join() &&
    values.contacted.at === start.contacted.at && values.contacted.means === start.contacted.means && samePlace(values.place, start.place)
  );
}

/** A kept draft put into the form's shape, whatever an older page left in it. */
export function revive(kept: Record<string, unknown>, start: Values): Values {
  const part = <T extends object>(value: unknown, fallback: T): T => ({ ...fallback, ...(typeof value === 'object' && value !== null ? value : {}) });
  const units = part(kept.units, start.units);
  return { texts: part(kept.texts, start.texts), units: { lead: units.lead, assisting: Array.isArray(units.assisting) ? units.assisting : [] }, contacted: part(kept.contacted, start.contacted), place: part(kept.place, start.place) };
}

/** All texts of a form that cannot be sent any more as one, to be kept as a note. */
export function asText(act: ActName, values: Values, label: (field: FieldName) => string): string {
  return (rowOf(act)?.fields ?? [])
    .filter((field) => field.kind === 'text' && textOf(values, field.name) !== '')
    .map((field) => `${label(field.name)}：${textOf(values, field.name)}`)
    .join('\n');
}
