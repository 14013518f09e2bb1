import { describe, expect, it } from 'vitest';
import { Problem } from '@/shared/api/client';
import { differences, useMeanwhile } from './meanwhile';

const named = (item: { version: string; name: string }) => ({ 名称: item.name });

describe('what another changed meanwhile', () => {
  it('is named field by field', () => {
    expect(differences({ 名称: '甲', 单位: '一号线' }, { 名称: '乙', 单位: '一号线' })).toEqual([{ name: '名称', was: '甲', now: '乙' }]);
  });
  it('is seen by the next save, which then goes by what stands now', async () => {
    let stands = { version: 'a', name: '甲' };
    const meanwhile = useMeanwhile(stands, async () => void (stands = { version: 'b', name: '乙' }), () => stands, named);
    expect(meanwhile.headers.value).toEqual({ 'If-Match': '"a"' });
    await meanwhile.met(new Problem(412, '', ''));
    expect(meanwhile.changes.value).toEqual([{ name: '名称', was: '甲', now: '乙' }]);
    expect(meanwhile.headers.value).toEqual({ 'If-Match': '"b"' });
  });
  it('is no matter of other refusals, nor of what is new', async () => {
    const own = useMeanwhile({ version: 'a', name: '甲' }, async () => { throw new Error('not asked'); }, () => undefined, named);
    await own.met(new Problem(422, '', ''));
    expect([own.changes.value, own.headers.value]).toEqual([[], { 'If-Match': '"a"' }]);
    const fresh = useMeanwhile<{ version: string; name: string }>(null, async () => undefined, () => undefined, named);
    expect(fresh.headers.value).toEqual({});
  });
});
