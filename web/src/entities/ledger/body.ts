// The body of an act from what the form of the batch holds, and what is missing in it.
import { endOfDay, fromLocalInput } from '@/shared/format';
import type { BatchAct, BatchField } from './batch';

export interface BatchForm {
  lead: string | null;
  assisting: string[];
  values: Record<string, string>;
}
export const emptyForm = (): BatchForm => ({ lead: null, assisting: [], values: {} });

const longest = 20_000;
const valueOf = (form: BatchForm, field: BatchField): string => (field.name === 'units' ? (form.lead ?? '') : (form.values[field.name] ?? '').trim());
const isNeeded = (field: BatchField): boolean => field.name === 'units' || ('needed' in field && field.needed);

export type Fault = 'missing' | 'tooLong' | 'either' | 'time';

/** What is wrong with which field; nothing when it can be sent. */
export function faultsOf(offer: BatchAct, form: BatchForm): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  for (const field of offer.fields) {
    const value = valueOf(form, field);
    if (value === '' && isNeeded(field)) faults[field.name] = 'missing';
    else if ([...value].length > longest) faults[field.name] = 'tooLong';
    else if (field.input === 'time' && value !== '' && timeOf(value) === null) faults[field.name] = 'time';
  }
  // Any of them, at least one (reclassify).
  if (offer.fields.every((field) => !isNeeded(field)) && offer.act === 'reclassify' && offer.fields.every((field) => valueOf(form, field) === '')) {
    for (const field of offer.fields) faults[field.name] = 'either';
  }
  return faults;
}

/** A day means its end. */
const timeOf = (value: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? endOfDay(value) : fromLocalInput(value));

export function bodyOf(offer: BatchAct, form: BatchForm): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of offer.fields) {
    const value = valueOf(form, field);
    if (value === '') continue;
    if (field.input === 'units') body.units = [{ unit: value, lead: true }, ...form.assisting.filter((unit) => unit !== value).map((unit) => ({ unit, lead: false }))];
    else body[field.name] = field.input === 'time' ? timeOf(value) : value;
  }
  return body;
}
