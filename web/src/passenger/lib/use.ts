// Small things that several views need.
import { shallowRef } from 'vue';
import { say } from './language';
import type { Problem } from './wire';

export const spoken = shallowRef('');
/** Said by screen readers, shown nowhere. Said twice, it is heard twice. */
export function announce(text: string): void {
  spoken.value = spoken.value === text ? `${text}\u00a0` : text;
}

/** What a refusal means and what to do, when it belongs to no field. */
export const explain = ({ status, wait, detail }: Problem): string =>
  (status === 429 && say('busy', wait || 30)) || (status === 0 && say('net')) || (status < 500 && detail) || say('failed');

export const focusOn = (id: string) => document.getElementById(id)?.focus();
/** Whoever does not see the page turn hears its heading. */
export const focusHeading = () => document.querySelector('h1')?.focus();
