import { describe, expect, it } from 'vitest';
import { columnCodes } from './columns';
import { exportAddress, fileName, mostNumbers } from './export';
import { fromAddress } from './filters';

describe('the export', () => {
  it('asks for exactly what is shown', () => {
    const query = fromAddress({ stage: 'review,dispatch', q: '扶梯 & <b>', due_until: 'today', sort: 'due', view: 'x' });
    const address = new URL(exportAddress(query, '2026-11-26', ['number', 'content'], 'csv', null), 'http://x');
    expect(Object.fromEntries(address.searchParams)).toEqual({ format: 'csv', columns: 'number,content', stage: 'review,dispatch', q: '扶梯 & <b>', due_until: '2026-11-26', sort: 'due' });
  });
  it('takes the whole list, wherever it was begun', () => expect(exportAddress(fromAddress({ at: '2026-01-01' }), '2026-11-26', ['number'], 'xlsx', null)).not.toContain('to='));
  it('asks for the chosen ones alone', () => {
    expect(exportAddress(fromAddress({ stage: 'review' }), '2026-11-26', ['number'], 'xlsx', ['TS1', 'TS2'])).toBe('/api/v1/complaints/export?format=xlsx&columns=number&numbers=TS1,TS2');
  });
  it('keeps its address short enough', () => {
    const numbers = Array.from({ length: mostNumbers }, (_, index) => `TS20261126${String(index).padStart(5, '0')}`);
    expect(exportAddress(fromAddress({ sort: 'severity' }), '2026-11-26', columnCodes, 'jsonl', numbers).length).toBeLessThan(8000);
  });
  it('calls the file as the server does', () => {
    expect(fileName("attachment; filename=\"ledger.xlsx\"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx", 'x')).toBe('台账.xlsx');
    expect(fileName('attachment; filename="ledger.csv"', 'x')).toBe('ledger.csv');
    expect(fileName("attachment; filename*=UTF-8''%ZZ", 'x')).toBe('x');
    expect(fileName(null, 'x')).toBe('x');
  });
});
