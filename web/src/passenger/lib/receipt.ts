// Number and code as a picture to keep among one's photos.

/** Offers the lines, large, as a download. */
export function receiptPicture(lines: readonly string[], name: string): void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 120 + lines.length * 100 });
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#111';
  pen.font = 'bold 44px system-ui, sans-serif';
  lines.forEach((line, index) => pen.fillText(line, 50, 130 + index * 100, 800));
  canvas.toBlob((blob) => {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob!), download: `${name}.png` });
    link.click();
  });
}
