import { describe, expect, it } from 'vitest';
import type { Event } from '@/shared/api/client';
import '@/shared/i18n/words';
import { actorText, clockLines, dataLines, isShownText, ledTo, type Names } from './describe';
import { byDay, changesSince, clockAt, countByKind, kindOf, opinionText, proposedFeedback, steps, verdictEvent, visits } from './timeline';

const event = (seq: number, act: Event['act'], day: number, data: object = {}, texts: Record<string, string> = {}, user = 'agent'): Event => ({
  seq, at: `2026-11-${String(day).padStart(2, '0')}T10:00:00+08:00`, act, act_name: act, actor: { role: 'agent', user, unit: 'centre', name: null }, data: data as Event['data'], texts, erased: false, clocks: [], digest: '',
});
const lead = [{ unit: 'line1', lead: true }];
const life: Event[] = [
  event(1, 'register', 2), event(2, 'dispatch', 2, { stage: 'opinion', units: lead }), event(3, 'submit_opinion', 3, { stage: 'review' }, { findings: '甲', public_text: '给乘客' }, 'desk-line1'),
  event(4, 'reject', 3, { stage: 'opinion' }, { reason: '依据不足' }), event(5, 'submit_opinion', 4, { stage: 'review' }, { findings: '乙', public_text: '给乘客二' }, 'desk-line1'), event(6, 'approve', 4, { stage: 'remedy' }),
  event(7, 'note', 4, {}, { text: '备注' }), event(8, 'complete', 5, { stage: 'feedback' }), event(9, 'give_feedback', 5, { stage: 'follow_up' }), event(10, 'record_follow_up', 6, { stage: 'dispatch', round: 2 }),
];

describe('the timeline', () => {
  it('shows the newest day first, and in it the newest entry', () => {
    const days = byDay(life);
    expect(days.map((day) => day.date)).toEqual(['2026-11-06', '2026-11-05', '2026-11-04', '2026-11-03', '2026-11-02']);
    expect(days[2]?.events.map((one) => one.seq)).toEqual([7, 6, 5]);
  });
  it('filters by kind and leaves out empty days', () => {
    expect(byDay(life, ['notes']).map((day) => [day.date, day.events.length])).toEqual([['2026-11-04', 1]]);
    expect(countByKind(life)).toEqual({ acts: 7, contacts: 2, notes: 1, files: 0, clocks: 0 });
    expect(kindOf({ act: 'suspend' })).toBe('clocks');
    expect(kindOf({ act: 'attach' })).toBe('files');
  });
  it('splits days at local midnight', () => {
    const late = { ...event(1, 'note', 2), at: '2026-11-02T16:30:00Z' };
    expect(byDay([late])[0]?.date).toBe('2026-11-03');
  });
});

describe('what changed meanwhile', () => {
  it('is what others did after my version', () => {
    expect(changesSince(life, 4, (one) => one.actor.user === 'desk-line1').map((one) => one.seq)).toEqual([6, 7, 8, 9, 10]);
    expect(changesSince(life, 4, () => false)).toHaveLength(6);
    expect(changesSince(life, 10, () => false)).toEqual([]);
  });
});

describe('the way', () => {
  const all = visits(life);
  it('knows each stay, and what was sent back', () => {
    expect(all.filter((one) => one.round === 1).map((one) => [one.stage, one.back])).toEqual([['dispatch', false], ['opinion', false], ['review', false], ['opinion', true], ['review', false], ['remedy', false], ['feedback', false], ['follow_up', false]]);
    expect(all.at(-1)).toMatchObject({ stage: 'dispatch', round: 2, until: null, back: false });
  });
  it('knows who had it', () => {
    expect(all[0]?.unit).toBeNull();
    expect(all[1]?.unit).toBe('line1');
    expect(all[2]?.unit).toBeNull();
  });
  it('draws a past round with what was skipped', () => {
    const way = steps(all, 1, null);
    expect(way.find((step) => step.stage === 'result')?.state).toBe('skipped');
    expect(way.find((step) => step.stage === 'opinion')).toMatchObject({ state: 'done', returns: 1 });
  });
  it('draws the current round', () => {
    const way = steps(all, 2, 'dispatch');
    expect(way.map((step) => step.state)).toEqual(['current', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
  });
  it('marks what lies ahead again after a rejection', () => {
    const way = steps(visits(life.slice(0, 4)), 1, 'opinion');
    expect(way.map((step) => step.state).slice(0, 3)).toEqual(['done', 'current', 'ahead']);
  });
  it('finds the latest clock of a stage', () => {
    const clock = (due_at: string) => ({ stage: 'opinion' as const, round: 1, started_at: due_at, due_at, ended_at: null, outcome: 'running' as const, provisional: false, agreed: false, limit: '3wd', rule: 'R4.1', policy_version: 1, working_days_left: null });
    expect(clockAt({ clocks: [clock('a'), clock('b')] }, 'opinion', 1)?.due_at).toBe('b');
    expect(clockAt({ clocks: [] }, 'opinion', 1)).toBeNull();
  });
});

describe('opinions', () => {
  it('have their words and their verdict in the history', () => {
    expect(opinionText(life, 3).findings).toBe('甲');
    expect(verdictEvent(life, 3)?.seq).toBe(4);
    expect(verdictEvent(life, 5)?.act).toBe('approve');
    expect(opinionText(life, 99).findings).toBe('');
  });
  it('offer the latest words for the passenger, of this round only', () => {
    expect(proposedFeedback(life.slice(0, 9))).toBe('给乘客二');
    expect(proposedFeedback(life)).toBe('');
  });
});

describe('an entry in words', () => {
  const names: Names = { unitName: (code) => `单位${code}`, causeName: (code) => `原因${code}`, typePath: (code) => `类型${code}`, lineName: (code) => `${code}号线`, stationName: (code) => code ?? '' };
  it('names codes and leaves out what has no name', () => {
    const lines = dataLines(event(2, 'dispatch', 2, { stage: 'opinion', units: [...lead, { unit: 'lift', lead: false }], strange: 'x', was: 'remedy 1' }), names);
    expect(lines).toEqual([{ name: '办理单位', value: '单位line1（主办）、单位lift（协办）' }]);
    expect(dataLines(event(3, 'submit_opinion', 2, { claim: 'true', cause: 'equipment', line: '1', contacted_at: '2026-11-02T10:00:00+08:00' }), names).map((line) => line.value)).toEqual(['属实', '原因equipment', '1号线', '2026-11-02 10:00']);
  });
  it('says where it led', () => {
    expect(ledTo(life[2]!)).toBe('进入待审核');
    expect(ledTo(life[9]!)).toBe('开始第 2 轮、进入待转办');
    expect(ledTo(life[6]!)).toBe('');
  });
  it('says who, the passenger without a name', () => {
    expect(actorText(life[0]!)).toBe('agent（中心坐席）');
    expect(actorText({ ...life[0]!, actor: { role: 'passenger', user: null, unit: null, name: null } })).toBe('乘客');
  });
  it('says what the clocks did', () => {
    const clocks: Event['clocks'] = [
      { change: 'end', stage: 'dispatch', round: 1, due_at: null, ended_at: '2026-11-02T10:00:00+08:00', outcome: 'met' },
      { change: 'start', stage: 'opinion', round: 1, due_at: '2026-11-06T00:00:00+08:00', ended_at: null, outcome: 'running' },
      { change: 'pause', stage: 'opinion', round: 1, due_at: null, ended_at: null, outcome: 'paused' },
      { change: 'move', stage: 'opinion', round: 1, due_at: '2026-11-07T00:00:00+08:00', ended_at: null, outcome: 'running' },
    ];
    expect(clockLines({ ...life[1]!, clocks })).toEqual(['转办时限结束：按时', '意见时限开始，到期 11月5日 24:00', '意见时限暂停', '意见时限改为 11月6日 24:00']);
    expect(isShownText('where')).toBe(false);
  });
});
