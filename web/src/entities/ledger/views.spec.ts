import { describe, expect, it } from 'vitest';
import { fromAddress, withFilter } from './filters';
import { columnSetOf, currentView, keepView, newKey, readView, shippedViews } from './views';

const agent = { role: 'agent', unit: null } as const;
const desk = { role: 'desk', unit: 'line1' } as const;
const ids = (person: Parameters<typeof shippedViews>[0]) => shippedViews(person).map((view) => view.id);

describe('shipped views', () => {
  it('are those of the role', () => {
    expect(ids(agent)).toEqual(['all', 'my_tasks', 'due_today', 'overdue', 'suspended', 'to_dispatch', 'to_review', 'to_feed_back', 'to_follow_up', 'urgent', 'this_month', 'dissatisfied', 'again']);
    expect(ids(desk)).toEqual(['all', 'my_tasks', 'due_today', 'overdue', 'opinions_owed', 'suspended', 'to_opine', 'in_remedy', 'led_by_us', 'accepted_by_us', 'urgent', 'this_month', 'dissatisfied', 'again']);
    expect(ids({ role: 'director', unit: null })).toContain('extensions');
    expect(ids({ role: 'leader', unit: null })).not.toContain('my_tasks');
  });
  it('ask for the own unit where it leads', () => {
    expect(shippedViews(desk).find((view) => view.id === 'my_tasks')?.query.filters).toEqual({ unit: ['line1'], stage: ['opinion', 'remedy', 'result'] });
  });
});

describe('kept views', () => {
  it('come back as they were saved', () => {
    const query = fromAddress({ stage: 'review', due_until: 'today', sort: 'due', view: 'due_today', at: '2026-01-01' });
    const body = keepView('本周要审', query, 'work');
    expect(body).toEqual({ name: '本周要审', query: { stage: 'review', due_until: 'today', sort: 'due', columns: 'work' } });
    expect(readView({ kind: 'unit_view', key: 'k1', body })).toEqual({ id: 'unit_view:k1', from: 'unit_view', name: '本周要审', query: { ...query, view: 'unit_view:k1', at: null }, columns: 'work' });
  });
  it('that cannot be read are left out', () => {
    expect(readView({ kind: 'view', key: 'a', body: { name: '', query: {} } })).toBeNull();
    expect(readView({ kind: 'view', key: 'a', body: { name: 'x' } })).toBeNull();
    expect(readView({ kind: 'draft', key: 'a', body: { name: 'x', query: {} } })).toBeNull();
    expect(readView({ kind: 'view', key: 'a', body: { name: 'x', query: { stage: 7, overdue: 'true' } } })?.query.filters).toEqual({ overdue: ['true'] });
  });
  it('get a key that is free', () => {
    const taken = readView({ kind: 'view', key: '000000', body: { name: 'x', query: {} } });
    const numbers = [0, 0.5];
    expect(newKey(taken ? [taken] : [], () => numbers.shift() ?? 0)).toBe('i00000');
  });
});

describe('the columns', () => {
  it('of views for working are those for working, unless the address says otherwise', () => {
    const views = shippedViews(agent);
    const set = (id: string) => views.find((view) => view.id === id)?.columns;
    expect(['my_tasks', 'overdue', 'due_today', 'to_dispatch', 'urgent'].map(set)).toEqual(Array(5).fill('work'));
    expect(['all', 'this_month', 'dissatisfied'].map(set)).toEqual(Array(3).fill('full'));
    const [all] = views;
    expect(columnSetOf(fromAddress({}), all!)).toBe('full');
    expect(columnSetOf(fromAddress({ columns: 'work' }), all!)).toBe('work');
    expect(columnSetOf(fromAddress({ sort: 'due' }), null)).toBe('work');
    expect(columnSetOf(fromAddress({ columns: 'none' }), all!)).toBe('full');
  });
});

describe('the current view', () => {
  const views = shippedViews(agent);
  const review = views.find((view) => view.id === 'to_review')!;
  it('is the one that the address names, changed or not', () => {
    expect(currentView(views, review.query)).toEqual({ view: review, changed: false });
    expect(currentView(views, withFilter(review.query, 'channel', ['hotline']))).toEqual({ view: review, changed: true });
  });
  it('is found by what it shows when the address names none', () => {
    expect(currentView(views, fromAddress({ stage: 'review', sort: 'due' })).view?.id).toBe('to_review');
    expect(currentView(views, fromAddress({})).view?.id).toBe('all');
    expect(currentView(views, fromAddress({ stage: 'review', view: 'view:gone' })).view).toBeNull();
  });
});
