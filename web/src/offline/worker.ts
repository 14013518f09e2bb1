// The service worker of enrolled devices: keeps the program itself and what its form reads, so that the on-site page opens without network (R3.5).
// Nothing of a complaint passes through it: only files of the program and reference data are ever stored.
interface Lasting extends Event { waitUntil(work: Promise<unknown>): void }
interface Fetching extends Lasting { request: Request; respondWith(answer: Promise<Response>): void }
interface Worker {
  addEventListener(name: 'install' | 'activate', handler: (event: Lasting) => void): void;
  addEventListener(name: 'message', handler: (event: Lasting & { data: unknown }) => void): void;
  addEventListener(name: 'fetch', handler: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
}
const worker = self as unknown as Worker;

// Filled in by build/pack.mjs: a name for this version, then the files.
const [version = '', ...files] = '__HEARLINE_FILES__'.match(/\S+/g) ?? [];
const program = `hearline-program-${version}`;
const reference = 'hearline-reference';
const page = '/staff';
const read = ['/api/v1/units', '/api/v1/types', '/api/v1/causes', '/api/v1/places', '/api/v1/channels', '/api/v1/policies', '/api/v1/me/kept'];
const mark = 'X-Hearline-Kept';
const patience = 4_000; // ms for a network that says nothing

worker.addEventListener('install', (event) => event.waitUntil((async () => {
  const kept = await caches.open(program);
  await kept.addAll([new Request(page, { cache: 'no-cache' }), ...files]);
  await worker.skipWaiting();
})()));
worker.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('hearline-program-') && name !== program) await caches.delete(name);
  await worker.clients.claim();
})()));

worker.addEventListener('message', (event) => void (event.data === 'claim' && event.waitUntil(worker.clients.claim())));

const away = (response: Response): boolean => [502, 503, 504].includes(response.status); // a proxy that finds no server
const late = () => new Promise<null>((done) => setTimeout(() => done(null), patience));
async function pageOf(request: Request): Promise<Response> {
  const answer = await Promise.race([fetch(request).then((response) => (away(response) ? null : response), () => null), late()]);
  return answer ?? (await caches.match(page, { cacheName: program })) ?? Response.error();
}
async function fileOf(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: program, ignoreVary: true })) ?? fetch(request);
}
/** What comes late is kept for the next time. */
async function referenceOf(event: Fetching): Promise<Response> {
  const kept = await caches.open(reference);
  const asked = fetch(event.request).then(async (response) => {
    if (response.ok) await kept.put(event.request.url, response.clone()).catch(() => undefined);
    return response;
  });
  event.waitUntil(asked.catch(() => undefined));
  const answer = await Promise.race([asked.then((response) => (away(response) ? null : response), () => null), late()]);
  if (answer) return answer;
  const before = await kept.match(event.request.url, { ignoreVary: true });
  // Marked, so that nobody takes it for a sign that the server is there (shared/api/client.ts).
  return before ? new Response(before.body, { status: 200, headers: { 'Content-Type': 'application/json', [mark]: '1' } }) : asked;
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    if (address.pathname === page || address.pathname.startsWith(`${page}/`)) event.respondWith(pageOf(request));
  } else if (address.pathname.startsWith('/assets/') || address.pathname === '/icon.svg') event.respondWith(fileOf(request));
  else if (read.includes(address.pathname) && (address.pathname !== '/api/v1/me/kept' || address.search === '?kind=setting')) event.respondWith(referenceOf(event));
});
