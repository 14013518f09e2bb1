// Filters in words: `环节：待审核、待反馈`.
import { isDate, isRelativeDay } from '@/entities/ledger/dates';
import { activeFilters, formOf, type FilterName, type LedgerQuery } from '@/entities/ledger/filters';
import { say, word } from '@/shared/i18n';
import type { useReference } from '@/shared/reference';

export type ReferenceNames = Pick<ReturnType<typeof useReference>, 'unitName' | 'typePath' | 'causeName' | 'lineName' | 'stationName'>;

export const filterLabel = (name: FilterName): string => say(`ledger.filter_${name}`);

const fromReference: Record<string, (names: ReferenceNames, code: string) => string> = {
  unit: (names, code) => names.unitName(code), type: (names, code) => names.typePath(code), type1: (names, code) => names.typePath(code), cause: (names, code) => names.causeName(code),
  line: (names, code) => names.lineName(code), station: (names, code) => names.stationName(code),
};

export function valueText(name: FilterName, value: string, names: ReferenceNames): string {
  const form = formOf(name);
  if (value === 'null' && form.form !== 'one') return say('ledger.unset');
  switch (form.form) {
    case 'codes': return name === 'round' ? say('ledger.roundValueN', { n: value }) : word(form.words, value);
    case 'one': return word(form.words, value);
    case 'reference': return fromReference[form.of]?.(names, value) ?? value;
    case 'date': return isRelativeDay(value) ? say(`ledger.day_${value}`) : value;
    default: return value;
  }
}
export const filterText = (name: FilterName, values: readonly string[], names: ReferenceNames): string =>
  `${filterLabel(name)}${say('common.colon')}${values.map((value) => valueText(name, value, names)).join(say('common.list'))}`;

/** All filters in one line, for the head of the paper. */
export const queryText = (query: LedgerQuery, names: ReferenceNames): string =>
  activeFilters(query).filter((name) => name !== 'from' && name !== 'to').map((name) => filterText(name, query.filters[name] ?? [], names)).join('；');

export function periodText(from: string | undefined, to: string | undefined): string {
  if (from && isDate(from) && to && isDate(to)) return say('ledger.periodBoth', { from, to });
  if (from) return say('ledger.periodFrom', { from });
  return to ? say('ledger.periodTo', { to }) : say('ledger.periodOpen');
}
