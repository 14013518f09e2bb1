// The keys of TanStack Query, in one place: what comes in live (shared/live.ts) invalidates by them.
import type { Filters } from './links';

export const keys = {
  complaint: (number: string) => ['complaint', number] as const,
  events: (number: string) => ['complaint', number, 'events'] as const,
  attachments: (number: string) => ['complaint', number, 'attachments'] as const,
  /** Any list of complaints; all lists lie below `['complaints']`. */
  ledger: (filters: Filters) => ['complaints', filters] as const,
  /** Any figures; all lie below `['figures']`. */
  figures: (what: Record<string, unknown>) => ['figures', what] as const,
  reference: (name: string) => ['reference', name] as const,
  kept: (kind: string) => ['kept', kind] as const,
};
