import { describe, expect, it } from 'vitest';
import { byHand, matched, missing, proposed, shownFields, toMapping, unmatched, type Preview } from './matching';

const preview: Preview = {
  mapping: null,
  shipped: [],
  columns: [{ heading: '编号', field: null, suggested: 'external_id' }, { heading: '受理日期', field: null, suggested: 'received_at' }, { heading: '备注', field: null, suggested: null }, { heading: '投诉内容', field: 'content', suggested: 'content' }],
  fields: [{ code: 'external_id', name: '来源编号', required: false }, { code: 'channel', name: '渠道', required: true }, { code: 'content', name: '内容', required: true }, { code: 'received_at', name: '受理时间', required: true }],
  missing: ['channel'],
  rows: [{ line: 2, fields: { content: '内容', external_id: 'V1' }, faults: [] }],
  notices: [],
};

describe('matching columns', () => {
  it('proposes what the headings mean, and tells what is still missing', () => {
    const matching = proposed(preview, null);
    expect(matching.columns).toEqual({ 编号: 'external_id', 受理日期: 'received_at', 投诉内容: 'content' });
    expect(missing(matching, preview)).toEqual(['channel']);
    expect(missing({ ...matching, constants: { channel: 'hotline' } }, preview)).toEqual([]);
    expect(missing({ ...matching, constants: { channel: '' } }, preview)).toEqual(['channel']);
    expect(missing({ ...matching, shipped: 'ledger' }, preview)).toEqual([]);
  });
  it('gives a field to one column only', () => {
    const matching = matched(proposed(preview, null), '备注', 'content');
    expect(matching.columns).toEqual({ 编号: 'external_id', 受理日期: 'received_at', 备注: 'content' });
    expect(matched(matching, '备注', '').columns).toEqual({ 编号: 'external_id', 受理日期: 'received_at' });
  });
  it('sends a shipped mapping by its name, and by hand what was matched', () => {
    expect(toMapping({ ...unmatched(), shipped: 'ledger', columns: { a: 'content' } })).toEqual({ shipped: 'ledger', heading: null });
    expect(toMapping({ ...unmatched(), heading: 3, columns: { a: 'content', b: 'channel' }, constants: { channel: 'fax', kind: '', type: 'x' } })).toEqual({ columns: { a: 'content', b: 'channel' }, constants: { type: 'x' }, heading: 3 });
  });
  it('begins by hand with what the shipped mapping makes of the columns', () => {
    expect(byHand({ ...unmatched(), shipped: 'ledger' }, preview).columns).toEqual({ 编号: 'external_id', 受理日期: 'received_at', 投诉内容: 'content' });
  });
  it('shows the fields that a row gives', () => {
    expect(shownFields(preview).map(({ code }) => code)).toEqual(['external_id', 'content']);
  });
});
