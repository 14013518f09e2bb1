// What the dashboard shows: period, unit and line as they stand in its address, and the filters that figures and ledger share.
import type { Filters } from '@/shared/links';
import { grainOf, periodOf, type Grain, type Period } from '@/entities/figures/periods';

export interface Choice {
  period: Period;
  grain: Grain;
  /** Whether the grain was chosen, or follows the period. */
  grainChosen: boolean;
  unit: string | null;
  line: string | null;
}
type Raw = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>;

const codePattern = /^[A-Za-z0-9_.:\p{L}-]{1,64}$/u;
const one = (raw: Raw[string]): string | null => (Array.isArray(raw) ? (raw[0] ?? null) : ((raw as string | null | undefined) ?? null));
const code = (raw: Raw[string]): string | null => {
  const text = one(raw);
  return text && codePattern.test(text) ? text : null;
};

export function fromAddress(query: Raw, today: string): Choice {
  const period = periodOf(one(query.period), today, one(query.from), one(query.to));
  const asked = one(query.grain);
  const grain = grainOf(asked, period);
  return { period, grain, grainChosen: asked === grain, unit: code(query.unit), line: code(query.line) };
}

/** The shortest address that says the same. */
export function toAddress(choice: Choice): Record<string, string> {
  const { period } = choice;
  return {
    ...(period.name === 'month' ? {} : { period: period.name }),
    ...(period.name === 'free' ? { from: period.from, to: period.to } : {}),
    ...(choice.grainChosen ? { grain: choice.grain } : {}),
    ...(choice.unit ? { unit: choice.unit } : {}),
    ...(choice.line ? { line: choice.line } : {}),
  };
}

const where = (choice: Choice): Filters => ({ kind: 'complaint', unit: choice.unit ?? undefined, line: choice.line ?? undefined });
/** What was registered in the period. */
export const inPeriod = (choice: Choice): Filters => ({ ...where(choice), from: choice.period.from, to: choice.period.to });
/** What is there now, whenever it was registered. */
export const anytime = (choice: Choice): Filters => where(choice);
