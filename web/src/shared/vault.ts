// What a device keeps until the network is back (R3.5): sealed with AES-GCM under a key that no script can read out, in IndexedDB. Only on devices
// that somebody enrolled (shared/device.ts); on all others nothing is opened, nothing written.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { ref } from 'vue';

/** `parcel`: a registration that was handed in. `draft`: a form as it was typed. `person`: who works with this device. */
export type SealedKind = 'parcel' | 'draft' | 'person';
interface Box {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}
interface Sealed extends Box {
  /** `parcel/3f…`: what lies in it cannot be told from it. */
  id: string;
  kind: SealedKind;
  files: Box[];
}
interface Base extends DBSchema {
  keys: { key: string; value: CryptoKey };
  sealed: { key: string; value: Sealed; indexes: { kind: SealedKind } };
}
export interface Opened<T> {
  name: string;
  value: T;
  files: ArrayBuffer[];
}

const mark = 'hearline.device';
const baseName = 'hearline-device';
function marked(): boolean {
  try {
    return localStorage.getItem(mark) === 'on';
  } catch {
    return false; // no storage: no device of ours
  }
}
/** This device keeps what waits. */
export const enrolled = ref(marked());
export function setEnrolled(on: boolean): void {
  if (on) localStorage.setItem(mark, 'on');
  else localStorage.removeItem(mark);
  enrolled.value = on;
}
// Another window has enrolled the device, or stopped it.
if (typeof window !== 'undefined') window.addEventListener('storage', (event) => void ((event.key === mark || event.key === null) && (enrolled.value = marked())));
/** As it stands now, whatever this window was told last. */
export const isEnrolled = marked;
/** Browsers give keys and service workers to https (and this very machine) only. */
export const canSeal = (): boolean => typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined;

let base: Promise<IDBPDatabase<Base>> | null = null;
function open(): Promise<IDBPDatabase<Base>> {
  base ??= openDB<Base>(baseName, 1, {
    upgrade(made) {
      made.createObjectStore('keys');
      made.createObjectStore('sealed', { keyPath: 'id' }).createIndex('kind', 'kind');
    },
    terminated: () => void (base = null),
  }).catch((error: unknown) => {
    base = null;
    throw error;
  });
  return base;
}

async function key(): Promise<CryptoKey> {
  const db = await open();
  const found = await db.get('keys', 'device');
  if (found) return found;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two windows at once: the first key written is everybody's.
  const writing = db.transaction('keys', 'readwrite');
  const other = await writing.store.get('device');
  if (!other) await writing.store.put(made, 'device');
  await writing.done;
  return other ?? made;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
async function close(at: CryptoKey, id: string, data: BufferSource): Promise<Box> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(id) }, at, data) };
}
const unclose = (at: CryptoKey, id: string, box: Box): Promise<ArrayBuffer> => crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv, additionalData: bytesOf(id) }, at, box.data);

/** Resolves when it is safely written. Rejects when the browser has no room. */
export async function seal(kind: SealedKind, name: string, value: unknown, files: readonly Blob[] = []): Promise<void> {
  const id = `${kind}/${name}`;
  const at = await key();
  const box = await close(at, id, bytesOf(JSON.stringify({ name, value })));
  const boxes: Box[] = [];
  for (const file of files) boxes.push(await close(at, id, await file.arrayBuffer()));
  await (await open()).put('sealed', { id, kind, ...box, files: boxes });
}

async function unsealed<T>(at: CryptoKey, id: string): Promise<Opened<T> | null> {
  const sealed = await (await open()).get('sealed', id);
  if (!sealed) return null;
  try {
    const { name, value } = JSON.parse(new TextDecoder().decode(await unclose(at, id, sealed))) as { name: string; value: T };
    return { name, value, files: await Promise.all(sealed.files.map((file) => unclose(at, id, file))) };
  } catch {
    return null; // not ours to read
  }
}
export const openOne = async <T>(kind: SealedKind, name: string): Promise<Opened<T> | null> => unsealed<T>(await key(), `${kind}/${name}`);
/** All of a kind that can be opened, or those of these names; one that cannot be (its key went with a cleared browser) is left alone. */
export async function openAll<T>(kind: SealedKind, wanted: (name: string) => boolean = () => true): Promise<Opened<T>[]> {
  const at = await key();
  const found: Opened<T>[] = [];
  for (const id of await (await open()).getAllKeysFromIndex('sealed', 'kind', kind)) {
    const one = wanted(id.slice(kind.length + 1)) ? await unsealed<T>(at, id) : null;
    if (one) found.push(one);
  }
  return found;
}

export async function unseal(kind: SealedKind, name: string): Promise<void> {
  await (await open()).delete('sealed', `${kind}/${name}`);
}

/** Whether it still lies there: another window may have sent it meanwhile. */
export const isSealed = async (kind: SealedKind, name: string): Promise<boolean> => (await (await open()).count('sealed', `${kind}/${name}`)) > 0;
/** How many lie there, readable or not. Rejects when that cannot be told. */
export const countSealed = async (kind: SealedKind): Promise<number> => (await open()).countFromIndex('sealed', 'kind', kind);

/** Nothing is left on the device, the key neither. */
export async function emptyVault(): Promise<void> {
  const db = await open();
  const all = db.transaction(['keys', 'sealed'], 'readwrite');
  await Promise.all([all.objectStore('keys').clear(), all.objectStore('sealed').clear(), all.done]);
}
