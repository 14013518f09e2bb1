import { describe, expect, it } from 'vitest';
import type { Command } from '@/shared/commands';
import { fitting } from './palette';

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
