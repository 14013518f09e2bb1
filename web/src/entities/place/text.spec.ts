import { describe, expect, it } from 'vitest';
import { placeWords } from './text';

const names = { lineName: (code: string | null | undefined) => (code ? `${code}号线` : ''), stationName: (code: string | null | undefined) => code ?? '' };

describe('a place in words', () => {
  it('goes as far as it is known', () => {
    expect(placeWords({ line: '1', station: '体育西路', exit: 'B', train: null, carriage: null, equipment: null, detail: '站厅' }, names)).toEqual(['1号线', '体育西路', 'B口', '站厅']);
    expect(placeWords(null, names)).toEqual([]);
  });
  it('says what a bare number is, and leaves words as they were written', () => {
    expect(placeWords({ line: '2', station: null, exit: null, train: '11810', carriage: '4', equipment: null, detail: null }, names)).toEqual(['2号线', '11810次车', '4号车厢']);
    expect(placeWords({ line: null, station: '琴台', exit: '东北口', train: '开往大剧院的列车', carriage: '第3节', equipment: 'E-07', detail: null }, names)).toEqual(['琴台', '东北口', '开往大剧院的列车', '第3节', 'E-07']);
  });
});
