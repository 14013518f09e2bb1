import { describe, expect, it } from 'vitest';
import type { Brief } from '@/shared/api/client';
import { Problem } from '@/shared/api/client';
import type { Kept } from '@/shared/keep';
import { draftTitle, isDraftOf, newDraftKey, takeable } from './drafts';
import { emptyForm } from './form';
import { comesAgain, waitBefore } from './outbox';
import { openFirst, othersOf, queryOf } from './similar';

const brief = (number: string, stage: Brief['stage'], registered_at: string): Brief => ({ number, stage, registered_at, subject: null, kind: 'complaint', type: null, unit: null, line: null, station: null, complainant: null, why: 'phone' });

describe('what is looked up beside the form', () => {
  const ask = (given: Parameters<typeof emptyForm>[0]) => queryOf(emptyForm(given));
  it('is nothing while there is little', () => expect([ask({}), ask({ phone: '138' }), ask({ content: '扶梯' })]).toEqual([null, null, null]));
  it('is the number as it is kept', () => expect(ask({ phone: '138-0013 8000' })).toEqual({ phone: '13800138000', limit: 5 }));
  it('is the text with its place', () => expect(ask({ content: '扶梯又停了', place: { ...emptyForm().place, line: '1', station: '琴台' } })).toEqual({ text: '扶梯又停了', line: '1', station: '琴台', limit: 5 }));
  it('is not the number of one who stays anonymous', () => expect(ask({ phone: '13800138000', anonymous: true })).toBeNull());
  it('has open ones first, then the newest', () =>
    expect(openFirst([brief('a', 'closed', '2026-03'), brief('b', 'review', '2026-01'), brief('c', 'opinion', '2026-02')]).map((one) => one.number)).toEqual(['c', 'b', 'a']));
  it('has nobody twice', () => expect(othersOf({ same_caller: [brief('a', 'review', '1')], similar: [brief('a', 'review', '1'), brief('b', 'review', '1')], types: [] }).map((one) => one.number)).toEqual(['b']));
});

describe('drafts', () => {
  const kept = (key: string, updated_at: string): Kept => ({ kind: 'draft', key, body: {}, updated_at });
  it('have keys that the server takes', () => expect(newDraftKey('intake')).toMatch(/^intake:[0-9a-f]{12}$/));
  it('are told from those of other forms', () => expect([isDraftOf('intake', 'intake:1'), isDraftOf('intake', 'onsite:1'), isDraftOf('intake', 'TS202611260001:note')]).toEqual([true, false, false]));
  it('are offered latest first, but for one’s own and those open elsewhere', () =>
    expect(takeable([kept('intake:a', '1'), kept('intake:b', '3'), kept('intake:c', '2'), kept('intake:d', '4'), kept('onsite:e', '5')], 'intake', new Set(['intake:d']), 'intake:c').map((one) => one.key)).toEqual(['intake:b', 'intake:a']));
  it('are known by what stands in them', () => expect([draftTitle({ content: ' 扶梯 ', phone: '1' }), draftTitle({ phone: '138' }), draftTitle({ content: 7 })]).toEqual(['扶梯', '138', '']));
});

describe('sending again', () => {
  it('is for what another attempt can change', () => expect([0, 401, 429, 502, 503, 504].map((status) => comesAgain(new Problem(status, '', '')))).toEqual(Array(6).fill(true)));
  it('is not for what was refused', () => expect([400, 403, 409, 413, 422, 500, 507].map((status) => comesAgain(new Problem(status, '', '')))).toEqual(Array(7).fill(false)));
  it('is for a token that was renewed', () => expect(comesAgain(new Problem(403, '', '', [], 'https://x/problems/csrf'))).toBe(true));
  it('waits longer each time, never long', () => expect([1, 2, 3, 9].map(waitBefore)).toEqual([2_000, 4_000, 8_000, 20_000]));
});
