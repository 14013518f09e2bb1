import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ActName, Complaint, Event } from '@/shared/api/client';
import '@/shared/i18n/words';
import { asText, bodyOf, isUntouched, missing, revive, startValues } from './form';
import { actHint, fieldLabel } from './labels';
import { submissionKey, forgetSubmission } from './perform';
import { returnedBy, suggestUnit } from './suggest';
import { beyondReply } from './extension';
import { actTable, audienceOf, needsNoVersion, offer, publicFields, rowOf, tasksOf } from './table';

// The program's own table: which act takes which field. Names in C++ that are keywords end in an underscore.
const program = readFileSync('../src/domain/complaint/act_fields.cpp', 'utf8');
const rows = [...program.matchAll(/\{A::(\w+?)_?, "(\w+)", (required|optional)\}/g)].map(([, act, field, use]) => ({ act, field, required: use === 'required' }));
const passengers = ['supplement', 'rate', 'again', 'attach'];

describe('the act table', () => {
  it('reads the program’s table', () => expect(rows.length).toBeGreaterThan(60));

  it('has a row for every act of staff that takes fields, and no other', () => {
    const acts = [...new Set(rows.map((row) => row.act))].filter((act) => !passengers.includes(act ?? ''));
    expect(actTable.map((row) => row.act).sort()).toEqual(acts.sort());
  });

  it.each(actTable.map((row) => [row.act, row] as const))('%s asks for the fields that the program takes, required where it requires them', (act, row) => {
    const theirs = rows.filter((one) => one.act === act).map((one) => `${one.field} ${one.required}`).sort();
    // What is shown only beside a certain value the program asks for only then.
    expect(row.fields.map((field) => `${field.name} ${field.required && !field.when}`).sort()).toEqual(theirs);
  });

  it('names every field in words', () => {
    for (const row of actTable) for (const field of row.fields) expect(fieldLabel(row.act, field.name), `${row.act} ${field.name}`).not.toMatch(/\.|^\w+$/);
  });

  it('knows what the complainant reads at once', () => {
    const acts = actTable.filter((row) => publicFields(row.act).length > 0).map((row) => row.act);
    expect(acts.sort()).toEqual(['end', 'give_feedback', 'grant_extension', 'publish_progress', 'refuse', 'suspend']);
    expect(audienceOf('submit_opinion', 'public_text')).toBe('proposed');
    expect(audienceOf('submit_opinion', 'findings')).toBe('inside');
    expect(audienceOf('supplement', 'text')).toBe('public');
    expect(audienceOf('note', 'text')).toBe('inside');
  });

  it('knows which acts need no version', () => {
    expect(needsNoVersion('note')).toBe(true);
    expect(needsNoVersion('dispatch')).toBe(false);
  });

  it('offers only what is possible, the next step first', () => {
    const { forward, back, side, close } = offer(['note', 'withdraw', 'reject', 'approve', 'reveal', 'attach']);
    expect(forward.map((row) => row.act)).toEqual(['approve']);
    expect(back.map((row) => row.act)).toEqual(['reject']);
    expect(side.map((row) => row.act)).toEqual(['note']);
    expect(close.map((row) => row.act)).toEqual(['withdraw']);
  });

  it('makes the next step of what waits for me beside the stage', () => {
    const waits = { possible_acts: ['note', 'grant_extension', 'refuse_extension', 'resume', 'assist_opinion'] as ActName[], opinions_owed: ['line2'], suspended: true };
    expect(tasksOf(waits, 'line2')).toEqual(['extension', 'opinion', 'suspended']);
    expect(tasksOf({ ...waits, suspended: false }, 'line3')).toEqual(['extension']);
    const { forward, back, side } = offer(waits.possible_acts, tasksOf(waits, 'line2'));
    expect(forward.map((row) => row.act)).toEqual(['assist_opinion', 'grant_extension', 'resume']);
    expect(back.map((row) => row.act)).toEqual(['refuse_extension']);
    expect(side.map((row) => row.act)).toEqual(['note']);
  });

  it('warns of an extension of the stage that outlives the overall limit', () => {
    const clock = { stage: 'reply', round: 1, started_at: '', due_at: '2026-12-09T00:00:00+08:00', ended_at: null, outcome: 'running', provisional: false, agreed: false, policy_version: 1, limit: '5wd', rule: 'R4.6a', working_days_left: 3 } as Complaint['clocks'][number];
    const of = (texts: object) => beyondReply('request_extension', { clocks: [clock] }, texts);
    expect(of({ until: '2026-12-11T18:00', clock: 'stage' })).toBe(clock.due_at);
    expect([of({ until: '2026-12-08T18:00', clock: 'stage' }), of({ until: '2026-12-11T18:00', clock: 'reply' }), of({ until: '' })]).toEqual([null, null, null]);
    expect(beyondReply('note', { clocks: [clock] }, { until: '2026-12-11T18:00' })).toBeNull();
  });

  it('sends a place that was emptied, and nothing where there was none', () => {
    const none = startValues('reclassify');
    const some = startValues('reclassify', {}, undefined, { ...none.place, station: '体育西路' });
    expect(bodyOf('reclassify', none, some)).toEqual({ place: {} });
    expect(bodyOf('reclassify', none, none)).toEqual({});
  });

  it('says what an act leads to', () => {
    expect(actHint('record_follow_up', 3)).toContain('3');
    expect(actHint('note', 3)).toBe('');
  });
});

describe('the form', () => {
  it('sends a dispatch with one leading unit and the assisting ones once', () => {
    const values = startValues('dispatch', {}, { lead: 'line1', assisting: ['lift', 'line1'] });
    expect(bodyOf('dispatch', values)).toEqual({ units: [{ unit: 'line1', lead: true }, { unit: 'lift', lead: false }] });
  });

  it('leaves out what is empty and trims what is not', () => {
    const values = startValues('approve', { note: '  抓紧 ' });
    expect(bodyOf('approve', values)).toEqual({ note: '抓紧' });
    expect(bodyOf('approve', startValues('approve'))).toEqual({});
  });

  it('writes local times as the interface has them', () => {
    const values = startValues('reject_result', { reason: '不够', due: '2026-11-30T18:00' });
    expect(bodyOf('reject_result', values)).toEqual({ reason: '不够', due: '2026-11-30T18:00:00+08:00' });
  });

  it('asks for satisfaction only when somebody answered', () => {
    const answered = startValues('record_follow_up');
    expect(missing('record_follow_up', answered)).toEqual(['satisfaction']);
    const unreachable = startValues('record_follow_up', { outcome: 'unreachable', satisfaction: 'satisfied', comment: '无人接听' });
    expect(missing('record_follow_up', unreachable)).toEqual([]);
    expect(bodyOf('record_follow_up', unreachable)).toEqual({ outcome: 'unreachable', comment: '无人接听' });
  });

  it('asks for result and resolution together', () => {
    expect(missing('complete', startValues('complete', { done: '已换链条' }))).toEqual([]);
    expect(missing('complete', startValues('complete', { done: '已换链条', result: '恢复运行' }))).toEqual(['resolution']);
    expect(missing('complete', startValues('complete', { done: '已换链条', resolution: 'solved' }))).toEqual(['result']);
  });

  it('asks for both parts of a contact or none', () => {
    const values = startValues('submit_opinion', { claim: 'true', findings: 'a', cause: 'b', measures: 'c' });
    expect(missing('submit_opinion', values)).toEqual([]);
    values.contacted.at = '2026-11-26T10:00';
    expect(missing('submit_opinion', values)).toEqual(['contacted']);
    values.contacted.means = 'phone';
    expect(bodyOf('submit_opinion', values).contacted).toEqual({ at: '2026-11-26T10:00:00+08:00', means: 'phone' });
  });

  it('sends only what a reclassification changes', () => {
    const before = startValues('reclassify', { kind: 'complaint', type: 'facilities.lift', cause: '' });
    const values = startValues('reclassify', { kind: 'suggestion', type: 'facilities.lift', cause: '' });
    expect(bodyOf('reclassify', values, before)).toEqual({ kind: 'suggestion' });
    values.place.line = '1';
    expect(bodyOf('reclassify', values, before)).toEqual({ kind: 'suggestion', place: { line: '1' } });
  });

  it('knows when nothing was typed, and puts back what was kept', () => {
    const start = startValues('note');
    const values = revive({ texts: { text: '记一下' }, units: 'broken' }, start);
    expect(isUntouched(start, start)).toBe(true);
    expect(isUntouched(values, start)).toBe(false);
    expect(values.units).toEqual({ lead: null, assisting: [] });
    expect(revive({}, start)).toEqual(start);
  });

  it('gives what was typed as one text', () => {
    expect(asText('reject', startValues('reject', { reason: '依据不足' }), () => '理由')).toBe('理由：依据不足');
    expect(rowOf('register')).toBeUndefined();
  });

  it('does one submission once, and the next anew', () => {
    const first = submissionKey('TS1', 'note', { text: 'a' });
    expect(submissionKey('TS1', 'note', { text: 'a' })).toBe(first);
    expect(submissionKey('TS1', 'note', { text: 'b' })).not.toBe(first);
    forgetSubmission();
    expect(submissionKey('TS1', 'note', { text: 'b' })).not.toBe(first);
  });
});

describe('the suggested unit', () => {
  const event = (seq: number, act: Event['act'], more: Partial<Event> = {}): Event => ({ seq, at: '2026-11-26T10:00:00+08:00', act, act_name: act, actor: { role: 'agent', user: 'agent', unit: 'centre', name: null }, data: {}, texts: {}, erased: false, clocks: [], digest: '', ...more });
  const place = { line: '1', station: null, exit: null, train: null, carriage: null, equipment: null, detail: null };
  const any = () => true;

  it('is the one that has it before it', () => expect(suggestUnit({ relayed_unit: 'lift', place, round: 1 }, [], any)).toEqual({ unit: 'lift', why: 'relayed' }));
  it('else that of the line', () => expect(suggestUnit({ relayed_unit: null, place, round: 1 }, [], any)).toEqual({ unit: 'line1', why: 'line' }));
  it('is nobody who cannot be dispatched to', () => expect(suggestUnit({ relayed_unit: null, place, round: 1 }, [], () => false)).toBeNull());
  it('is nobody without a place', () => expect(suggestUnit({ relayed_unit: null, place: null, round: 1 }, [], any)).toBeNull());

  const dispatched = event(2, 'dispatch', { data: { units: [{ unit: 'lift', lead: true }] } as unknown as Event['data'] });
  const returned = event(3, 'return', { actor: { role: 'desk', user: 'desk-lift', unit: 'lift', name: null } });
  it('is not the one that has just returned it', () => {
    expect(returnedBy([dispatched, returned])).toEqual(new Set(['lift']));
    expect(suggestUnit({ relayed_unit: 'lift', place, round: 1 }, [dispatched, returned], any)).toEqual({ unit: 'line1', why: 'line' });
  });
  it('is in a further round the one that led before', () => {
    const again = event(9, 'reopen', { data: { round: 2 } });
    expect(suggestUnit({ relayed_unit: null, place, round: 2 }, [dispatched, again], any)).toEqual({ unit: 'lift', why: 'before' });
  });
});
