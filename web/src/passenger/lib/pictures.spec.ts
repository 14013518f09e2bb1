import { describe, expect, it } from 'vitest';
import { drawnSize, jpegName, treatment } from './pictures';

describe('a photo', () => {
  it('keeps its size up to 2000 pixels', () => {
    expect(drawnSize(2000, 1500)).toEqual({ width: 2000, height: 1500 });
    expect(drawnSize(40, 30)).toEqual({ width: 40, height: 30 });
  });
  it('is made smaller past that, in its own shape', () => {
    expect(drawnSize(4000, 3000)).toEqual({ width: 2000, height: 1500 });
    expect(drawnSize(3000, 6000)).toEqual({ width: 1000, height: 2000 });
    expect(drawnSize(20000, 1)).toEqual({ width: 2000, height: 1 });
  });
  it('is always drawn anew, a PDF goes as it is, the rest is not taken', () => {
    const of = (type: string, size = 1000) => treatment({ type, size });
    expect([of('image/jpeg'), of('image/png'), of('image/heic'), of('application/pdf')]).toEqual(['draw', 'draw', 'draw', 'as-is']);
    expect([of('image/svg+xml'), of('text/html'), of(''), of('application/x-msdownload')]).toEqual(['photoBad', 'photoBad', 'photoBad', 'photoBad']);
    expect([of('application/pdf', 30e6), of('image/jpeg', 70e6), of('image/jpeg', 30e6)]).toEqual(['photoLarge', 'photoLarge', 'draw']);
  });
  it('is called JPEG', () => {
    expect(jpegName('IMG_1.HEIC')).toBe('IMG_1.jpg');
    expect(jpegName('.png')).toBe('photo.jpg');
    expect(jpegName(`${'长'.repeat(300)}.png`)).toHaveLength(120);
  });
});
