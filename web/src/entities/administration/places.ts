// The parts of the administration, and who uses them.
import { administrationPath } from '@/shared/links';
import { useSession } from '@/shared/session';
import type { IconName } from '@/shared/ui/icons';

export interface Place {
  name: string;
  path: string;
  icon: IconName;
  /** The permission without which it is not shown. */
  may?: string;
  /** What makes it one's work instead of a place to look things up. */
  works?: readonly string[];
}

export const places: readonly Place[] = [
  { name: 'people', path: `${administrationPath}/people`, icon: 'people', may: 'read_people', works: ['edit_people', 'edit_roles', 'edit_sessions'] },
  { name: 'organisation', path: `${administrationPath}/organisation`, icon: 'tree', works: ['edit_organisation'] },
  { name: 'codes', path: `${administrationPath}/codes`, icon: 'filter', works: ['edit_reference'] },
  { name: 'calendars', path: `${administrationPath}/calendars`, icon: 'calendar', works: ['edit_reference'] },
  { name: 'rules', path: `${administrationPath}/rules`, icon: 'book' },
  { name: 'imports', path: `${administrationPath}/imports`, icon: 'upload', may: 'import_data', works: ['import_data'] },
  { name: 'audit', path: `${administrationPath}/audit`, icon: 'history', may: 'read_audit', works: ['read_audit'] },
  { name: 'qr', path: '/qr', icon: 'place' },
];

/** Those that this person uses. */
export function usePlaces(): () => Place[] {
  const session = useSession();
  return () => places.filter((place) => !place.may || session.can(place.may));
}
export const worksAt = (place: Place, can: (permission: string) => boolean): boolean => (place.works ?? []).some(can);
