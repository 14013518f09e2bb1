// A station's QR code: its address, the code as one path, the sheets of paper.
import { encode } from 'uqr';

export interface Sign {
  code: string;
  name: string;
  /** Names of the lines that stop there. */
  lines: string[];
  /** Where in the station it hangs: empty when anywhere. */
  exit: string;
  equipment: string;
}
export type Spot = Pick<Sign, 'exit' | 'equipment'>;
interface PlacedLine {
  code: string;
  name: string;
  retired: boolean;
  children: readonly { code: string; name: string }[];
}

/** Where a passenger gets to: the station's page on the public address, with the exit or the equipment beside which the code hangs. */
export function stationAddress(origin: string, station: string, { exit, equipment }: Spot = { exit: '', equipment: '' }): string {
  const query = new URLSearchParams([...(exit ? [['exit', exit]] : []), ...(equipment ? [['equipment', equipment]] : [])]).toString();
  return `${origin.replace(/\/+$/, '')}/s/${encodeURIComponent(station)}${query ? `?${query}` : ''}`;
}
/** Several exits or pieces of equipment, as they are typed: "A、B C". */
export const listed = (text: string): string[] => [...new Set(text.normalize('NFKC').split(/[\s,;、；]+/).filter(Boolean))];
/** One code for each exit and one for each piece of equipment; with one exit only, the equipment is there. */
export function spotsOf(exits: readonly string[], equipment: readonly string[]): Spot[] {
  if (exits.length === 1 && equipment.length) return equipment.map((one) => ({ exit: exits[0]!, equipment: one }));
  const spots = [...exits.map((exit) => ({ exit, equipment: '' })), ...equipment.map((one) => ({ exit: '', equipment: one }))];
  return spots.length ? spots : [{ exit: '', equipment: '' }];
}
/** An address that phones can open: http or https, no path needed. */
export function isOrigin(text: string): boolean {
  try {
    const url = new URL(text);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' && url.search === '' && url.hash === '';
  } catch {
    return false;
  }
}

export interface Code {
  /** With the quiet zone around it, in modules. */
  size: number;
  /** All dark modules as one SVG path. */
  path: string;
}
/** Quiet zone of four modules; a fifth of it may be scratched off (level Q … as the text allows). */
export function codeOf(text: string): Code {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 });
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      let length = 1;
      while (row[x + length]) length += 1;
      runs.push(`M${x} ${y}h${length}v1h-${length}z`);
      x += length;
    }
  });
  return { size, path: runs.join('') };
}

/** The stations of a line (or of all lines, each once), with all the lines that stop there. */
export function signsOf(lines: readonly PlacedLine[], line: string | null, station: string | null): Sign[] {
  const used = lines.filter((one) => !one.retired);
  const found = new Map<string, Sign>();
  for (const one of used) for (const stop of one.children) {
    const sign = found.get(stop.code) ?? { code: stop.code, name: stop.name, lines: [], exit: '', equipment: '' };
    if (!sign.lines.includes(one.name)) sign.lines.push(one.name);
    found.set(stop.code, sign);
  }
  const wanted = line ? (used.find((one) => one.code === line)?.children.map((stop) => stop.code) ?? []) : [...found.keys()];
  return wanted.flatMap((code) => (station && code !== station ? [] : (found.get(code) ?? [])));
}

export const perSheet = { sheet: 6, poster: 1 } as const;
export type Layout = keyof typeof perSheet;
export function sheets<T>(signs: readonly T[], layout: Layout): T[][] {
  const size = perSheet[layout];
  return Array.from({ length: Math.ceil(signs.length / size) }, (_, index) => signs.slice(index * size, (index + 1) * size));
}
