import { describe, expect, it } from 'vitest';
import { cleaned, lengthOf, narrow } from './text';

describe('texts', () => {
  it('lose what nobody can see', () => {
    expect(cleaned('a\u0000b\u0007c\u001bd\u007fe\u0080f\u009fg')).toBe('abcdefg');
    expect(cleaned('半\ud83d个\udc00字\ufffe\uffff\ufdd0')).toBe('半个字');
    expect(cleaned(`x${String.fromCodePoint(0x1fffe)}y`)).toBe('xy');
  });
  it('keep their line breaks, whatever they were made of', () => expect(cleaned('a\r\nb\rc\u000bd\u000ce\u0085f\u2028g\u2029h')).toBe('a\nb\nc\nd\ne\nf\ng\nh'));
  it('keep all that people write', () => {
    for (const text of ['👨‍👩‍👧 𠮷野家', 'ا\u202eب', '\t缩进\n行', 'e\u0301', '\ufeff', '\u200b']) expect(cleaned(text)).toBe(text);
  });
  it('are counted by characters', () => expect([lengthOf('𠮷a'), narrow(' ａ＠ｂ．ｃｎ ')]).toEqual([2, 'a@b.cn']));
});
