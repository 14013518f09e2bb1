// A version of the rule book as tables: limits by clock and severity, then what is special to a channel.
import type { Schemas } from '@/shared/api/client';

export type Policy = Schemas['Policy'];
type Limit = Policy['clocks'][number];
export const severities = ['ordinary', 'serious', 'urgent'] as const;
type Severity = (typeof severities)[number];

export interface ClockRow {
  stage: Limit['stage'];
  channel: Limit['channel'];
  /** By severity; a limit without a severity holds for all. */
  limits: Readonly<Record<Severity, Limit | null>>;
  rules: string[];
}

/** One row for each clock (and channel that has its own), in the order of the book. */
export function clockRows(policy: Policy): ClockRow[] {
  const rows: ClockRow[] = [];
  for (const limit of policy.clocks) {
    let row = rows.find((one) => one.stage === limit.stage && one.channel === limit.channel);
    if (!row) rows.push((row = { stage: limit.stage, channel: limit.channel, limits: { ordinary: null, serious: null, urgent: null }, rules: [] }));
    const limits = row.limits as Record<Severity, Limit | null>;
    for (const severity of limit.severity ? [limit.severity] : severities) limits[severity] ??= limit;
    if (limit.rule && !row.rules.includes(limit.rule)) row.rules.push(limit.rule);
  }
  return rows.sort((a, b) => Number(a.channel !== null) - Number(b.channel !== null));
}

/** The day before the next version, or nothing while it is the last. */
export function validUntil(policies: readonly Policy[], policy: Policy): string | null {
  const next = policies.map((one) => one.valid_from).filter((from) => from > policy.valid_from).sort()[0];
  return next ? new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) : null;
}
/** All rules that the version names, in their order. */
export const rulesOf = (policy: Policy): string[] => [...new Set([...policy.clocks, ...policy.settings].flatMap(({ rule }) => (rule ? [rule] : [])))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
