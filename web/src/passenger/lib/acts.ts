// What is half written about a complaint that was looked up: kept on this device like the form, for a day, until it is sent.
import type { PassengerAct, Rate } from './contract';
import { shelf, type Shelf } from './keeper';
import type { Photo } from './outbox';

export type ActDraft = { id: string; since: number; text: string; solved: NonNullable<Rate['solved']> | ''; satisfaction: Rate['satisfaction'] | ''; photos: Photo[] };

const aDay = 24 * 3600_000;
const here = new Map<string, ActDraft>();
let kept: Promise<Shelf<ActDraft>> | undefined;
const keptOnes = () => (kept ??= shelf<ActDraft>('draft'));

export const actId = (number: string, act: PassengerAct) => `${number} ${act}`;
const isEmpty = ({ text, solved, satisfaction, photos }: ActDraft) => !text.trim() && !solved && !satisfaction && !photos.length;

/** What was written last, or nothing. */
export async function lastAct(id: string, now = Date.now()): Promise<ActDraft | undefined> {
  if (here.has(id)) return here.get(id);
  const store = await keptOnes();
  const all = (await store.all()).filter((one) => one.id !== 'draft');
  for (const old of all.filter(({ since }) => now - since > aDay)) await store.remove(old.id);
  return all.find((one) => one.id === id && now - one.since <= aDay);
}

/** Safe in this page at once, on the device a moment later. */
export async function keepAct(draft: ActDraft): Promise<void> {
  if (isEmpty(draft)) return dropAct(draft.id);
  here.set(draft.id, draft);
  await (await keptOnes()).put({ ...draft, photos: draft.photos.map((photo) => ({ ...photo })) }).catch(() => undefined);
}

export async function dropAct(id: string): Promise<void> {
  here.delete(id);
  await (await keptOnes()).remove(id).catch(() => undefined);
}
