// Registrations that lie sealed on an enrolled device until the server has them (R3.5, R3.9): put there before they are sent, each held by one window.
import type { Queued } from '@/entities/attachment-upload/queue';
import type { Complaint } from '@/shared/api/client';
import { enrolled, isEnrolled, isSealed, openAll, seal, unseal, type Opened } from '@/shared/vault';
import type { IntakeForm, Registration } from './form';

export interface Parcel {
  user: string;
  /** Idempotency-Key: sent twice, registered once. */
  key: string;
  draftKey: string;
  form: IntakeForm;
  body: Registration;
  reason: string;
  ownTime: boolean;
  files: { key: string; name: string; type: string; done: boolean }[];
  /** Registered already; files or the reason are still on their way. */
  complaint: Complaint | null;
  reasonState: 'none' | 'sending' | 'done' | 'failed';
  /** Refused by the server: among the drafts again; its files wait here for that. */
  refused: boolean;
}
interface Handed extends Omit<Parcel, 'files' | 'refused'> {
  files: readonly Queued[];
  state: string;
}

// A window holds what it sends under a lock of the browser, which goes with the window; another one takes only what nobody holds.
const held = new Map<string, () => void>();
function hold(key: string): Promise<boolean> {
  if (held.has(key) || !navigator.locks) return Promise.resolve(true);
  return new Promise((answer) => {
    void navigator.locks.request(`hearline-parcel-${key}`, { ifAvailable: true }, (lock) => {
      if (!lock) return void answer(false);
      return new Promise<void>((free) => {
        held.set(key, free);
        answer(true);
      });
    }).catch(() => answer(true));
  });
}

/** True when it is safe on the device; false where none is enrolled, or where the browser has no room for it. */
export async function keepParcel(one: Handed): Promise<boolean> {
  if (!enrolled.value || !isEnrolled()) return false;
  const { user, key, draftKey, form, body, reason, ownTime, complaint, reasonState } = one;
  const files = one.files.map(({ key, file, state }) => ({ key, name: file.name, type: file.type, done: state === 'done' }));
  const parcel: Parcel = { user, key, draftKey, form, body, reason, ownTime, files, complaint, reasonState, refused: one.state === 'refused' };
  await hold(key);
  return seal('parcel', key, parcel, one.files.map(({ file }) => file)).then(() => true, () => false);
}
/** Nobody waits for it any longer. */
export async function release(key: string): Promise<void> {
  await unseal('parcel', key);
  held.get(key)?.();
  held.delete(key);
}

/** Those of this person that no window has, the eldest first. */
export async function parcelsOf(user: string, known: (key: string) => boolean): Promise<Opened<Parcel>[]> {
  const found: Opened<Parcel>[] = [];
  for (const one of await waitingParcels()) {
    if (one.value.user !== user || known(one.value.key) || !(await hold(one.value.key))) continue;
    if (await isSealed('parcel', one.value.key)) found.push(one);
    else await release(one.value.key); // the window that had it was quicker
  }
  return found.sort((a, b) => a.value.form.received.localeCompare(b.value.form.received));
}
/** All that lies on this device, whoever handed it in. */
export const waitingParcels = (): Promise<Opened<Parcel>[]> => (enrolled.value ? openAll<Parcel>('parcel').catch(() => []) : Promise.resolve([]));
