// Sends one file with its progress (fetch tells none), as bare content; what it is the server finds out by looking at it.
import { noteMade } from '@/shared/made-here';
import { ownHeaders, Problem, problemOf, type Schemas } from '@/shared/api/client';

export type Attachment = Schemas['Attachment'];

export interface Sending {
  id: number;
  file: File;
  /** 0 to 1. */
  progress: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  problem: unknown;
}

/** Pasted pictures have no name of their own. */
export function nameOf(file: File, now: Date = new Date()): string {
  const plain = file.name === '' || /^image\.(png|jpe?g|webp)$/i.test(file.name);
  if (!plain) return file.name.slice(-200);
  const extension = file.type.split('/')[1]?.replace('jpeg', 'jpg') || 'png';
  return `${now.toISOString().slice(0, 19).replace(/[-:T]/g, '')}.${extension}`;
}

export function upload(number: string, file: File, options: { version?: number; /** Idempotency-Key: a lost answer adds the file once. */ key?: string; onProgress?: (share: number) => void; signal?: AbortSignal } = {}): Promise<Attachment> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/complaints/${encodeURIComponent(number)}/attachments?name=${encodeURIComponent(nameOf(file))}`);
    for (const [name, value] of Object.entries(ownHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (options.version !== undefined) request.setRequestHeader('If-Match', `"${options.version}"`);
    if (options.key) request.setRequestHeader('Idempotency-Key', options.key);
    request.upload.onprogress = (event) => options.onProgress?.(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => failed(new Problem(0, '', ''));
    request.onabort = () => failed(new DOMException('', 'AbortError'));
    request.onload = () => {
      if (request.status === 201) {
        const added = JSON.parse(request.responseText) as Attachment;
        noteMade(number, added.event_seq);
        return done(added);
      }
      // A Response of it, so that refusals are told as those of all other requests.
      const response = new Response(request.responseText || null, { status: request.status });
      void problemOf(response).then(failed);
    };
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** Files of a paste or a drop; nothing when it brought text only. */
export const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])].filter((file) => file.size > 0);

export type Preview = 'picture' | 'pdf' | 'sound' | 'film' | 'text' | 'none';
/** What the browser may show in the page; the rest is saved (the server sends it so). */
export function previewOf(mediaType: string): Preview {
  if (/^image\/(png|jpeg|gif|webp|heic)$/.test(mediaType)) return 'picture';
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType.startsWith('audio/')) return 'sound';
  if (mediaType.startsWith('video/')) return 'film';
  if (/^text\/(plain|csv)(;|$)/.test(mediaType)) return 'text';
  return 'none';
}
/** A text file as text: in UTF-8, or as Windows in China writes it. What is longer than anybody reads on a page is cut, and `whole` says so. */
export async function readText(attachment: Pick<Attachment, 'href'>): Promise<{ text: string; whole: boolean }> {
  const response = await fetch(attachment.href);
  if (!response.ok) throw await problemOf(response);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const decode = (encoding: string) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  let text: string;
  try {
    text = decode(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
  } catch {
    text = new TextDecoder('gb18030').decode(bytes);
  }
  return { text: text.slice(0, mostText), whole: text.length <= mostText };
}
const mostText = 100_000;
export const inlineAddress = (attachment: Pick<Attachment, 'href'>): string => `${attachment.href}?inline=true`;
