import { describe, expect, it } from 'vitest';
import type { Reference } from './contract';
import { matching, placeOf, stationIn, stationsOf } from './places';

const reference: Pick<Reference, 'lines' | 'variants'> = {
  variants: '體体東东園园臨临',
  lines: [
    { code: '1', name: '1号线', color: null, stations: [{ code: 'tiyuxilu', name: '体育西路', also: ['Tiyu Xilu', 'tiyuxilu', 'tyxl'] }, { code: 'tiyudonglu', name: '体育东路', also: ['Tiyu Donglu', 'tiyudonglu', 'tydl'] }, { code: 'renmingongyuan', name: '人民公园', also: ['People’s Park', 'renmingongyuan', 'rmgy'] }] },
    { code: '2', name: '2号线', color: null, stations: [{ code: 'renmingongyuan', name: '人民公园', also: ['People’s Park', 'renmingongyuan', 'rmgy'] }, { code: 'nanzhan', name: '临江南站', also: ['South', 'linjiangnanzhan', 'ljnz'] }, { code: 'ti', name: '体育', also: ['Sports', 'tiyu', 'ty'] }] },
  ],
};
const stations = stationsOf(reference);
const names = (text: string) => matching(stations, text).map(({ name }) => name);

describe('stations', () => {
  it('stand once, with all their lines', () => {
    expect(stations).toHaveLength(5);
    expect(stations.find(({ code }) => code === 'renmingongyuan')?.lines.map(({ code }) => code)).toEqual(['1', '2']);
  });
  it('are found by part of the name, the exact one first', () => {
    expect(names('体育')).toEqual(['体育', '体育西路', '体育东路']);
    expect(names('公园')).toEqual(['人民公园']);
    expect(names('西路站')).toEqual(['体育西路']);
  });
  it('are found by code, whatever the width, case and spaces', () => {
    expect(names('TiYu X')).toEqual(['体育西路']);
    expect(names('ｒｅｎ')).toEqual(['人民公园']);
  });
  it('are found in either script, by pinyin, initials and English, in every language', () => {
    expect(names('體育西')).toEqual(['体育西路']);
    expect(names('体育東')).toEqual(['体育东路']);
    expect(names('tiyu')).toEqual(['体育', '体育西路', '体育东路']);
    expect(names('tyx')).toEqual(['体育西路']);
    expect(names('people')).toEqual(['人民公园']);
    expect(names('gongyuan')).toEqual(['人民公园']);
    const english = stationsOf({ ...reference, lines: [{ code: '1', name: 'Line 1', color: null, stations: [{ code: 'x', name: 'Tiyu Xilu', also: ['体育西路', 'tiyuxilu', 'tyxl'] }] }] });
    for (const typed of ['體育西', '体育西', 'tiyux', 'TYX', 'tiyu xi']) expect(matching(english, typed).map(({ code }) => code), typed).toEqual(['x']);
    expect(stationIn(english, '體育西路站')?.code).toBe('x');
    stationsOf(reference);
  });
  it('are not taken from initials alone when nothing was chosen', () => expect(stationIn(stations, 'ty')).toBeUndefined());
  it('are not guessed from nothing', () => {
    expect(names('')).toEqual([]);
    expect(names(' ')).toEqual([]);
    expect(names('站')).toEqual([]);
    expect(names('<b>')).toEqual([]);
  });
  it('are known in a sentence, the longest name first', () => {
    expect(stationIn(stations, '体育西路B口扶梯')?.code).toBe('tiyuxilu');
    expect(stationIn(stations, '体育西路站')?.code).toBe('tiyuxilu');
    expect(stationIn(stations, '往体育西路的车上')).toBeUndefined();
  });
});

describe('a place', () => {
  const none = { exit: null, equipment: null };
  it('is the station alone when its name is all that was said', () => {
    expect(placeOf(stations, '体育西路', 'tiyuxilu')).toEqual({ station: 'tiyuxilu', line: '1', detail: null, ...none });
    expect(placeOf(stations, ' 人民公园站 ', null)).toEqual({ station: 'renmingongyuan', line: null, detail: null, ...none });
  });
  it('keeps the words that say more', () => {
    expect(placeOf(stations, '体育西路B口扶梯', null)).toEqual({ station: 'tiyuxilu', line: '1', detail: '体育西路B口扶梯', ...none });
  });
  it('is in one’s own words when no station is meant', () => {
    expect(placeOf(stations, '1号线列车第3节', null)).toEqual({ station: null, line: null, detail: '1号线列车第3节', ...none });
  });
  it('comes from a QR code, with exit and equipment, before names are known', () => {
    expect(placeOf([], 'tiyuxilu', 'tiyuxilu', { exit: 'B' })).toMatchObject({ station: 'tiyuxilu', exit: 'B', equipment: null, detail: null });
  });
});
