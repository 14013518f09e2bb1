// Whose turn it is, by stage: workflow.md's owners. The same sets for the home page, "do the next one" and the shipped views of the ledger.
import type { Stage } from './api/client';
import type { Role } from './page';

export const centreStages: readonly Stage[] = ['dispatch', 'review', 'feedback', 'follow_up'];
export const unitStages: readonly Stage[] = ['opinion', 'remedy', 'result'];
export const openStages: readonly Stage[] = ['dispatch', 'opinion', 'review', 'remedy', 'result', 'feedback', 'follow_up'];

export const worksForCentre = (role: Role | null): boolean => role === 'agent' || role === 'director';
export const worksForUnit = (role: Role | null): boolean => role === 'desk' || role === 'head';

/** What waits for this person. */
export function waitingFilters(role: Role | null, unit: string | null): { stage: string; unit?: string } {
  if (worksForUnit(role) && unit) return { stage: unitStages.join(','), unit };
  return { stage: centreStages.join(',') };
}
/** What this person's side has passed on and waits for. */
export function sentFilters(role: Role | null, unit: string | null): { stage: string; unit?: string } {
  if (worksForUnit(role) && unit) return { stage: centreStages.join(','), unit };
  return { stage: unitStages.join(',') };
}
