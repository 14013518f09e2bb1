// What the passenger's stories share: submissions made by the API, photos out of nothing.
import assert from 'node:assert/strict';
import { picture } from './browser.mjs';

/** A submission as the passenger's own page would send it. Gives number and code. */
export async function submitted(world, body = {}) {
  const response = await fetch(`${world.base}/api/v1/public/complaints`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ content: '体育西路站B口扶梯停运，请尽快修复。', place: { station: '体育西路' }, ...body }),
  });
  assert.equal(response.status, 201, await response.clone().text());
  return response.json();
}

/** The complaints whose text is this, as the centre sees them. */
export async function found(world, content) {
  const { items } = await world.api('agent', 'GET', '/api/v1/complaints?limit=200');
  const all = await Promise.all(items.map(({ number }) => world.complaint(number)));
  return all.filter((one) => one.content === content);
}

/** A photograph of this size with a camera's mark (EXIF) in it, drawn by the browser. */
export async function photograph(page, width, height) {
  const bytes = Buffer.from(await page.evaluate(async ([w, h]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
    const pen = canvas.getContext('2d');
    for (let x = 0; x < w; x += 40) {
      pen.fillStyle = `hsl(${x % 360} 60% 60%)`;
      pen.fillRect(x, 0, 40, h);
    }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [width, height]));
  const mark = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0GPS 23.13N 113.32E', 'latin1');
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(mark.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, mark, bytes.subarray(2)]);
}

/** Width and height out of a JPEG's frame header. */
export function sizeOf(jpeg) {
  for (let at = 2; at < jpeg.length;) {
    const kind = jpeg[at + 1];
    if (kind >= 0xc0 && kind <= 0xc3) return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  throw new Error('no JPEG');
}

/** What the page keeps on the device. */
export const keptOn = (page) => page.evaluate(async () => {
  const base = await new Promise((done) => { const ask = indexedDB.open('hearline-passenger', 1); ask.onsuccess = () => done(ask.result); });
  const all = (name) => new Promise((done) => { const ask = base.transaction(name).objectStore(name).getAll(); ask.onsuccess = () => done(ask.result); });
  const kept = [...await all('draft'), ...await all('parcels'), ...Object.values(localStorage).filter((text) => text.startsWith('{'))];
  base.close();
  return JSON.stringify(kept);
});

/** The manual's picture of the whole page, as far down as it goes; nothing has the focus. */
export async function whole(page, name) {
  const size = page.viewportSize();
  const height = await page.evaluate(() => {
    document.activeElement?.blur();
    return document.documentElement.scrollHeight;
  });
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  await page.evaluate(() => scrollTo(0, 0));
  await picture(page, name);
  await page.setViewportSize(size);
}
