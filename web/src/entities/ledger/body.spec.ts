import { describe, expect, it } from 'vitest';
import { batchActs } from './batch';
import { bodyOf, emptyForm, faultsOf } from './body';

const offer = (act: string) => batchActs.find((one) => one.act === act)!;

describe('the body of a batch', () => {
  it('names the lead unit first, then the assisting ones', () => {
    const form = { ...emptyForm(), lead: 'line1', assisting: ['line2', 'line1'], values: { note: ' 请尽快 ' } };
    expect(faultsOf(offer('dispatch'), form)).toEqual({});
    expect(bodyOf(offer('dispatch'), form)).toEqual({ units: [{ unit: 'line1', lead: true }, { unit: 'line2', lead: false }], note: '请尽快' });
  });
  it('says what is missing', () => {
    expect(faultsOf(offer('dispatch'), emptyForm())).toEqual({ units: 'missing' });
    expect(faultsOf(offer('grade'), { ...emptyForm(), values: { severity: 'urgent', reason: '  ' } })).toEqual({ reason: 'missing' });
    expect(faultsOf(offer('note'), { ...emptyForm(), values: { text: 'x'.repeat(20_001) } })).toEqual({ text: 'tooLong' });
  });
  it('wants at least one thing to reclassify', () => {
    expect(faultsOf(offer('reclassify'), emptyForm())).toEqual({ type: 'either', cause: 'either' });
    expect(bodyOf(offer('reclassify'), { ...emptyForm(), values: { type: 'facilities.lift' } })).toEqual({ type: 'facilities.lift' });
  });
  it('takes a day as its end, and leaves out what is empty', () => {
    expect(bodyOf(offer('request_extension'), { ...emptyForm(), values: { until: '2026-11-30', reason: '等配件' } })).toEqual({ until: '2026-12-01T00:00:00+08:00', reason: '等配件' });
    expect(bodyOf(offer('approve'), emptyForm())).toEqual({});
    expect(faultsOf(offer('approve'), { ...emptyForm(), values: { due: 'soon' } })).toEqual({ due: 'time' });
  });
});
