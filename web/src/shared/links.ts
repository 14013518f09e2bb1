// The addresses of the pages, in one place. Filters of the ledger stand in its address under the names of the API.
import type { RouteLocationRaw, Router } from 'vue-router';

export type Filters = Record<string, string | undefined>;

export const homePath = '/';
export const loginPath = '/login';
export const intakePath = '/intake';
export const onSitePath = '/intake/on-site';
export const ledgerPath = '/ledger';
export const complaintPath = '/complaints/:number';
export const dashboardPath = '/dashboard';
export const wallPath = '/wall';
export const administrationPath = '/administration';

export const toComplaint = (number: string, hash = ''): RouteLocationRaw => ({ path: `/complaints/${encodeURIComponent(number)}`, hash });
export const toLedger = (filters: Filters = {}): RouteLocationRaw => ({
  path: ledgerPath,
  query: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')),
});
/** The clause in the rule book. */
export const toRule = (rule: string): RouteLocationRaw => ({ path: `${administrationPath}/rules`, hash: `#${rule}` });
/** `/staff/ledger?stage=review` for a plain link or another window. */
export const staffAddress = (path: string): string => `/staff${path}`;
/** Whether a page stands at this address in this version of the program; what leads nowhere is not offered. */
export const stands = (router: Router, path: string): boolean => router.resolve(path).name !== 'missing';
