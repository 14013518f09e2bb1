// A device of a station that works without network (R3.5): somebody enrols it, from then on the program is kept on it, what waits is sealed on it,
// and who works with it is known to it for a day.
import { ref } from 'vue';
import { ownHeaders, type Schemas } from './api/client';
import { canSeal, emptyVault, enrolled, openAll, seal, setEnrolled, unseal } from './vault';

type Me = Schemas['Me'];
const script = '/offline.js';
const scope = '/staff';
/** What the form reads; the worker keeps the answers (src/offline/worker.ts has the same list). */
const read = ['/api/v1/units', '/api/v1/types', '/api/v1/causes', '/api/v1/places', '/api/v1/channels', '/api/v1/policies', '/api/v1/me/kept?kind=setting'];
/** So long a person is believed without the server: a shift and the way home. */
const believed = 24 * 3_600_000;

export const canEnrol = (): boolean => globalThis.isSecureContext === true && typeof navigator !== 'undefined' && 'serviceWorker' in navigator && canSeal();

const stationMark = 'hearline.station';
export interface Station {
  line: string;
  station: string;
}
function keptStation(): Station | null {
  try {
    return JSON.parse(localStorage.getItem(stationMark) ?? 'null') as Station | null;
  } catch {
    return null;
  }
}
/** Where an enrolled device stands; a place, nothing of a person. */
export const deviceStation = ref<Station | null>(keptStation());
export function setDeviceStation(at: Station): void {
  if (!enrolled.value) return;
  localStorage.setItem(stationMark, JSON.stringify(at));
  deviceStation.value = at;
}

/** Resolves when a worker looks after this page. */
function controlled(): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) return Promise.resolve();
  return new Promise((done) => serviceWorker.addEventListener('controllerchange', () => done(), { once: true }));
}
const startWorker = (): Promise<ServiceWorkerRegistration> => navigator.serviceWorker.register(script, { scope, updateViaCache: 'none' });

const kept = 'hearline-reference';
const settings = '/api/v1/me/kept?kind=setting';
const patience = 20_000; // ms; a worker that cannot fetch its files never says so
const within = <T>(work: Promise<T>): Promise<T> => Promise.race([work, new Promise<never>((_, failed) => setTimeout(() => failed(new TypeError('no answer')), patience))]);
async function forgetProgram(): Promise<void> {
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  for (const name of await caches.keys()) if (name.startsWith('hearline-')) await caches.delete(name);
}

/** Everything that the on-site page needs is on the device when this resolves. Rejects when it could not be fetched; then nothing has changed. */
export async function enrol(me: Me, at: Station): Promise<void> {
  try {
    await within(startWorker());
    (await within(navigator.serviceWorker.ready)).active?.postMessage('claim'); // one that was there before takes this page too
    await within(controlled());
    await Promise.all(read.map((path) => fetch(path, { headers: ownHeaders(), signal: AbortSignal.timeout(patience) })));
    for (const path of read) if (!(await caches.match(new URL(path, location.href).href, { cacheName: kept, ignoreVary: true }))) throw new TypeError(`${path} was not kept`);
  } catch (error) {
    await forgetProgram().catch(() => undefined);
    throw error;
  }
  setEnrolled(true);
  if (at.station) setDeviceStation(at);
  await remember(me);
  await navigator.storage?.persist?.().catch(() => false);
}

/** The device forgets everything. Callers look first whether something waits. */
export async function withdraw(): Promise<void> {
  await emptyVault();
  await forgetProgram();
  localStorage.removeItem(stationMark);
  deviceStation.value = null;
  setEnrolled(false);
}

/** At the start of a page on an enrolled device: the browser looks for a newer worker. */
export function keepWorker(): void {
  if (enrolled.value && canEnrol()) void startWorker().catch(() => undefined);
}

/** The server said who one is (null: nobody). Their token stays out of it. */
export async function remember(me: Me | null): Promise<void> {
  if (!enrolled.value || !canSeal()) return;
  const before = await personOfDevice();
  // The settings of another are not this person's.
  if (before?.name !== me?.name) await globalThis.caches?.open(kept).then((one) => one.delete(new URL(settings, location.href).href, { ignoreVary: true })).catch(() => false);
  await (me && !me.must_change_password ? seal('person', 'me', { me: { ...me, csrf: null }, at: Date.now() }) : unseal('person', 'me')).catch(() => undefined);
}
/** Who worked here last, while the server cannot be asked. Nobody after a logout, nor after a day. */
export async function personOfDevice(now = Date.now()): Promise<Me | null> {
  if (!enrolled.value || !canSeal()) return null;
  const [found] = await openAll<{ me: Me; at: number }>('person').catch(() => []);
  return found && now - found.value.at < believed && now >= found.value.at - 60_000 ? found.value.me : null;
}
