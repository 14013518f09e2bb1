import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPhones } from './phone';

const cases = readFileSync('../tests/cases/telephones.txt', 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('|').map((part) => part.trim()));

describe('telephone numbers', () => {
  it.each(cases)('are read out of “%s”', (text, numbers, doubtful) => {
    const found = readPhones(text!);
    expect(found.numbers.map(({ digits, extension }) => (extension ? `${digits}>${extension}` : digits)).join(' ')).toBe(numbers);
    expect(found.doubtful.map(({ digits, why }) => `${digits} ${why}`).join(' ')).toBe(doubtful);
  });
  it('are seen past marks that nobody sees', () => expect(readPhones('\u202a138\u200b00138000\u202c').numbers).toEqual([{ digits: '13800138000', extension: '', service: false }]));
  it('are found quickly in whatever is written', () => {
    for (const text of ['1'.repeat(20_000), '1 '.repeat(2_000), '转+('.repeat(2_000), '']) expect(readPhones(text).numbers.length).toBeLessThan(2);
  });
});
