// Files that wait for their complaint's number: looked at before, sent after it one by one, each with its own result; a failed one is sent again alone.
import { upload, type Sending } from '@/entities/attachment/upload';

/** The server takes no more (its settings); said before sending. */
export const mostBytes = 20 * 1024 * 1024;
export const mostFiles = 20;

export interface Queued extends Sending {
  /** Idempotency-Key of this file. */
  key: string;
}
export type Refused = 'large' | 'empty' | 'many';

/** Why a file cannot be sent, or nothing. */
export function refusal(file: Pick<File, 'size'>, already: number): Refused | null {
  if (already >= mostFiles) return 'many';
  if (file.size === 0) return 'empty';
  return file.size > mostBytes ? 'large' : null;
}

let last = 0;
const randomKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
export const queued = (file: File): Queued => ({ id: ++last, key: randomKey(), file, progress: 0, state: 'waiting', problem: null });

type Send = typeof upload;
/** Sends one; never throws, its state says how it went. */
export async function sendOne(number: string, one: Queued, send: Send = upload): Promise<void> {
  one.state = 'sending';
  one.progress = 0;
  one.problem = null;
  try {
    await send(number, one.file, { key: one.key, onProgress: (share) => (one.progress = share) });
    one.state = 'done';
    one.progress = 1;
  } catch (error) {
    one.state = 'failed';
    one.problem = error;
  }
}
/** One by one: a phone line in a station carries one well and five badly. A failed one does not hold up the rest. */
export async function sendAll(number: string, files: readonly Queued[], send: Send = upload): Promise<void> {
  for (const one of files) if (one.state !== 'done') await sendOne(number, one, send);
}
