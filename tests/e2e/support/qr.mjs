// Reads a QR code as a camera would: from the picture of it. Clean pictures only: no error is corrected.
const level = { 0b01: 'L', 0b00: 'M', 0b11: 'Q', 0b10: 'H' };
/** By version 1 to 10: code words for correction in a block, and the number of blocks. */
const correction = {
  L: [[7, 1], [10, 1], [15, 1], [20, 1], [26, 1], [18, 2], [20, 2], [24, 2], [30, 2], [18, 4]],
  M: [[10, 1], [16, 1], [26, 1], [18, 2], [24, 2], [16, 4], [18, 4], [22, 4], [22, 5], [26, 5]],
  Q: [[13, 1], [22, 1], [18, 2], [26, 2], [18, 4], [24, 4], [18, 6], [22, 6], [20, 8], [24, 8]],
  H: [[17, 1], [28, 1], [22, 2], [16, 4], [22, 4], [28, 4], [26, 5], [26, 6], [24, 8], [28, 8]],
};
const alignment = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];
const masks = [
  (y, x) => (y + x) % 2, (y) => y % 2, (_, x) => x % 3, (y, x) => (y + x) % 3, (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2,
  (y, x) => ((y * x) % 2) + ((y * x) % 3), (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2, (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2,
];

/** Dark or not, module by module, out of a picture of the code on white paper. */
async function modulesOf(page, png) {
  const { width, height, dark } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let at = 0; at < data.length; at += 4) text += data[at] + data[at + 1] + data[at + 2] < 384 ? '1' : '0';
    return { width: bitmap.width, height: bitmap.height, dark: text };
  }, png.toString('base64'));
  const at = (x, y) => dark[y * width + x] === '1';
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) => dark.slice(y * width, (y + 1) * width).includes('1'));
  const [top, bottom] = [rows[0], rows.at(-1) + 1];
  const left = dark.slice(top * width, (top + 1) * width).indexOf('1');
  let finder = 0;
  while (at(left + finder, top)) finder += 1; // seven modules
  const size = Math.round(((bottom - top) / (finder / 7) - 17) / 4) * 4 + 17;
  const step = (bottom - top) / size;
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_unused, x) => at(Math.floor(left + (x + 0.5) * step), Math.floor(top + (y + 0.5) * step))));
}

/** Modules that hold no data. */
function reserved(size, version) {
  const places = alignment[version - 1];
  const last = places.length - 1;
  const near = places.flatMap((y, i) => places.flatMap((x, j) => ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0) ? [] : [[y, x]])));
  return (y, x) => y === 6 || x === 6 || (y < 9 && x < 9) || (y < 9 && x >= size - 8) || (y >= size - 8 && x < 9)
    || near.some(([cy, cx]) => Math.abs(cy - y) <= 2 && Math.abs(cx - x) <= 2) || (version >= 7 && ((y < 6 && x >= size - 11) || (x < 6 && y >= size - 11)));
}

function codewords(modules, version, mask) {
  const size = modules.length;
  const skip = reserved(size, version);
  const bits = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let step = 0; step < size; step += 1) for (const x of [right, right - 1]) {
      const y = upwards ? size - 1 - step : step;
      if (!skip(y, x)) bits.push(modules[y][x] !== (masks[mask](y, x) === 0) ? 1 : 0);
    }
    upwards = !upwards;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2));
}

/** The data of all blocks one after the other: they stand woven into each other. */
function unwoven(words, [perBlock, blocks]) {
  const data = words.length - perBlock * blocks;
  const short = Math.floor(data / blocks);
  const long = data % blocks; // the last ones have one word more
  const lists = Array.from({ length: blocks }, () => []);
  let at = 0;
  for (let word = 0; word <= short; word += 1) for (let block = 0; block < blocks; block += 1) if (word < short || block >= blocks - long) lists[block].push(words[at++]);
  return lists.flat();
}

/** The text in the QR code that is shown by `target`. */
export async function readCode(page, target) {
  const modules = await modulesOf(page, await target.screenshot({ scale: 'device' }));
  const version = (modules.length - 17) / 4;
  const format = [0, 1, 2, 3, 4].map((x) => (modules[8][x] ? 1 : 0)).reduce((bits, bit) => bits * 2 + bit, 0) ^ 0b10101;
  const data = unwoven(codewords(modules, version, format & 7), correction[level[format >> 3]][version - 1]);
  const bits = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  if (bits.slice(0, 4) !== '0100') throw new Error(`no bytes: mode ${bits.slice(0, 4)}`);
  const counts = version < 10 ? 8 : 16;
  const length = parseInt(bits.slice(4, 4 + counts), 2);
  return Buffer.from(Array.from({ length }, (_, at) => parseInt(bits.substr(4 + counts + at * 8, 8), 2))).toString('utf8');
}
