import { describe, expect, it } from 'vitest';
import { nameOf, previewOf } from './upload';

describe('files', () => {
  it('keep their names; a pasted picture gets one by the time', () => {
    expect(nameOf(new File(['a'], '现场.jpg', { type: 'image/jpeg' }))).toBe('现场.jpg');
    expect(nameOf(new File(['a'], 'image.png', { type: 'image/png' }), new Date('2026-11-26T10:00:00Z'))).toBe('20261126100000.png');
    expect(nameOf(new File(['a'], `${'长'.repeat(300)}.pdf`))).toHaveLength(200);
  });
  it('are shown in the page only where that is safe', () => {
    expect(previewOf('image/png')).toBe('picture');
    expect(previewOf('image/svg+xml')).toBe('none');
    expect(previewOf('application/pdf')).toBe('pdf');
    expect(previewOf('audio/mpeg')).toBe('sound');
    expect(previewOf('video/mp4')).toBe('film');
    expect(previewOf('text/html')).toBe('none');
  });
});
