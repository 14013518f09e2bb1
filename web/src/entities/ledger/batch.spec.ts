import { describe, expect, it } from 'vitest';
import { Problem, type Complaint } from '@/shared/api/client';
import { BatchRun, offeredActs, planOf, randomKey } from './batch';
import type { Row } from './selection';

const row = (index: number, acts: Row['possible_acts'] = ['dispatch'], version = 1): Row => ({ number: `TS${index}`, version, stage: 'dispatch', subject: null, possible_acts: acts });
const rows = (length: number) => Array.from({ length }, (_, index) => row(index));
const after = (one: Row) => ({ ...one, version: one.version + 1 }) as unknown as Complaint;
const refuse = (status: number) => Promise.reject(new Problem(status, 'x', 'x'));
const never = () => Promise.reject(new Error('not asked for'));

describe('the plan', () => {
  it('offers what at least one can have, with how many', () => {
    expect(offeredActs([row(1, ['dispatch', 'note']), row(2, ['note']), row(3, [])]).map(({ offer, able }) => [offer.act, able])).toEqual([['dispatch', 1], ['note', 2]]);
  });
  it('parts those that can from those that cannot', () => {
    const plan = planOf(new Map([row(1), row(2, ['note'])].map((one) => [one.number, one])), 'dispatch');
    expect([plan.able.map((one) => one.number), plan.unable.map((one) => one.number)]).toEqual([['TS1'], ['TS2']]);
  });
});

describe('the run', () => {
  it('does all, never more than four at a time', async () => {
    let now = 0;
    let most = 0;
    const done: string[] = [];
    const run = new BatchRun(rows(20), async (one) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve));
      now--;
      return after(one);
    }, never, (complaint) => done.push(complaint.number));
    await run.run();
    expect([most, done.length, run.number('done'), run.finished]).toEqual([4, 20, 20, true]);
  });
  it('goes on after a refusal and keeps its reason', async () => {
    const run = new BatchRun(rows(6), (one) => (one.number === 'TS2' ? refuse(412) : Promise.resolve(after(one))), never);
    await run.run();
    expect([run.number('done'), run.number('refused'), run.finished]).toEqual([5, 1, true]);
    expect(run.items[2]).toMatchObject({ state: 'refused', stale: true, error: { status: 412 } });
  });
  it('looks anew at what others changed before it tries again', async () => {
    const versions: number[] = [];
    const run = new BatchRun(rows(2), (one) => {
      versions.push(one.version);
      return one.number === 'TS1' && one.version < 5 ? refuse(412) : Promise.resolve(after(one));
    }, (number) => Promise.resolve({ ...row(1), number, version: 5 } as unknown as Complaint));
    await run.run();
    const key = run.items[1]?.key;
    await run.retry();
    expect([run.number('done'), versions, run.items[1]?.key === key]).toEqual([2, [1, 1, 5], false]);
  });
  it('sends the same key again when it is not known whether it arrived, another one after a refusal', async () => {
    const keys: Record<string, string[]> = { TS0: [], TS1: [] };
    const run = new BatchRun(rows(2), (one, key) => {
      keys[one.number]?.push(key);
      return keys[one.number]?.length === 2 ? Promise.resolve(after(one)) : refuse(one.number === 'TS0' ? 0 : 422);
    }, never);
    await run.run();
    await run.retry();
    expect(keys.TS0?.[0]).toBe(keys.TS0?.[1]);
    expect(keys.TS1?.[0]).not.toBe(keys.TS1?.[1]);
  });
  it('stops: what is under way is finished, the rest waits and can go on', async () => {
    const run: BatchRun = new BatchRun(rows(12), async (one) => {
      await new Promise((resolve) => setTimeout(resolve));
      if (one.number === 'TS3') run.stop();
      return after(one);
    }, never);
    await run.run();
    expect([run.number('waiting') > 0, run.finished]).toEqual([true, false]);
    await run.run();
    expect([run.number('done'), run.finished]).toEqual([12, true]);
  });
  it('stops by itself when the session has ended', async () => {
    const run = new BatchRun(rows(12), () => refuse(401), never);
    await run.run();
    expect(run.number('waiting')).toBe(8);
  });
  it('makes keys that differ', () => expect(new Set(Array.from({ length: 100 }, randomKey)).size).toBe(100));
});
