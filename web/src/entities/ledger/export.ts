// The ledger as a file: what is asked for, its name, and bringing it to the user's disk.
import { saveFile } from '@/shared/download';
import { ownHeaders, problemOf, Problem } from '@/shared/api/client';
import { toApi, type LedgerQuery } from './filters';

export const formats = ['xlsx', 'csv', 'jsonl'] as const;
export type Format = (typeof formats)[number];
/** So many numbers fit into an address that servers and proxies take (8,000 characters). */
export const mostNumbers = 450;

/** The address of the file with exactly what is shown: filters, order, columns; or of these numbers only. */
export function exportAddress(query: LedgerQuery, today: string, columns: readonly string[], format: Format, numbers: readonly string[] | null): string {
  const shown = toApi({ ...query, at: null }, today);
  const asked = new URLSearchParams({ format, columns: columns.join(',') });
  if (numbers) {
    asked.set('numbers', numbers.join(','));
    if (shown.sort) asked.set('sort', shown.sort);
  } else {
    for (const [name, value] of Object.entries(shown)) asked.set(name, value);
  }
  // Commas need no escape in a query, and hundreds of numbers are long enough.
  return `/api/v1/complaints/export?${asked.toString().replaceAll('%2C', ',')}`;
}

/** The name that the server gave the file. */
export function fileName(disposition: string | null, fallback: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      /* not well made: the plain name then */
    }
  }
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? fallback;
}

/** Brings the file; `progress` is told how many bytes have come. Throws a `Problem`, or an AbortError when it was called off. */
export async function download(address: string, fallback: string, signal: AbortSignal, progress: (bytes: number) => void): Promise<string> {
  const response = await fetch(address, { headers: ownHeaders(), signal }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, '', '');
  });
  if (!response.ok || !response.body) throw await problemOf(response);
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    bytes += part.value.byteLength;
    progress(bytes);
  }
  return saveAnswer(response, parts, fallback);
}

/** Puts what the server sent on the user's disk, under the name that it gave. */
export function saveAnswer(response: Response, parts: BlobPart[], fallback: string): string {
  const name = fileName(response.headers.get('Content-Disposition'), fallback);
  saveFile(name, response.headers.get('Content-Type') ?? 'application/octet-stream', parts);
  return name;
}
