// What each field is called, for the summary of faults; by which means a channel is answered.
import '@/entities/place/words';
import { placeParts, type PlaceValue } from '@/entities/place/places';
import type { Channel, FieldName } from '@/entities/registration/form';
import '@/entities/registration/words';
import type { Schemas } from '@/shared/api/client';
import { say } from '@/shared/i18n';
import './words';

const own: Partial<Record<FieldName, string>> = { received: 'intake.received', occurred: 'intake.occurred', subject: 'intake.subject', unit: 'intake.unit', externalId: 'intake.externalId', severityReason: 'registration.severity' };
export function labelOf(field: FieldName): string {
  if (placeParts.includes(field as keyof PlaceValue)) return say(`place.${field}`);
  return say(own[field] ?? `registration.${field}`);
}

const means: Partial<Record<Channel, Schemas['Means']>> = { on_site: 'visit', wechat: 'wechat', weibo: 'weibo', email: 'email', letter: 'letter', website: 'platform', city_hotline: 'platform', open311: 'platform', fax: 'other', other: 'other' };
export const meansOf = (channel: Channel): Schemas['Means'] => means[channel] ?? 'phone';
