// What the ledger shows: filters, order and view as they stand in the address, and as the API asks for them.
import { dateOf, isDate, isRelativeDay } from './dates';

export const stages = ['dispatch', 'opinion', 'review', 'remedy', 'result', 'feedback', 'follow_up', 'closed'] as const;
export const openStages = stages.slice(0, -1);
const satisfactions = ['satisfied', 'basically_satisfied', 'dissatisfied', 'unrated', 'null'] as const;

/** How a filter's values are chosen. `reference` are codes that the server knows; `null` means "not set". */
export type FilterForm =
  | { form: 'text' }
  | { form: 'date'; ahead?: boolean }
  | { form: 'codes'; codes: readonly string[]; words: string }
  | { form: 'reference'; of: 'unit' | 'type' | 'type1' | 'cause' | 'line' | 'station'; empty: boolean }
  | { form: 'one'; codes: readonly string[]; words: string }
  | { form: 'period'; pattern: RegExp }
  | { form: 'code' };

export const filterForms = {
  stage: { form: 'codes', codes: stages, words: 'stage' },
  overdue: { form: 'one', codes: ['true', 'false'], words: 'ledger.overdueValue' },
  due_until: { form: 'date', ahead: true },
  waiting: { form: 'codes', codes: ['extension', 'assist'], words: 'ledger.waitingValue' },
  suspended: { form: 'one', codes: ['true', 'false'], words: 'ledger.suspendedValue' },
  unit: { form: 'reference', of: 'unit', empty: true },
  accepting_unit: { form: 'reference', of: 'unit', empty: true },
  type1: { form: 'reference', of: 'type1', empty: true },
  type: { form: 'reference', of: 'type', empty: true },
  type_only: { form: 'reference', of: 'type', empty: true },
  cause: { form: 'reference', of: 'cause', empty: true },
  cause_only: { form: 'reference', of: 'cause', empty: true },
  channel: { form: 'codes', codes: ['hotline', 'website', 'wechat', 'weibo', 'on_site', 'letter', 'fax', 'email', 'city_hotline', 'open311', 'other'], words: 'channel' },
  kind: { form: 'codes', codes: ['complaint', 'consultation', 'help', 'suggestion', 'praise', 'lost_property'], words: 'kind' },
  severity: { form: 'codes', codes: ['ordinary', 'serious', 'urgent'], words: 'severity' },
  line: { form: 'reference', of: 'line', empty: true },
  station: { form: 'reference', of: 'station', empty: true },
  from: { form: 'date' },
  to: { form: 'date' },
  satisfaction: { form: 'codes', codes: satisfactions, words: 'satisfaction' },
  solved: { form: 'codes', codes: ['solved', 'partly', 'not_solved', 'null'], words: 'solved' },
  resolution: { form: 'codes', codes: ['solved', 'partly', 'not_solved', 'cannot', 'null'], words: 'resolution' },
  closing: { form: 'codes', codes: ['done', 'withdrawn', 'ended', 'refused'], words: 'closing' },
  timely: { form: 'one', codes: ['timely', 'late', 'null'], words: 'ledger.timelyValue' },
  round: { form: 'codes', codes: ['1', '2', '3', '4', '5'], words: 'ledger.roundValue' },
  validity: { form: 'codes', codes: ['valid', 'invalid', 'duplicate', 'null'], words: 'validity' },
  liability: { form: 'codes', codes: ['full', 'partial', 'none', 'null'], words: 'liability' },
  incident: { form: 'code' },
  day: { form: 'period', pattern: /^\d{4}-\d{2}-\d{2}$/ },
  week: { form: 'period', pattern: /^\d{4}-W\d{2}$/ },
  month: { form: 'period', pattern: /^\d{4}-\d{2}$/ },
  quarter: { form: 'period', pattern: /^\d{4}Q[1-4]$/ },
  year: { form: 'period', pattern: /^\d{4}$/ },
  q: { form: 'text' },
} as const satisfies Record<string, FilterForm>;

export type FilterName = keyof typeof filterForms;
export const filterNames = Object.keys(filterForms) as FilterName[];
export const formOf = (name: FilterName): FilterForm => filterForms[name];

export type FilterSet = { readonly [name in FilterName]?: readonly string[] };
export const sorts = ['registered', 'due', 'severity'] as const;
export type Sort = (typeof sorts)[number];

export interface LedgerQuery {
  readonly filters: FilterSet;
  readonly sort: Sort;
  /** The saved view it came from, `due_today`, `view:3f2a`; what it shows may have been changed since. */
  readonly view: string | null;
  /** Where the list begins: registered on this day or before. A place in the list, no filter. */
  readonly at: string | null;
  /** Other columns than those of the view. */
  readonly columns?: ColumnSet | null;
}
/** `full`: the regulation's order (R3.6); `work`: what one works by, in sight without scrolling. */
export const columnSets = ['full', 'work'] as const;
export type ColumnSet = (typeof columnSets)[number];
export const everything: LedgerQuery = { filters: {}, sort: 'registered', view: null, at: null };
const byRegistration = (sort: string): boolean => sort !== 'due' && sort !== 'severity';

const maxText = 200;
const codePattern = /^[A-Za-z0-9_.:\p{L}-]{1,64}$/u;

/** Is this a value that the filter can have? What comes in by the address may be anything. */
export function isValue(name: FilterName, value: string): boolean {
  const form = formOf(name);
  switch (form.form) {
    case 'text': return value.trim() !== '' && [...value].length <= maxText;
    case 'date': return isDate(value) || isRelativeDay(value);
    case 'codes':
    case 'one': return form.codes.includes(value) || (name === 'round' && /^[1-9]\d{0,2}$/.test(value));
    case 'reference':
    case 'code': return codePattern.test(value);
    case 'period': return form.pattern.test(value);
  }
}

const yesNo = { yes: 'true', '1': 'true', no: 'false', '0': 'false' };
const synonyms: Partial<Record<FilterName, Record<string, string>>> = { overdue: yesNo, suspended: yesNo };

function valuesOf(name: FilterName, raw: string): string[] {
  const form = formOf(name).form;
  const single = form === 'text' || form === 'date' || form === 'one';
  const parts = form === 'text' ? [raw.trim()] : raw.split(',').map((part) => part.trim());
  const known = parts.map((part) => synonyms[name]?.[part] ?? part).filter((part) => isValue(name, part));
  return [...new Set(single ? known.slice(0, 1) : known)];
}

type Raw = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>;
const textOf = (raw: Raw[string]): string => (Array.isArray(raw) ? raw.filter((part): part is string => part !== null).join(',') : ((raw as string | null | undefined) ?? ''));

/** From the address; what it cannot mean is left out. */
export function fromAddress(query: Raw): LedgerQuery {
  const filters: Partial<Record<FilterName, readonly string[]>> = {};
  for (const name of filterNames) {
    const values = valuesOf(name, textOf(query[name]));
    if (values.length > 0) filters[name] = values;
  }
  const sort = textOf(query.sort) as Sort;
  const view = textOf(query.view);
  const at = textOf(query.at);
  const columns = textOf(query.columns) as ColumnSet;
  return { filters, sort: sorts.includes(sort) ? sort : 'registered', view: /^[A-Za-z0-9._:-]{1,80}$/.test(view) ? view : null, at: isDate(at) && byRegistration(sort) ? at : null, ...(columnSets.includes(columns) ? { columns } : {}) };
}

/** To the address: the same names in a fixed order, so that equal queries have equal addresses. */
export function toAddress(query: LedgerQuery): Record<string, string> {
  const address: Record<string, string> = {};
  if (query.view) address.view = query.view;
  for (const name of filterNames) {
    const values = query.filters[name];
    if (values && values.length > 0) address[name] = values.join(',');
  }
  if (query.sort !== 'registered') address.sort = query.sort;
  if (query.at) address.at = query.at;
  if (query.columns) address.columns = query.columns;
  return address;
}

/** As the API asks for it, days that move made dates. `at` becomes the latest day of registration. */
export function toApi(query: LedgerQuery, today: string): Record<string, string> {
  const asked: Record<string, string> = {};
  for (const name of filterNames) {
    const values = query.filters[name];
    if (!values || values.length === 0) continue;
    asked[name] = formOf(name).form === 'date' ? dateOf(values[0] ?? '', today) : values.join(',');
  }
  if (query.at && (!asked.to || query.at < asked.to)) asked.to = query.at;
  if (query.sort !== 'registered') asked.sort = query.sort;
  return asked;
}

export function withFilter(query: LedgerQuery, name: FilterName, values: readonly string[]): LedgerQuery {
  const filters = { ...query.filters };
  delete filters[name];
  const form = formOf(name).form;
  const known = [...new Set(values.map((value) => (form === 'text' ? value.trim() : value)))].filter((value) => isValue(name, value));
  return { ...query, at: null, filters: known.length > 0 ? { ...filters, [name]: known } : filters };
}
export const withoutValue = (query: LedgerQuery, name: FilterName, value: string): LedgerQuery =>
  withFilter(query, name, (query.filters[name] ?? []).filter((other) => other !== value));

/** Do they show the same? The view and the place in the list do not count. */
export function sameShown(a: LedgerQuery, b: LedgerQuery): boolean {
  const key = (query: LedgerQuery) => JSON.stringify([filterNames.map((name) => [...(query.filters[name] ?? [])].sort()), query.sort]);
  return key(a) === key(b);
}

export const activeFilters = (query: LedgerQuery): FilterName[] => filterNames.filter((name) => (query.filters[name]?.length ?? 0) > 0);
