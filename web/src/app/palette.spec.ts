import { describe, expect, it } from 'vitest';
import type { Command } from '@/shared/commands';
import { fitting, wholeNumber } from './palette';

const command = (id: string, label: string, ...keywords: string[]): Command => ({ id, label, group: 'pages', keywords, run: () => undefined });
const all = [command('ledger', '台账', 'tz', 'taizhang', 'ledger'), command('dashboard', '看板', 'kb', 'dashboard'), command('theme', '切换深浅主题', 'zt', 'dark')];
const ids = (query: string) => fitting(all, query).map((one) => one.id);

describe('commands that fit', () => {
  it('are all without a word', () => expect(ids('')).toEqual(['ledger', 'dashboard', 'theme']));
  it('are found by label, initials, pinyin, English', () => {
    expect([ids('台'), ids('tz'), ids('taizh'), ids('Dash'), ids('dark')]).toEqual([['ledger'], ['ledger'], ['ledger'], ['dashboard'], ['theme']]);
  });
  it('are none for what fits nothing', () => expect(ids('xyzzy')).toEqual([]));
});

describe('a whole number', () => {
  it('is one with its letters and without, in any width, with gaps', () =>
    expect(['TS202611300006', 'ts202611300006', '202611300006', ' ＴＳ２０２６ 1130 0006', '2026113010001'].map(wholeNumber)).toEqual(['TS202611300006', 'TS202611300006', 'TS202611300006', 'TS202611300006', 'TS2026113010001']));
  it('is no phone, no tail, no word', () => expect(['13800138000', '300006', '008613800138000', '扶梯', 'TS2026'].map(wholeNumber)).toEqual([null, null, null, null, null]));
});
