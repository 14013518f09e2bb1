import { describe, expect, it } from 'vitest';
import type { Complaint, Event } from '@/shared/api/client';
import { visits } from '@/entities/history/timeline';
import './words';
import { holder, leadUnit, ofRound, outcomeRounds, outcomes, resultsByRound } from './facts';

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
  it('tell of which round an outcome is', () => {
    const clock = (stage: string, round: number, ended: boolean) => ({ stage, round, ended_at: ended ? '2026-11-20T10:00:00+08:00' : null, outcome: ended ? 'met' : 'running' }) as Complaint['clocks'][number];
    const second = { round: 2, clocks: [clock('feedback', 1, true), clock('follow_up', 1, true), clock('dispatch', 2, false)] };
    expect(outcomeRounds(second)).toEqual({ result: 1, view: 1 });
    expect(ofRound('已解决', 'result', second)).toBe('已解决（第 1 轮）');
    expect(outcomeRounds({ round: 2, clocks: [...second.clocks, clock('feedback', 2, true), clock('follow_up', 2, false)] })).toEqual({ result: 2, view: 1 });
    expect(ofRound('已解决', 'result', { ...second, round: 1 })).toBe('已解决');
    expect(ofRound(null, 'view', second)).toBe('');
  });
  it('keep the unit’s result and the complainant’s view apart, round by round', () => {
    const told: Event[] = [event(1, 'register'), { ...event(2, 'answer', { stage: 'feedback', resolution: 'solved' }), texts: { result: '已退款' } }, event(3, 'record_follow_up', { stage: 'dispatch', round: 2, satisfaction: 'dissatisfied', solved: 'not_solved' }), { ...event(4, 'answer', { resolution: 'partly' }), texts: { result: '再退' } }, event(5, 'reject_result')];
    expect(outcomes(told)).toEqual([{ round: 1, result: '已退款', resolution: 'solved', satisfaction: 'dissatisfied', solved: 'not_solved' }, { round: 2, result: '', resolution: null, satisfaction: null, solved: null }]);
  });
  it('leave out what was taken back', () => {
    const undone = [...life.slice(0, 2), event(3, 'undo', { of: 2, undone: 'dispatch' })];
    expect(visits(undone).map((visit) => visit.stage)).toEqual(['dispatch']);
  });
  it('put the results with their rounds; a follow-up ends the round it belongs to', () => {
    expect(resultsByRound(life).map((one) => [one.round, one.entries.map((entry) => entry.seq)])).toEqual([[1, [5, 6, 7, 8]], [2, [9]]]);
  });
});
