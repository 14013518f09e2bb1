import { describe, expect, it } from 'vitest';
import type { Figures } from './drawing';
import { layOut, nameLines, stepBounds, stepOf, widthOf } from './map';

const line = (code: string, stations: number) => ({ code, name: `${code}号线`, color: '#123456', children: Array.from({ length: stations }, (_, index) => ({ code: `s${index}`, name: `车站${index}` })) });
const figures: Figures = { measure: 'count', by: ['line', 'station'], total: 12, rows: [{ key: { line: '1', station: 's0' }, count: 8 }, { key: { line: '1', station: null }, count: 3 }, { key: { line: '2', station: 's0' }, count: 1 }] };
const room = { width: 640, text: 14, names: true };

describe('map', () => {
  it('keeps every station inside, in its order, none on another', () => {
    for (const width of [280, 640, 1800]) {
      const map = layOut([line('1', 22), line('2', 20)], figures, {}, { ...room, width });
      const all = map.lines.flatMap((one) => one.stations);
      expect(all).toHaveLength(42);
      for (const station of all) {
        expect(station.x).toBeGreaterThanOrEqual(0);
        expect(station.x).toBeLessThanOrEqual(width);
        expect(station.y).toBeLessThan(map.height);
      }
      expect(new Set(all.map((station) => `${station.x.toFixed(1)} ${station.y.toFixed(1)}`)).size).toBe(42);
      for (const one of map.lines) for (const [index, station] of one.stations.entries()) {
        const before = one.stations[index - 1];
        if (before && before.y === station.y) expect(station.x - before.x).toBeGreaterThanOrEqual(14 * 4);
      }
    }
  });
  it('counts a station by its line, and the line with what names no station', () => {
    const map = layOut([line('1', 3), line('2', 3)], figures, { kind: 'complaint' }, room);
    expect(map.lines.map((one) => [one.count, one.elsewhere, one.stations[0]?.count])).toEqual([[11, 3, 8], [1, 0, 1]]);
    expect(map.lines[0]?.stations[0]?.filters).toEqual({ kind: 'complaint', line: '1', station: 's0' });
    expect(map.lines[0]?.elsewhereFilters).toEqual({ kind: 'complaint', line: '1', station: 'null' });
    expect(map.most).toBe(8);
  });
  it('draws rows of about the same length', () => {
    const map = layOut([line('1', 22)], undefined, {}, room);
    const rows = map.lines[0]?.tracks.map((track) => map.lines[0]?.stations.filter((station) => station.y === track.y).length);
    expect(rows).toEqual([8, 8, 6]);
  });
  it('has a place for a line without stations and a network without lines', () => {
    expect(layOut([line('1', 0)], undefined, {}, room).lines[0]?.stations).toEqual([]);
    expect(layOut([], undefined, {}, room).height).toBe(0);
  });
});

describe('steps', () => {
  it('go from few to many', () => {
    expect([0, 1, 2, 5, 8].map((count) => stepOf(count, 8))).toEqual([0, 1, 1, 3, 4]);
    expect(stepOf(0, 0)).toBe(0);
  });
  it('have bounds that agree with them', () => {
    for (const most of [1, 2, 3, 7, 53]) {
      const bounds = stepBounds(most);
      for (let count = 1; count <= most; count += 1) expect(bounds.find(({ from, to }) => from <= count && count <= to)?.step).toBe(stepOf(count, most));
    }
  });
});

describe('names', () => {
  it('break into short lines', () => {
    expect(nameLines('机场航站楼')).toEqual(['机场航', '站楼']);
    expect(nameLines('西塘')).toEqual(['西塘']);
    expect(nameLines('')).toEqual([]);
    expect(nameLines('字'.repeat(10_000))).toHaveLength(3);
  });
  it('of Latin words break between words, and only too long ones within', () => {
    expect(nameLines('Fangzhi Xincun', 6)).toEqual(['Fangzhi', 'Xincun']);
    expect(nameLines('Xi Men Kou', 6)).toEqual(['Xi Men', 'Kou']);
    expect(nameLines('Huanghuagangdong', 6).join('')).toBe('Huanghuagangdong');
    for (const part of nameLines('Huanghuagangdong', 6)) expect(widthOf(part)).toBeLessThanOrEqual(6);
  });
  it('have the room that they need: beside each other and above the next row', () => {
    const names = ['Zhongxin Huayuan', 'Linjiang Huochezhan', 'Huanghuagang', 'Daxuecheng Bei', 'Gulou'];
    const places = [{ code: '1', name: 'Line 1', color: null, children: names.map((name, index) => ({ code: `s${index}`, name })) }];
    const [line] = layOut(places, undefined, {}, { width: 300, text: 14, names: true }).lines;
    const stations = line?.stations ?? [];
    expect(stations.flatMap((station) => station.lines).join('')).toBe(names.join('').replaceAll(' ', ''));
    for (const [index, station] of stations.entries()) {
      const before = stations[index - 1];
      if (before?.y === station.y) expect(station.x - before.x).toBeGreaterThan(14 * Math.max(...[...before.lines, ...station.lines].map(widthOf)));
    }
    const rows = [...new Set(stations.map((station) => station.y))];
    expect(rows.length).toBeGreaterThan(1);
    expect((rows[1] ?? 0) - (rows[0] ?? 0)).toBeGreaterThan(14 * (2.1 + Math.max(...stations.map((station) => station.lines.length)) * 1.05));
  });
});
