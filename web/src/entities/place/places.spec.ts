import { describe, expect, it } from 'vitest';
import type { Station } from '@/shared/reference';
import { filterOptions } from '@/shared/ui/combobox';
import { emptyPlace, isEmptyPlace, placeBody, placeOptions, readPlace, stationName, withLine, withoutStation, withStation } from './places';

const lines = [{ code: '1', name: '1号线' }, { code: '3', name: '3号线' }];
const station = (name: string, line: string, pinyin: string, initials: string, code = name): Station => ({ code, name, line, lineName: `${line}号线`, pinyin, initials });
const stations = [
  station('体育西路', '1', 'tiyuxilu', 'tyxl'), station('体育西路', '3', 'tiyuxilu', 'tyxl'), station('体育东路', '1', 'tiyudonglu', 'tydl'), station('大学城', '3', 'daxuecheng', 'dxc'),
  station('大学城北', '3', 'daxuechengbei', 'dxcb', 'dxc-n'),
];
const options = placeOptions(stations, lines, 'on the line', '、');
const found = (query: string) => filterOptions(options, query).map((option) => option.label);

describe('finding a place', () => {
  it('has a station of two lines once, with both', () => expect(options.filter((option) => option.label === '体育西路')).toMatchObject([{ value: '体育西路', hint: '1号线、3号线' }]));
  it('takes initials', () => expect(found('tyxl')[0]).toBe('体育西路'));
  it('takes pinyin, whole or begun, in capitals too', () => expect([found('tiyuxi')[0], found('TIYUDONG')[0]]).toEqual(['体育西路', '体育东路']));
  it('takes the name and a part of it', () => expect([found('体育西')[0], found('西路')[0]]).toEqual(['体育西路', '体育西路']));
  it('puts the exact one before the longer', () => expect(found('dxc').slice(0, 2)).toEqual(['大学城', '大学城北']));
  it('knows whole lines', () => expect(found('3号线')).toContain('3号线'));
  it('finds nothing for what is none', () => expect(found('qqq')).toEqual([]));
});

describe('choosing a place', () => {
  it('knows the line of a station that has one', () => expect(withStation(emptyPlace(), stations, '体育东路')).toMatchObject({ station: '体育东路', line: '1' }));
  it('asks for the line of one that has several', () => expect(withStation(emptyPlace(), stations, '体育西路')).toMatchObject({ station: '体育西路', line: '' }));
  it('keeps the line that was chosen before when it has it', () => expect(withStation({ ...emptyPlace(), line: '3' }, stations, '体育西路').line).toBe('3'));
  it('takes the code on the chosen line', () => {
    const two = [station('琴台', '1', 'qintai', 'qt', 'qt-1'), station('琴台', '3', 'qintai', 'qt', 'qt-3')];
    const place = withLine(withStation(emptyPlace(), two, '琴台'), two, '3');
    expect(place).toMatchObject({ station: 'qt-3', line: '3' });
    expect(stationName(two, place)).toBe('琴台');
  });
  it('keeps exit and the rest when the station is taken away', () => expect(withoutStation({ ...emptyPlace(), line: '1', station: 'x', exit: 'B' })).toMatchObject({ line: '', station: '', exit: 'B' }));
});

describe('reading a place', () => {
  const read = (text: string) => readPlace(text, emptyPlace(), stations, lines);
  it('parts station, exit and the rest', () => expect(read('体育西路站B口上行扶梯')).toMatchObject({ station: '体育西路', exit: 'B', detail: '上行扶梯' }));
  it('takes the longest name', () => expect(read('大学城北D2出口')).toMatchObject({ station: 'dxc-n', line: '3', exit: 'D2', detail: '' }));
  it('reads the line before the station', () => expect(read('3号线体育西路站厅')).toMatchObject({ line: '3', station: '体育西路', detail: '站厅' }));
  it('leaves a line alone', () => expect(read('1号线 往东列车')).toMatchObject({ line: '1', station: '', detail: '往东列车' }));
  it('keeps all of what it does not know', () => expect(read('万达广场门口')).toMatchObject({ station: '', line: '', detail: '万达广场门口' }));
  it('takes full-width letters', () => expect(read('体育东路Ａ口').exit).toBe('A'));
  it('adds to what stood there', () => expect(readPlace('楼梯', { ...emptyPlace(), detail: '站厅' }, stations, lines).detail).toBe('站厅 楼梯'));
  it('is not led astray by signs', () => expect(read('(.*)[体育东路]+?').station).toBe('体育东路'));
});

describe('sending a place', () => {
  it('leaves out what is empty', () => expect(placeBody({ ...emptyPlace(), line: '1', exit: ' B ' })).toEqual({ line: '1', exit: 'B' }));
  it('is nothing when all is', () => expect(placeBody({ ...emptyPlace(), detail: '  ' })).toBeUndefined());
  it('knows that it is empty', () => expect([isEmptyPlace(emptyPlace()), isEmptyPlace({ ...emptyPlace(), exit: 'B' })]).toEqual([true, false]));
});
