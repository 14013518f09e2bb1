import { afterEach, describe, expect, it } from 'vitest';
import { batchActs } from '@/entities/ledger/batch';
import { columnCodes } from '@/entities/ledger/columns';
import { relativeDays } from '@/entities/ledger/dates';
import { filterNames, formOf, fromAddress, sorts } from '@/entities/ledger/filters';
import { shippedViews } from '@/entities/ledger/views';
import type { Complaint } from '@/shared/api/client';
import { chooseLanguage, languages, say, word } from '@/shared/i18n';
import '@/shared/i18n/words';
import { cellText, columnName, counted } from './cells';
import { filterLabel, filterText, periodText, queryText, valueText } from './wording';
import './words';
import './words.batch';

const names = {
  unitName: (code: string | null | undefined) => (code === 'line1' ? '一号线' : (code ?? '')), typePath: (code: string | null | undefined) => code ?? '', causeName: (code: string | null | undefined) => code ?? '',
  lineName: (code: string | null | undefined) => (code === '1' ? '1号线' : (code ?? '')), stationName: (code: string | null | undefined) => (code === 's' ? '体育西路' : (code ?? '')),
};
afterEach(() => chooseLanguage('zh-CN'));

describe('words', () => {
  it.each(languages)('has one for every filter, value, column, view, day, order and act in %s', (language) => {
    chooseLanguage(language);
    const told = [
      ...filterNames.map(filterLabel),
      ...filterNames.flatMap((name) => {
        const form = formOf(name);
        return 'codes' in form ? form.codes.map((code) => valueText(name, code, names)) : [];
      }),
      ...columnCodes.map(columnName), ...relativeDays.map((day) => valueText('from', day, names)), ...sorts.map((sort) => say(`ledger.sort_${sort}`)), ...batchActs.map(({ act }) => word('act', act)),
      ...(['agent', 'desk'] as const).flatMap((role) => shippedViews({ role, unit: 'line1' })).map((view) => say(view.name)),
    ];
    expect(told.filter((text) => text === '' || /^[a-z_]+(\.[a-zA-Z_0-9]+)*$/.test(text) && text.includes('.') || text === 'null')).toEqual([]);
    if (language !== 'en') expect(told.filter((text) => /^[a-z_ ]+$/.test(text))).toEqual([]);
  });
});

describe('filters in words', () => {
  it('says name and values', () => {
    expect(filterText('stage', ['review', 'follow_up'], names)).toBe('环节：待审核、待回访');
    expect(filterText('unit', ['line1', 'null'], names)).toBe('主办单位：一号线、未填');
    expect(filterText('due_until', ['today'], names)).toBe('到期不晚于：今天');
    expect(filterText('round', ['2'], names)).toBe('轮次：第 2 轮');
    chooseLanguage('en');
    expect(filterText('overdue', ['true'], names)).toBe('Overdue: overdue');
  });
  it('says all in one line, the period by itself', () => {
    expect(queryText(fromAddress({ stage: 'review', severity: 'urgent', from: 'today' }), names)).toBe('环节：待审核；级别：紧急');
    expect([periodText('2026-01-01', '2026-01-31'), periodText('2026-01-01', undefined), periodText(undefined, '2026-01-31'), periodText(undefined, undefined)]).toEqual(['2026-01-01 至 2026-01-31', '2026-01-01 起', '至 2026-01-31', '不限']);
  });
  it('counts in the right number', () => {
    expect([counted('ledger.count', 1234), counted('ledger.selected', 1)]).toEqual(['共 1,234 件', '已选 1 件']);
    chooseLanguage('en');
    expect([counted('ledger.count', 1), counted('ledger.count', 1234)]).toEqual(['1 complaint', '1,234 complaints']);
  });
});

describe('cells', () => {
  const complaint = {
    number: 'TS202611260001', stage: 'review', suspended: true, complainant: { name: '张*', phone: '138****1234', email: null, anonymous: false }, place: { line: '1', station: 's', exit: 'B', train: null, carriage: null, equipment: null, detail: '站厅' },
    content: 'x'.repeat(500), subject: null, handling_units: [{ unit: 'line1', lead: true }, { unit: 'line2', lead: false }], received_at: '2026-11-26T09:00:00+08:00', next_due_at: '2026-11-27T00:00:00+08:00', result: null,
  } as unknown as Complaint;
  it('say what the ledger has to say', () => {
    const text = (code: Parameters<typeof cellText>[0]) => cellText(code, complaint, names);
    expect([text('place'), text('handling_unit'), text('assisting_units'), text('contact'), text('received_at'), text('progress'), text('result')]).toEqual(['1号线 体育西路 B口 站厅', '一号线', 'line2', '138****1234', '2026-11-26 09:00', '待审核 · 已暂停', '']);
    expect(text('due_at')).toContain('24:00');
  });
  it('cut long texts on the screen, not on paper', () => {
    expect(cellText('content', complaint, names)).toHaveLength(241);
    expect(cellText('content', complaint, names, true)).toHaveLength(500);
  });
  it('name the anonymous', () => expect(cellText('complainant', { ...complaint, complainant: { name: null, phone: null, email: null, anonymous: true } }, names)).toBe('匿名'));
});
