// Photos are made smaller before they are sent; drawing them anew also leaves out where and with what they were taken.
import { newKey } from './form';
import type { Photo } from './outbox';

/** No side longer than this is sent. */
export const longest = 2000;

/** The size to draw a picture at. */
export function drawnSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** What to do with a chosen file: draw it anew, send it as it is, or why it is not taken (a key of words). */
export function treatment({ type, size }: { type: string; size: number }): 'draw' | 'as-is' | 'photoLarge' | 'photoBad' {
  if (/^image\/(?!svg)/.test(type)) return size > 60e6 ? 'photoLarge' : 'draw';
  if (type !== 'application/pdf') return 'photoBad';
  return size > 20e6 ? 'photoLarge' : 'as-is';
}

/** A drawn picture is always JPEG, and called so. */
export const jpegName = (name: string) => `${name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`.slice(-120);

/** The picture as JPEG in its own turn; throws when the browser cannot read it. */
export async function redrawn(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { width, height } = drawnSize(picture.width, picture.height);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff'; // what was transparent
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed()), 'image/jpeg', 0.85));
}

/** The file as it will be sent, or the key of what is wrong with it. */
export async function prepared(file: File): Promise<Photo | 'photoLarge' | 'photoBad'> {
  const what = treatment(file);
  if (what === 'as-is') return { id: newKey(), name: file.name.slice(-120), type: file.type, data: file };
  if (what !== 'draw') return what;
  try {
    return { id: newKey(), name: jpegName(file.name), type: 'image/jpeg', data: await redrawn(file) };
  } catch {
    return 'photoBad';
  }
}
