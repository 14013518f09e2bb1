// What the intake form holds, what is sent of it, what is missing, and which field a refusal points at.
import { emptyPlace, isEmptyPlace, placeBody, placeParts, type PlaceValue } from '@/entities/place/places';
import type { Problem, Schemas } from '@/shared/api/client';
import { fromLocalInput, nowText } from '@/shared/format';

export type Channel = Schemas['Channel'];
export type Kind = Schemas['Kind'];
export type Severity = Schemas['Severity'];
export type Registration = Schemas['Registration'];

/** In the order of their number keys: 1 to 9, then 0. What comes only by a connector is not chosen here. */
export const channels: readonly Channel[] = ['hotline', 'on_site', 'wechat', 'weibo', 'website', 'email', 'letter', 'fax', 'city_hotline', 'other'];
export const kinds: readonly Kind[] = ['complaint', 'consultation', 'help', 'suggestion', 'praise', 'lost_property'];
export const severities: readonly Severity[] = ['ordinary', 'serious', 'urgent'];

/** Plain data, so that it can be kept as a draft. `received` is exact to the second until somebody edits it. */
export interface IntakeForm extends Record<string, unknown> {
  key: string;
  channel: Channel;
  received: string;
  receivedEdited: boolean;
  phone: string;
  name: string;
  anonymous: boolean;
  place: PlaceValue;
  occurred: string;
  kind: Kind;
  type: string;
  severity: Severity;
  severityReason: string;
  subject: string;
  content: string;
  unit: string;
  externalId: string;
}

// crypto.randomUUID is missing where the address is plain http.
export const randomKey = (bytes = 16): string => [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const emptyForm = (given: Partial<IntakeForm> = {}): IntakeForm => ({
  key: randomKey(), channel: 'hotline', received: '', receivedEdited: false, phone: '', name: '', anonymous: false, place: emptyPlace(), occurred: '', kind: 'complaint', type: '', severity: 'ordinary',
  severityReason: '', subject: '', content: '', unit: '', externalId: '', ...given,
});

const typed: readonly (keyof IntakeForm)[] = ['phone', 'name', 'occurred', 'type', 'severityReason', 'subject', 'content', 'unit', 'externalId'];
/** Nothing in it that somebody would miss. `start` is what it began with (a station that is always filled in). */
export function isUntouched(form: IntakeForm, start: IntakeForm): boolean {
  return typed.every((name) => String(form[name]).trim() === String(start[name]).trim()) && form.anonymous === start.anonymous && form.kind === start.kind && form.severity === start.severity && form.channel === start.channel
    && !form.receivedEdited && (isEmptyPlace(form.place) || placeParts.every((part) => form.place[part].trim() === start.place[part].trim()));
}

/** A kept draft put into the form's shape, whatever an older page left in it; nothing of a wrong type comes through. */
export function revive(kept: Record<string, unknown>, start: IntakeForm): IntakeForm {
  const form: IntakeForm = { ...start, place: { ...start.place } };
  for (const [name, value] of Object.entries(kept)) {
    if (name in form && name !== 'place' && typeof value === typeof form[name]) form[name] = value;
  }
  const place: unknown = kept.place;
  if (typeof place === 'object' && place !== null) {
    for (const part of placeParts) {
      const value = (place as Record<string, unknown>)[part];
      if (typeof value === 'string') form.place[part] = value;
    }
  }
  if (!channels.includes(form.channel)) form.channel = start.channel;
  if (!kinds.includes(form.kind)) form.kind = start.kind;
  if (!severities.includes(form.severity)) form.severity = start.severity;
  return form;
}

export const plainPhone = (phone: string): string => phone.normalize('NFKC').replace(/[\s()（）-]/g, '');
/** Its number at the source is asked where there is one. */
export const hasSource = (channel: Channel): boolean => channel !== 'hotline' && channel !== 'on_site';
const orNothing = (text: string): string | undefined => text.trim() || undefined;

/** The body as the interface has it. Of an anonymous complainant nothing is sent, whatever was typed before. */
export function bodyOf(form: IntakeForm): Registration {
  const complainant = form.anonymous ? { anonymous: true } : { name: orNothing(form.name), phone: orNothing(plainPhone(form.phone)) };
  const body: Registration = {
    channel: form.channel, content: form.content.trim(), subject: orNothing(form.subject), kind: form.kind, severity: form.severity, received_at: form.received || undefined,
    occurred_at: fromLocalInput(form.occurred) ?? undefined, complainant: Object.values(complainant).some(Boolean) ? complainant : undefined, place: placeBody(form.place),
    type: orNothing(form.type), unit: orNothing(form.unit), external_id: hasSource(form.channel) ? orNothing(form.externalId) : undefined,
  };
  return JSON.parse(JSON.stringify(body)) as Registration; // without what is undefined: the same form gives the same bytes again
}

export type FieldName = 'channel' | 'received' | 'occurred' | 'phone' | 'name' | 'anonymous' | keyof PlaceValue | 'kind' | 'type' | 'severity' | 'severityReason' | 'subject' | 'content' | 'unit' | 'externalId';
export interface Fault {
  field: FieldName | null;
  /** What the server said, or a message key of our own. */
  text?: string;
  key?: string;
}

/** What is wrong before anything is sent. The server looks again; this only says it sooner. */
export function check(form: IntakeForm, now: number): Fault[] {
  const faults: Fault[] = [];
  const contact = form.phone.trim() !== '' || (form.channel !== 'hotline' && form.name.trim() !== '');
  if (!contact && !form.anonymous) faults.push({ field: 'phone', key: form.channel === 'hotline' ? 'registration.needPhone' : 'registration.needContact' });
  if (form.content.trim() === '') faults.push({ field: 'content', key: 'registration.needContent' });
  const received = Date.parse(form.received);
  // A minute of grace: the field shows no seconds, clocks differ.
  if (form.receivedEdited && received > now + 60_000) faults.push({ field: 'received', key: 'registration.receivedLater' });
  const occurred = Date.parse(fromLocalInput(form.occurred) ?? '');
  if (occurred > (Number.isNaN(received) ? now : received) + 59_999) faults.push({ field: 'occurred', key: 'registration.occurredLater' });
  if (form.severity !== 'ordinary' && form.severityReason.trim() === '') faults.push({ field: 'severityReason', key: 'registration.needReason' });
  return faults;
}

const byPointer: Record<string, FieldName> = {
  '/channel': 'channel', '/received_at': 'received', '/occurred_at': 'occurred', '/complainant': 'phone', '/complainant/phone': 'phone', '/complainant/name': 'name', '/complainant/anonymous': 'anonymous',
  '/place': 'station', ...Object.fromEntries(placeParts.map((part) => [`/place/${part}`, part])), '/kind': 'kind', '/type': 'type', '/severity': 'severity', '/subject': 'subject', '/content': 'content', '/unit': 'unit', '/external_id': 'externalId',
};
/** The field that a pointer of the server means: its own, or that of the nearest above. */
export function fieldOf(pointer: string): FieldName | null {
  for (let rest = pointer; rest !== ''; rest = rest.slice(0, rest.lastIndexOf('/'))) {
    const field = byPointer[rest];
    if (field) return field;
  }
  return null;
}
export const faultsOf = (problem: Pick<Problem, 'errors'>): Fault[] => problem.errors.map((error) => ({ field: fieldOf(error.pointer), text: error.detail }));

/** The moment it came, for a form that begins now. */
export const beginAt = (now: number): string => nowText(now);
