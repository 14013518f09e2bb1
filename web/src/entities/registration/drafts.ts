// The drafts of intake: several at a time (a call that was put off), each open in one window only.
import { listKept, listSheltered, forgetKept, type Kept } from '@/shared/keep';
import { randomKey } from './form';

export type DraftKind = 'intake' | 'onsite';
export const newDraftKey = (kind: DraftKind): string => `${kind}:${randomKey(6)}`;
export const isDraftOf = (kind: DraftKind, key: string): boolean => key.startsWith(`${kind}:`);

// Windows tell each other which drafts they hold, so that two of them do not write into one.
const ask = 'who';
const patience = 80;
let channel: BroadcastChannel | null = null;
let mine: string | null = null;
const heard = new Set<string>();

function open(): BroadcastChannel | null {
  if (channel || typeof BroadcastChannel === 'undefined') return channel;
  channel = new BroadcastChannel('hearline-intake');
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === ask) {
      if (mine) channel?.postMessage(mine);
    } else if (typeof data === 'string') heard.add(data);
  };
  return channel;
}
/** This window writes into this draft now (null: into none). */
export function hold(key: string | null): void {
  open();
  mine = key;
}
async function heldElsewhere(): Promise<ReadonlySet<string>> {
  heard.clear();
  const talk = open();
  if (!talk) return heard;
  talk.postMessage(ask);
  await new Promise((done) => setTimeout(done, patience));
  return new Set(heard);
}

/** Those that can be taken up, the latest first. */
export function takeable(kept: readonly Kept[], kind: DraftKind, held: ReadonlySet<string>, own: string): Kept[] {
  return kept.filter((one) => isDraftOf(kind, one.key) && one.key !== own && !held.has(one.key)).sort((a, b) => b.updated_at.localeCompare(a.updated_at));
}
/** `handedIn`: keys of drafts that are none any more, however many wait for the network. */
export async function findDrafts(kind: DraftKind, own: string, handedIn: ReadonlySet<string>): Promise<Kept[]> {
  const sheltered = await listSheltered('mine', handedIn);
  // On an enrolled device what was typed without network is offered at once, whatever the server says or does not say.
  const kept = sheltered.length > 0 ? Promise.race([listKept('draft').catch((): Kept[] => []), new Promise<Kept[]>((late) => setTimeout(() => late([]), 2_000))]) : listKept('draft');
  const [there, held] = await Promise.all([kept, heldElsewhere()]);
  return takeable(newestOfEach([...sheltered, ...there]), kind, held, own);
}
function newestOfEach(drafts: readonly Kept[]): Kept[] {
  const newest = new Map<string, Kept>();
  for (const one of drafts) if (Date.parse(one.updated_at) > Date.parse(newest.get(one.key)?.updated_at ?? '1970-01-01')) newest.set(one.key, one);
  return [...newest.values()];
}
export const throwAway = (key: string): Promise<void> => forgetKept('draft', key);

/** What a draft is known by in the list. */
export function draftTitle(body: Record<string, unknown>): string {
  const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string).trim() : '');
  return (text('subject') || text('content') || text('phone') || text('name')).slice(0, 60);
}
