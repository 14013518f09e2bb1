import { describe, expect, it } from 'vitest';
import type { LiveChange } from '@/shared/live';
import { mayConcern, waitsFor } from './news';

const change = (act: LiveChange['act'], stage: LiveChange['stage'], by = '王某'): LiveChange => ({ number: 'TS202611230001', version: 2, act, stage, by });
const desk = { role: 'desk' as const, unit: 'line1', name: '李四' };
const agent = { role: 'agent' as const, unit: 'centre', name: '张三' };
const director = { role: 'director' as const, unit: 'centre', name: '主任' };

describe('news', () => {
  it('is what passes to somebody, at a stage that is theirs', () => {
    expect(mayConcern(change('dispatch', 'opinion'), desk)).toBe(true);
    expect(mayConcern(change('dispatch', 'opinion'), agent)).toBe(false);
    expect(mayConcern(change('submit_opinion', 'review'), agent)).toBe(true);
    expect(mayConcern(change(null, 'review'), agent)).toBe(true);
    expect(mayConcern(change('note', 'opinion'), desk)).toBe(false);
  });
  it('is never one’s own act', () => {
    expect(mayConcern(change('submit_opinion', 'review', '张三'), agent)).toBe(false);
  });
  it('tells the director alone of an extension asked for', () => {
    expect(mayConcern(change('request_extension', 'opinion'), director)).toBe(true);
    expect(mayConcern(change('request_extension', 'opinion'), agent)).toBe(false);
    expect(mayConcern(change('request_extension', 'opinion'), desk)).toBe(false);
  });
  const one = { stage: 'opinion' as const, possible_acts: [], handling_units: [{ unit: 'line1', lead: true }, { unit: 'line2', lead: false }], suspended: false, accepting_unit: 'centre', channel: 'hotline' as const, extension_request: null };
  it('waits for the unit that leads it, for one that assists while its opinion is owed', () => {
    expect(waitsFor(one, 'dispatch', desk)).toBe(true);
    expect(waitsFor(one, 'dispatch', { ...desk, unit: 'line2' })).toBe(false);
    expect(waitsFor({ ...one, possible_acts: ['assist_opinion'] }, 'dispatch', { ...desk, unit: 'line2' })).toBe(true);
    expect(waitsFor(one, 'dispatch', { ...desk, unit: 'line3' })).toBe(false);
    expect(waitsFor({ ...one, suspended: true }, 'dispatch', desk)).toBe(false);
  });
  it('is for the centre what comes from outside, and no follow-up that is for somebody else', () => {
    expect(waitsFor({ ...one, stage: 'dispatch' }, 'register', agent)).toBe(false);
    expect(waitsFor({ ...one, stage: 'dispatch', channel: 'website' }, 'register', agent)).toBe(true);
    expect(waitsFor({ ...one, stage: 'dispatch', accepting_unit: 'line1', channel: 'on_site' }, 'register', agent)).toBe(true);
    expect(waitsFor({ ...one, stage: 'follow_up' }, 'give_feedback', agent)).toBe(false);
    expect(waitsFor({ ...one, stage: 'follow_up', possible_acts: ['record_follow_up'] }, 'give_feedback', agent)).toBe(true);
  });
});
