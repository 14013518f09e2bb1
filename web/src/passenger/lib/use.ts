// Small things that several views need.
import { shallowRef } from 'vue';
import { language, say, type Key } from './language';
import type { Refusal } from './wire';

export const spoken = shallowRef('');
/** Said by screen readers, shown nowhere. Said twice, it is heard twice. */
export function announce(text: string): void {
  spoken.value = spoken.value === text ? `${text}\u00a0` : text;
}

/** What a refusal means and what to do, when it belongs to no field. */
export function explain({ status, wait, detail, errors, foreign }: Refusal & { wait?: number }): string {
  if (status === 429) return say('busy', wait || 30);
  if (status === 0) return say('net');
  if (status >= 500 && status !== 511) return say('failed');
  if (!foreign) return [...new Set([detail, ...errors.map((one) => one.detail)])].join(' ') || say('failed');
  return status === 413 ? say('foreignLarge') : status < 400 || status === 511 || status === 407 ? say('portal') : say('foreign', status);
}

const fields: Record<string, Key> = {
  '/content': 'content', '/place': 'place', '/place/detail': 'place', '/place/station': 'place', '/complainant/phone': 'contact', '/complainant/email': 'email', '/complainant/name': 'name', '/occurred_at': 'when',
};
/** A refusal of the form, each fault with the field that it is in. */
export const whereWrong = (refusal: Refusal): string =>
  refusal.errors.map(({ pointer, detail }) => (pointer in fields ? `${say(fields[pointer]!)}${language.value === 'en' ? ': ' : '：'}${detail}` : detail)).join(language.value === 'en' ? '; ' : '；') || explain(refusal);

export const focusOn = (id: string) => document.getElementById(id)?.focus();
/** Whoever does not see the page turn hears its heading. */
export const focusHeading = () => document.querySelector('h1')?.focus();
