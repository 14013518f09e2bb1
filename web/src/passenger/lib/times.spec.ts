import { describe, expect, it } from 'vitest';
import { dueDay, instantOf, localNow, moment } from './times';

describe('times', () => {
  it('are the operator’s, whatever the telephone’s zone', () => {
    expect(moment('2026-11-26T21:49:08.334+08:00', 'zh-CN', new Date('2026-12-01'))).toMatch(/^11月26日\s?21:49$/);
    expect(moment('2025-01-02T00:05:00+08:00', 'zh-CN', new Date('2026-12-01'))).toMatch(/^2025年1月2日\s?00:05$/);
    expect(moment('2026-11-26T21:49:08+08:00', 'en', new Date('2026-12-01'))).toMatch(/Nov 26.*21:49/);
  });
  it('end at 24:00 of the day before midnight', () => {
    expect(dueDay('2026-12-04T00:00:00+08:00', 'zh-CN')).toMatch(/^2026年12月3日/);
    expect(dueDay('2026-12-03T17:30:00+08:00', 'zh-CN')).toMatch(/^2026年12月3日/);
    expect(dueDay('2027-01-01T00:00:00+08:00', 'en')).toMatch(/December 31, 2026/);
  });
  it('go to the server as instants', () => {
    expect(instantOf('')).toBeNull();
    expect(instantOf('nonsense')).toBeNull();
    expect(instantOf('2026-11-26T12:00')).toMatch(/^2026-11-2[567]T\d\d:00:00\.000Z$/);
    expect(localNow(new Date(2026, 10, 26, 9, 5))).toBe('2026-11-26T09:05');
  });
});
