// People and their roles: who may be what where, and who may change it (三员分立).
import type { Schemas } from '@/shared/api/client';
import type { Role } from '@/shared/page';

export type User = Schemas['User'];
export const roles: readonly Role[] = ['agent', 'director', 'desk', 'head', 'leader', 'auditor', 'sysadmin', 'secadmin'];
const administrators: readonly Role[] = ['auditor', 'sysadmin', 'secadmin'];

/** Whoever adds people adds none of the three administrators: with the first password in hand they would hold two of the roles. */
export const rolesToAdd: readonly Role[] = roles.filter((role) => !administrators.includes(role));
export const isAdministrator = (role: Role): boolean => administrators.includes(role);
/** Desk and head belong to a unit that takes work; agents and the director are the centre's, the others nobody's. */
export const needsUnit = (role: Role): boolean => role === 'desk' || role === 'head';

export type Deed = 'name' | 'unit' | 'role' | 'disable' | 'reset' | 'unlock';
/** What a person with these permissions may do to another. The server judges; this only decides what is offered. */
export function deeds(can: (permission: string) => boolean, me: string, user: User): Deed[] {
  const self = me === user.name;
  const [people, allRoles, sessions] = [can('edit_people'), can('edit_roles'), can('edit_sessions')];
  const list: [Deed, boolean][] = [
    ['name', people], ['unit', people && needsUnit(user.role)], ['role', allRoles && !self], ['disable', (people || allRoles) && !self],
    ['reset', sessions && !self && !user.disabled], ['unlock', sessions && user.locked_until !== null],
  ];
  return list.filter(([, may]) => may).map(([deed]) => deed);
}

export interface Wanted {
  text: string;
  role: string;
  unit: string | null;
  /** Of one's state; who is locked may still be in office. */
  disabled: 'all' | 'active' | 'disabled' | 'locked';
}
export function fits(user: User, wanted: Wanted, unitName: (code: string | null) => string): boolean {
  const text = wanted.text.normalize('NFKC').trim().toLowerCase();
  const says = [user.name, user.display_name ?? '', unitName(user.unit)].some((part) => part.toLowerCase().includes(text));
  return says && (!wanted.role || user.role === wanted.role) && (!wanted.unit || user.unit === wanted.unit) && (wanted.disabled === 'all' || (wanted.disabled === 'locked' ? user.locked_until !== null : user.disabled === (wanted.disabled === 'disabled')));
}
export const loginName = /^[a-z0-9][a-z0-9_.-]{0,63}$/;
