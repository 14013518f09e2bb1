import { describe, expect, it } from 'vitest';
import { Problem } from '@/shared/api/client';
import { bodyOf, check, emptyForm, faultsOf, fieldOf, isUntouched, plainPhone, revive, type IntakeForm } from './form';

const now = Date.parse('2026-11-26T14:05:30+08:00');
const form = (given: Partial<IntakeForm> = {}) => emptyForm({ key: 'k', phone: '13800138000', content: '扶梯停了', received: '2026-11-26T14:05:00+08:00', ...given });
const faults = (given: Partial<IntakeForm>) => check(form(given), now).map((fault) => fault.field);

describe('what is sent', () => {
  it('is what was typed, nothing for what is empty', () =>
    expect(bodyOf(form({ phone: ' 138 0013-8000 ', content: '  扶梯停了\n' }))).toEqual({ channel: 'hotline', content: '扶梯停了', kind: 'complaint', severity: 'ordinary', received_at: '2026-11-26T14:05:00+08:00', complainant: { phone: '13800138000' } }));
  it('is the same bytes for the same form, so that a key can be used again', () => expect(JSON.stringify(bodyOf(form()))).toBe(JSON.stringify(bodyOf(revive(JSON.parse(JSON.stringify(form())) as IntakeForm, emptyForm())))));
  it('gives no name and phone of an anonymous one', () => expect(bodyOf(form({ anonymous: true, name: '张三' })).complainant).toEqual({ anonymous: true }));
  it('is the kind as it is (R1.2)', () => expect(bodyOf(form({ kind: 'praise' })).kind).toBe('praise'));
  it('has the source number only where there is a source', () => expect([bodyOf(form({ externalId: 'X1' })).external_id, bodyOf(form({ channel: 'city_hotline', externalId: 'X1' })).external_id]).toEqual([undefined, 'X1']));
  it('writes times in the zone of the operator', () => expect(bodyOf(form({ occurred: '2026-11-26T08:20' })).occurred_at).toBe('2026-11-26T08:20:00+08:00'));
  it('reads numbers as people write them', () => expect(plainPhone('（０２０）8123-4567')).toBe('02081234567'));
});

describe('what is wrong', () => {
  it('is nothing in a good form', () => expect(faults({})).toEqual([]));
  it('asks a caller for a number', () => expect(faults({ phone: '', name: '张三' })).toEqual(['phone']));
  it('takes a name where nobody called', () => expect(faults({ channel: 'letter', phone: '', name: '张三' })).toEqual([]));
  it('takes anonymous ones', () => expect(faults({ phone: '', anonymous: true })).toEqual([]));
  it('asks for the content', () => expect(faults({ content: ' \n ' })).toEqual(['content']));
  it('knows that a call cannot come later than now', () => expect([faults({ received: '2026-11-26T14:10:00+08:00', receivedEdited: true }), faults({ received: '2026-11-26T14:06:00+08:00', receivedEdited: true })]).toEqual([['received'], []]));
  it('knows that nothing is complained of before it happens', () => expect([faults({ occurred: '2026-11-26T14:06' }), faults({ occurred: '2026-11-26T14:05' })]).toEqual([['occurred'], []]));
  it('asks why it is grave', () => expect([faults({ severity: 'urgent' }), faults({ severity: 'urgent', severityReason: '有人受伤' })]).toEqual([['severityReason'], []]));
});

describe('pointers', () => {
  it('lead to their fields', () =>
    expect(['/content', '/complainant/phone', '/complainant/name', '/place/station', '/place/carriage', '/received_at', '/occurred_at', '/type', '/unit', '/external_id'].map(fieldOf)).toEqual(
      ['content', 'phone', 'name', 'station', 'carriage', 'received', 'occurred', 'type', 'unit', 'externalId']));
  it('lead to the field above when they go deeper', () => expect([fieldOf('/place'), fieldOf('/place/station/0'), fieldOf('/complainant')]).toEqual(['station', 'station', 'phone']));
  it('lead nowhere when there is no field', () => expect([fieldOf('/unheard_of'), fieldOf('')]).toEqual([null, null]));
  it('keep the words of the server', () =>
    expect(faultsOf(new Problem(422, '', '', [{ pointer: '/type', detail: '没有投诉类型' }, { pointer: '/x', detail: '?' }]))).toEqual([{ field: 'type', text: '没有投诉类型' }, { field: null, text: '?' }]));
});

describe('a draft', () => {
  const start = emptyForm({ key: 'new' });
  it('comes back as it was, with its key', () => expect(revive(JSON.parse(JSON.stringify(form({ place: { ...start.place, station: '琴台' } }))) as IntakeForm, start)).toMatchObject({ key: 'k', phone: '13800138000', place: { station: '琴台' } }));
  it('brings nothing of a wrong shape', () => {
    const back = revive({ phone: 5, content: 'x', place: { station: 7, exit: 'B', more: 'y' }, kind: 'nonsense', channel: 'open311', severity: null, anonymous: 'yes', extra: 'z' }, start);
    expect(back).toMatchObject({ phone: '', content: 'x', kind: 'complaint', channel: 'hotline', severity: 'ordinary', anonymous: false, place: { station: '', exit: 'B' } });
    expect(back).not.toHaveProperty('extra');
  });
  it('survives a place that is none', () => expect(revive({ place: 'here' }, start).place).toEqual(start.place));
  it('is worth keeping once something was typed', () => {
    expect(isUntouched({ ...start, received: '2026-11-26T14:05:00+08:00' }, start)).toBe(true);
    expect([{ content: 'x' }, { phone: '1' }, { anonymous: true }, { kind: 'help' as const }, { receivedEdited: true }, { place: { ...start.place, exit: 'B' } }].map((change) => isUntouched({ ...start, ...change }, start))).toEqual(Array(6).fill(false));
  });
  it('is nothing when only the station stands in it that always does', () => {
    const here = emptyForm({ place: { ...start.place, station: '琴台', line: '1' } });
    expect(isUntouched(here, here)).toBe(true);
  });
});
