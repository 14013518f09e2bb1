// How far this machine's clock is from the server's: a time of receipt "in the future" would be refused for a clock that is a little fast.
let offset: number | null = null;
let asked: Promise<void> | null = null;

async function measure(): Promise<void> {
  const before = Date.now();
  const response = await fetch('/healthz', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5_000) });
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (Number.isNaN(date)) return void (offset ??= 0); // a proxy that tells none: this machine's clock is believed
  const after = Date.now();
  // The header has whole seconds, cut off: half a second is the best guess for the rest.
  const found = date + 500 - (before + after) / 2;
  offset = Math.abs(found) > 1_500 ? found : 0;
}
/** Asks once for the page; without an answer this machine's clock is believed. */
export function learnServerTime(): Promise<void> {
  asked ??= measure().catch(() => void (asked = null));
  return asked;
}
/** Milliseconds; null while no server has said. */
export const serverAhead = (): number | null => offset;
export const serverNow = (): number => Date.now() + (offset ?? 0);
