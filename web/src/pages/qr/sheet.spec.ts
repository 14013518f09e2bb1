import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { codeOf, isOrigin, listed, sheets, signsOf, spotsOf, stationAddress } from './sheet';

const lines = [
  { code: '1', name: '1号线', retired: false, children: [{ code: 'wts', name: '梧桐山' }, { code: '琴台', name: '琴台' }] },
  { code: '6', name: '6号线', retired: false, children: [{ code: 'wts', name: '梧桐山' }] },
  { code: '9', name: '9号线', retired: true, children: [{ code: 'old', name: '旧站' }] },
];

describe('address', () => {
  it('is that of the station on the public origin', () => {
    expect(stationAddress('https://metro.example/', 'wts')).toBe('https://metro.example/s/wts');
    expect(decodeURIComponent(stationAddress('https://metro.example', '琴台'))).toBe('https://metro.example/s/琴台');
  });
  it('tells the exit and the equipment too', () => {
    const address = stationAddress('https://metro.example', 'wts', { exit: 'B', equipment: '扶梯 7' });
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({ exit: 'B', equipment: '扶梯 7' });
    expect(stationAddress('https://metro.example', 'wts', { exit: 'C1', equipment: '' })).toBe('https://metro.example/s/wts?exit=C1');
  });
  it('is one that a phone can open', () => {
    expect(['https://metro.example', 'http://10.0.0.1:8080', 'https://a.example/service', 'javascript:alert(1)', 'metro', '', 'https://a.example/?x=1'].map(isOrigin)).toEqual([true, true, true, false, false, false, false]);
  });
});

describe('code', () => {
  it('draws the very modules of the code', () => {
    const text = stationAddress('https://metro.example', '琴台');
    const { data, size } = encode(text, { ecc: 'Q', border: 4 });
    const code = codeOf(text);
    expect(code.size).toBe(size);
    const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
    for (const [, x, y, length] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) for (let at = 0; at < Number(length); at += 1) drawn[Number(y)]![Number(x) + at] = true;
    expect(drawn).toEqual(data);
  });
});

describe('signs', () => {
  it('name every line that stops there, and each station once', () => {
    expect(signsOf(lines, null, null)).toEqual([{ code: 'wts', name: '梧桐山', lines: ['1号线', '6号线'], exit: '', equipment: '' }, { code: '琴台', name: '琴台', lines: ['1号线'], exit: '', equipment: '' }]);
  });
  it('are of one line or one station', () => {
    expect(signsOf(lines, '6', null).map((sign) => sign.code)).toEqual(['wts']);
    expect(signsOf(lines, '1', '琴台').map((sign) => sign.code)).toEqual(['琴台']);
    expect(signsOf(lines, '9', null)).toEqual([]);
  });
  it('hang at exits and beside equipment', () => {
    expect(listed(' A、B，c1 A ')).toEqual(['A', 'B', 'c1']);
    expect(spotsOf([], [])).toEqual([{ exit: '', equipment: '' }]);
    expect(spotsOf(['A', 'B'], ['E-07'])).toEqual([{ exit: 'A', equipment: '' }, { exit: 'B', equipment: '' }, { exit: '', equipment: 'E-07' }]);
    expect(spotsOf(['A'], ['E-07', 'E-08'])).toEqual([{ exit: 'A', equipment: 'E-07' }, { exit: 'A', equipment: 'E-08' }]);
  });
  it('fill sheets', () => {
    const many = Array.from({ length: 13 }, (_, index) => index);
    expect(sheets(many, 'sheet').map((sheet) => sheet.length)).toEqual([6, 6, 1]);
    expect(sheets(many, 'poster')).toHaveLength(13);
    expect(sheets([], 'poster')).toEqual([]);
  });
});
