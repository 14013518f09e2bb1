import { describe, expect, it } from 'vitest';
import { dateOf, isDate, recentPeriods } from './dates';
import { activeFilters, everything, filterNames, fromAddress, sameShown, toAddress, toApi, withFilter, withoutValue } from './filters';

const today = '2026-11-26'; // a Thursday

describe('filters and the address', () => {
  it('goes there and back for every filter', () => {
    const address = {
      view: 'view:abc123', stage: 'dispatch,review', overdue: 'true', due_until: 'today', waiting: 'extension,assist', suspended: 'true', unit: 'line1,line2', accepting_unit: 'centre', type1: 'facilities', type: 'facilities.lift,null', type_only: 'facilities', cause: 'aging', cause_only: 'equipment',
      channel: 'hotline,website', kind: 'complaint', severity: 'urgent', line: '1', station: 'tiyuxilu', from: '2026-01-01', to: 'this_month', satisfaction: 'dissatisfied', solved: 'partly', resolution: 'cannot', closing: 'withdrawn',
      timely: 'late', round: '2,3', validity: 'valid', liability: 'none', incident: 'INC1', day: '2026-11-23', week: '2026-W48', month: '2026-11', quarter: '2026Q4', year: '2026', q: '扶梯 停运', sort: 'due',
    };
    expect(toAddress(fromAddress(address))).toEqual(address);
    expect(Object.keys(address)).toEqual(['view', ...filterNames, 'sort']);
  });
  it('leaves out what it cannot mean', () => {
    expect(fromAddress({ stage: 'nonsense,review,review', overdue: 'maybe', from: '2026-02-30', channel: '<script>', sort: 'random', at: 'yesterday', q: '   ', unit: 'a b', colour: 'red', view: '"' })).toEqual({
      filters: { stage: ['review'] }, sort: 'registered', view: null, at: null,
    });
  });
  it('says other columns than those of the view', () => {
    const address = { sort: 'due', columns: 'work' };
    expect(toAddress(fromAddress(address))).toEqual(address);
  });
  it('takes the other words for overdue, and a parameter given twice', () => {
    expect(fromAddress({ overdue: 'yes', stage: ['dispatch', 'review', null] }).filters).toEqual({ overdue: ['true'], stage: ['dispatch', 'review'] });
  });
  it('keeps text as it is, commas and right-to-left marks too', () => {
    const q = 'a,b \u202eabc <b>';
    expect(fromAddress({ q }).filters.q).toEqual([q]);
    expect(toApi(fromAddress({ q }), today)).toEqual({ q });
    expect(fromAddress({ q: 'x'.repeat(201) }).filters.q).toBeUndefined();
  });
  it('asks the API with dates in place of days that move', () => {
    const query = fromAddress({ due_until: 'today', from: 'this_month', to: 'yesterday', view: 'due_today', sort: 'severity' });
    expect(toApi(query, today)).toEqual({ due_until: '2026-11-26', from: '2026-11-01', to: '2026-11-25', sort: 'severity' });
  });
  it('begins the list on a day without making it a filter', () => {
    expect(toApi(fromAddress({ at: '2026-03-01', to: '2026-10-01' }), today)).toEqual({ to: '2026-03-01' });
    expect(toApi(fromAddress({ at: '2026-11-01', to: '2026-10-01' }), today)).toEqual({ to: '2026-10-01' });
    expect(activeFilters(fromAddress({ at: '2026-03-01' }))).toEqual([]);
    expect(fromAddress({ at: '2026-03-01', sort: 'due' }).at).toBeNull();
  });
  it('sets, changes and removes', () => {
    const query = withFilter(withFilter(everything, 'stage', ['review', 'review', 'x']), 'q', [' 扶梯 ']);
    expect(query.filters).toEqual({ stage: ['review'], q: ['扶梯'] });
    expect(withoutValue(query, 'stage', 'review').filters).toEqual({ q: ['扶梯'] });
    expect(withFilter(query, 'q', ['']).filters).toEqual({ stage: ['review'] });
  });
  it('knows when two show the same', () => {
    expect(sameShown(fromAddress({ stage: 'review,dispatch', view: 'a' }), fromAddress({ stage: 'dispatch,review', at: '2026-01-01' }))).toBe(true);
    expect(sameShown(fromAddress({ stage: 'review' }), fromAddress({ stage: 'review', sort: 'due' }))).toBe(false);
  });
});

describe('days that move', () => {
  it.each([
    ['today', '2026-11-26'], ['tomorrow', '2026-11-27'], ['yesterday', '2026-11-25'], ['this_week', '2026-11-23'], ['this_month', '2026-11-01'], ['this_quarter', '2026-10-01'], ['this_year', '2026-01-01'],
    ['last_7_days', '2026-11-20'], ['last_30_days', '2026-10-28'], ['2026-05-01', '2026-05-01'],
  ])('%s is %s', (value, date) => expect(dateOf(value, today)).toBe(date));
  it('begins the week on Monday, on a Sunday too', () => expect(dateOf('this_week', '2026-11-29')).toBe('2026-11-23'));
  it('offers the latest periods first', () => {
    expect(recentPeriods('month', '2026-02-10').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect(recentPeriods('quarter', '2026-02-10').slice(0, 3)).toEqual(['2026Q1', '2025Q4', '2025Q3']);
    expect(recentPeriods('year', '2026-02-10', ['2001']).slice(0, 2)).toEqual(['2001', '2026']);
  });
  it('knows dates', () => {
    expect(['2026-02-28', '2024-02-29'].every(isDate)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '26-1-1', ''].some(isDate)).toBe(false);
  });
});
