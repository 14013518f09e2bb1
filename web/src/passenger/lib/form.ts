// The form: what it holds, what is wrong with it, and the body that is sent.
import type { Kind, Reference, Submission } from './contract';
import { say } from './language';
import { placeOf, type Station } from './places';
import { lengthOf, narrow } from './text';
import { instantOf } from './times';

export type Form = {
  content: string; place: string; station: string | null; contact: string; anonymous: boolean;
  exit: string; equipment: string; kind: Kind; when: string; type: string; name: string; email: string;
};
export type Field = 'content' | 'place' | 'contact' | 'when' | 'name' | 'email';
/** By field: a key of words, or what is wrong in words. */
export type Faults = Partial<Record<Field, string>>;

export const emptyForm = (): Form => ({
  content: '', place: '', station: null, contact: '', anonymous: false, exit: '', equipment: '', kind: 'complaint', when: '', type: '', name: '', email: '',
});
export const isEmpty = (form: Form) => ![form.content, form.station ? '' : form.place, form.contact, form.when, form.name, form.email].some((text) => text.trim());

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);

let phones: typeof import('@/shared/phone') | undefined;
/** What reads telephone numbers comes when somebody writes. */
export const learnPhones = async () => void (phones ??= await import('@/shared/phone'));

/** What is asked back about a telephone number; the server asks too, should the reading not have come. */
function doubtAbout(contact: string): string | undefined {
  if (!phones) return undefined;
  const { numbers, doubtful } = phones.readPhones(contact);
  const [first] = doubtful;
  if (!first) return numbers.some((one) => !one.service) ? undefined : 'badContact';
  const { digits, why } = first;
  const length = why.startsWith('too-');
  return say(length && digits[0] === '1' ? 'mobileLength' : length ? 'landlineLength' : 'noSuchNumber', digits, digits.length);
}

/** Nothing is cut without a word: how many characters there are, and how many there may be. */
export function tooLong(text: string, most: number | undefined): string | undefined {
  const length = lengthOf(text.trim());
  return most && length > most ? say('tooLong', most, length, length - most) : undefined;
}

const order: readonly Field[] = ['content', 'place', 'contact', 'when', 'name', 'email'];
/** What has to be mended before it can be sent. */
export function faultsOf(form: Form, longest?: Reference['longest'], now = new Date()): Faults {
  const faults: Faults = {};
  const contact = narrow(form.contact);
  const email = narrow(form.email);
  if (!form.content.trim()) faults.content = 'needContent';
  if (!form.place.trim() && !form.station) faults.place = 'needPlace';
  if (!form.anonymous && !contact) faults.contact = 'needContact';
  else if (!form.anonymous && !isEmail(contact)) faults.contact = /@/.test(contact) && !/\d{5}/.test(contact) ? 'badEmail' : doubtAbout(contact);
  if (form.when && !(new Date(form.when).getTime() <= now.getTime() + 60_000)) faults.when = 'badWhen';
  if (!form.anonymous && email && !isEmail(email)) faults.email = 'badEmail';
  faults.content ??= tooLong(form.content, longest?.content);
  faults.place ??= tooLong(form.place, longest?.text);
  if (!form.anonymous) {
    faults.contact ??= tooLong(contact, isEmail(contact) ? longest?.email : longest?.name);
    faults.name = tooLong(form.name, longest?.name);
    faults.email ??= tooLong(email, longest?.email);
  }
  return Object.fromEntries(order.flatMap((field) => (faults[field] ? [[field, faults[field]]] : [])));
}

/** The body as the contract wants it; an anonymous one holds nothing of the person. */
export function bodyOf(form: Form, stations: readonly Station[]): Submission {
  const byMail = isEmail(narrow(form.contact));
  const contact = byMail ? narrow(form.contact) : form.contact.trim();
  const email = narrow(form.email) || (byMail ? contact : '');
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
