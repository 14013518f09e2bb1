import { describe, expect, it } from 'vitest';
import type { Complaint, Event } from '@/shared/api/client';
import { holder, leadUnit, resultsByRound } from './facts';

const event = (seq: number, act: Event['act'], data: object = {}): Event => ({ seq, at: `2026-11-20T10:00:${String(seq).padStart(2, '0')}+08:00`, act, act_name: act, actor: { role: 'agent', user: 'agent', unit: 'centre', name: null }, data: data as Event['data'], texts: {}, erased: false, clocks: [], digest: '' });
const life = [event(1, 'register'), event(2, 'dispatch', { stage: 'opinion', units: [{ unit: 'line1', lead: true }] }), event(3, 'submit_opinion', { stage: 'review' }), event(4, 'approve', { stage: 'remedy' }), event(5, 'complete', { stage: 'result' }), event(6, 'report_result', { stage: 'feedback' }), event(7, 'give_feedback', { stage: 'follow_up' }), event(8, 'record_follow_up', { stage: 'dispatch', round: 2 }), event(9, 'answer', { stage: 'feedback' })];
const of = (stage: Complaint['stage']) => ({ stage, handling_units: [{ unit: 'line1', lead: true }, { unit: 'lift', lead: false }] }) as Complaint;

describe('the facts', () => {
  it('say who has it and since when', () => {
    expect(leadUnit(of('opinion'))).toBe('line1');
    expect(holder(of('result'), life.slice(0, 5))).toEqual({ unit: 'line1', since: '2026-11-20T10:00:04+08:00' });
    expect(holder(of('review'), life.slice(0, 3))).toEqual({ unit: null, since: '2026-11-20T10:00:03+08:00' });
    expect(holder(of('closed'), life)).toBeNull();
  });
  it('put the results with their rounds; a follow-up ends the round it belongs to', () => {
    expect(resultsByRound(life).map((one) => [one.round, one.entries.map((entry) => entry.seq)])).toEqual([[1, [5, 6, 7, 8]], [2, [9]]]);
  });
});
