// A schematic map without geography: each line a track with its stations in their order, broken into rows where the room ends. Lengths in pixels.
import type { Filters } from '@/shared/links';
import type { Figures } from './drawing';

export interface MapStation {
  code: string;
  name: string;
  count: number;
  x: number;
  y: number;
  radius: number;
  /** 0: none; 1 to 4: few to many. */
  step: number;
  filters: Filters;
  /** Its name, in lines that fit below it. */
  lines: readonly string[];
}
export interface MapLine {
  code: string;
  name: string;
  color: string | null;
  count: number;
  /** Complaints of the line that name no station of it. */
  elsewhere: number;
  filters: Filters;
  elsewhereFilters: Filters;
  /** Where its name stands. */
  x: number;
  y: number;
  /** One for each row of the track: from, to. */
  tracks: { x1: number; x2: number; y: number }[];
  stations: MapStation[];
}
export interface NetworkMap {
  width: number;
  height: number;
  lines: MapLine[];
  most: number;
}
export interface MapPlaces {
  code: string;
  name: string;
  color: string | null;
  children: readonly { code: string; name: string }[];
}
export interface MapRoom {
  width: number;
  /** Height of the text; all else follows it. */
  text: number;
  /** Names below the stations; without them only the circles. */
  names: boolean;
}

export const steps = 4;
/** 1 to 4 by the share of the most; 0 for none. */
export const stepOf = (count: number, most: number): number => (count <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((count / most) * steps)));
/** The bounds of the steps for the legend, `[1, 13]` … `[40, 53]`; steps that no count can have are left out. */
export function stepBounds(most: number): { step: number; from: number; to: number }[] {
  const upTo = (step: number) => Math.floor((step * most) / steps);
  return Array.from({ length: steps }, (_, index) => ({ step: index + 1, from: upTo(index) + 1, to: upTo(index + 1) })).filter(({ from, to }) => from <= to);
}

const keyOf = (line: string, station: string) => `${line}\n${station}`;

/** Counts by line and station of figures `by=line,station`. */
function counts(figures: Figures | undefined): { stations: Map<string, number>; lines: Map<string, number> } {
  const stations = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const { key, count } of figures?.rows ?? []) {
    const line = key.line ?? '';
    lines.set(line, (lines.get(line) ?? 0) + count);
    if (key.station) stations.set(keyOf(line, key.station), (stations.get(keyOf(line, key.station)) ?? 0) + count);
  }
  return { stations, lines };
}

/** Names break into lines of this width, in Chinese signs; wider ones for Latin words, which are not broken up to a bound. */
export const nameWidth = 4;
const widestWord = 8.5;
const mostLines = 3;
const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{N}\p{P}]+$/u.test(text);
/** Text as wide as so many Chinese signs, rather too wide than too narrow. */
export const widthOf = (text: string): number => (isLatin(text.replaceAll(' ', '')) ? 0.66 : 1) * [...text].length;

/** A word that is wider, in even parts: 5 signs are 3 and 2. */
function parts(word: string, width: number): string[] {
  const signs = [...word];
  const length = Math.ceil(signs.length / Math.ceil(widthOf(word) / width));
  const found: string[] = [];
  for (let at = 0; at < signs.length && found.length < mostLines; at += length) found.push(signs.slice(at, at + length).join(''));
  return found;
}
export function nameLines(name: string, width = nameWidth): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ').filter(Boolean).slice(0, 12).flatMap((one) => parts(one, width))) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.slice(0, mostLines);
}
/** What all names of a map need: their width, and how many lines the longest takes. */
function roomForNames(names: readonly string[]): { width: number; lines: number } {
  const words = names.flatMap((name) => name.split(' ')).filter(isLatin);
  const width = Math.max(nameWidth, ...words.map((word) => Math.min(widestWord, widthOf(word))));
  return { width, lines: Math.max(2, ...names.map((name) => nameLines(name, width).length)) };
}

export function layOut(places: readonly MapPlaces[], figures: Figures | undefined, base: Filters, room: MapRoom): NetworkMap {
  const { stations, lines } = counts(figures);
  const most = Math.max(0, ...places.flatMap((line) => line.children.map((station) => stations.get(keyOf(line.code, station.code)) ?? 0)));
  const unit = room.text;
  const labels = roomForNames(room.names ? places.flatMap((line) => line.children.map((station) => station.name)) : []);
  const spacing = unit * (room.names ? labels.width + 0.6 : 2.4);
  const rowHeight = unit * (room.names ? 3.1 + labels.lines * 1.05 : 2.8);
  const edge = spacing / 2;
  const perRow = Math.max(1, Math.floor(room.width / spacing));
  let y = 0;
  const drawn = places.map((line): MapLine => {
    const head = y + unit * 1.4;
    const rows = Math.max(1, Math.ceil(line.children.length / perRow));
    const inRow = Math.ceil(line.children.length / rows); // rows of about the same length
    const gap = inRow > 1 ? Math.min(spacing * 1.6, (room.width - 2 * edge) / (inRow - 1)) : 0;
    const trackY = (row: number) => head + unit * 2.2 + row * rowHeight;
    const placed = line.children.map((station, index): MapStation => {
      const count = stations.get(keyOf(line.code, station.code)) ?? 0;
      const row = Math.floor(index / inRow);
      return {
        code: station.code, name: station.name, count, x: edge + (index % inRow) * gap, y: trackY(row), step: stepOf(count, most),
        radius: unit * (count > 0 ? 0.75 + 0.35 * Math.sqrt(count / most) : 0.4), filters: { ...base, line: line.code, station: station.code }, lines: room.names ? nameLines(station.name, labels.width) : [],
      };
    });
    const tracks = Array.from({ length: rows }, (_, row) => {
      const own = placed.slice(row * inRow, (row + 1) * inRow);
      return { x1: own[0]?.x ?? 0, x2: own.at(-1)?.x ?? 0, y: trackY(row) };
    });
    y = head + unit * 0.8 + rows * rowHeight;
    const count = lines.get(line.code) ?? 0;
    const filters = { ...base, line: line.code };
    const atStations = placed.reduce((sum, station) => sum + station.count, 0);
    return { code: line.code, name: line.name, color: line.color, count, elsewhere: count - atStations, filters, elsewhereFilters: { ...filters, station: 'null' }, x: 0, y: head, tracks, stations: placed };
  });
  return { width: room.width, height: y, lines: drawn, most };
}
