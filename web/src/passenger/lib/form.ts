// The form: what it holds, what is wrong with it, and the body that is sent.
import type { Kind, Submission } from './contract';
import { placeOf, type Station } from './places';
import { instantOf } from './times';

export type Form = {
  content: string; place: string; station: string | null; contact: string; anonymous: boolean;
  exit: string; equipment: string; kind: Kind; when: string; type: string; name: string; email: string;
};
export type Field = 'content' | 'place' | 'contact' | 'when' | 'email';
/** Keys of words by field. */
export type Faults = Partial<Record<Field, string>>;

export const emptyForm = (): Form => ({
  content: '', place: '', station: null, contact: '', anonymous: false, exit: '', equipment: '', kind: 'complaint', when: '', type: '', name: '', email: '',
});
export const isEmpty = (form: Form) => ![form.content, form.station ? '' : form.place, form.contact, form.when, form.name, form.email].some((text) => text.trim());

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);
const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '').length;

/** What has to be mended before it can be sent. */
export function faultsOf(form: Form, now = new Date()): Faults {
  const faults: Faults = {};
  const contact = form.contact.trim();
  if (!form.content.trim()) faults.content = 'needContent';
  if (!form.place.trim() && !form.station) faults.place = 'needPlace';
  if (!form.anonymous && !contact) faults.contact = 'needContact';
  else if (!form.anonymous && !isEmail(contact) && (digits(contact) < 5 || contact.length > 64)) faults.contact = 'badContact';
  if (form.when && !(new Date(form.when).getTime() <= now.getTime() + 60_000)) faults.when = 'badWhen';
  if (!form.anonymous && form.email.trim() && !isEmail(form.email.trim())) faults.email = 'badEmail';
  return faults;
}

/** The body as the contract wants it; an anonymous one holds nothing of the person. */
export function bodyOf(form: Form, stations: readonly Station[]): Submission {
  const contact = form.contact.trim();
  const byMail = isEmail(contact);
  const email = form.email.trim() || (byMail ? contact : '');
  return {
    content: form.content.trim(),
    kind: form.kind,
    place: placeOf(stations, form.place, form.station, form),
    complainant: form.anonymous
      ? { anonymous: true }
      : { anonymous: false, phone: byMail ? null : contact, email: email || null, name: form.name.trim() || null },
    occurred_at: instantOf(form.when),
    type: form.type || null,
  };
}

/** Number and code out of a text that someone copied: the receipt, a message. */
export function readPair(text: string): { number?: string; code?: string } {
  const plain = text.normalize('NFKC').toUpperCase();
  const number = plain.match(/TS\d{12,}/)?.[0];
  const code = plain.replace(number ?? '', ' ').match(/(?:^|[^A-Z\d])([2-9A-HJ-NP-Z]{4}[ -]?[2-9A-HJ-NP-Z]{4}[ -]?[2-9A-HJ-NP-Z]{4})(?![A-Z\d])/)?.[1]?.replace(/[ -]/g, '');
  return { ...(number ? { number } : {}), ...(code ? { code } : {}) };
}

/** A key that nobody else has; `crypto.randomUUID` wants TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
