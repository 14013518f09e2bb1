import { describe, expect, it } from 'vitest';
import { deeds, fits, loginName, rolesToAdd, type User } from './rights';

const user = (more: Partial<User> = {}): User => ({ code: 'desk-line1', name: 'desk-line1', display_name: '一号线专岗', role: 'desk', unit: 'line1', disabled: false, must_change_password: false, locked_until: null, version: '0123456789abcdef', children: [], ...more });
const can = (...permissions: string[]) => (permission: string) => permissions.includes(permission);

describe('rights', () => {
  it('keep the administrators apart', () => {
    expect(deeds(can('edit_people', 'read_people'), 'sysadmin', user())).toEqual(['name', 'unit', 'disable']);
    expect(deeds(can('edit_roles', 'edit_sessions'), 'secadmin', user())).toEqual(['role', 'disable', 'reset']);
    expect(deeds(can('edit_roles', 'edit_sessions'), 'secadmin', user({ locked_until: '2026-11-30T10:00:00+08:00' }))).toEqual(['role', 'disable', 'reset', 'unlock']);
    expect(deeds(can('read_people'), 'director', user())).toEqual([]);
    expect(rolesToAdd).toEqual(['agent', 'director', 'desk', 'head', 'leader']);
  });
  it('let nobody disable or promote themself', () => {
    expect(deeds(can('edit_people'), 'sysadmin', user({ name: 'sysadmin', role: 'sysadmin', unit: null }))).toEqual(['name']);
    expect(deeds(can('edit_roles', 'edit_sessions'), 'secadmin', user({ name: 'secadmin', role: 'secadmin', unit: null }))).toEqual([]);
  });
});

describe('finding people', () => {
  const all = { text: '', role: '', unit: null, disabled: 'all' } as const;
  const name = (code: string | null) => (code === 'line1' ? '一号线运营中心' : '');
  it('looks at names and units', () => {
    for (const text of ['desk', '专岗', '运营', ' DESK ', '']) expect(fits(user(), { ...all, text }, name)).toBe(true);
    expect(fits(user(), { ...all, text: 'line9' }, name)).toBe(false);
  });
  it('looks at role, unit and state', () => {
    expect([fits(user(), { ...all, role: 'head' }, name), fits(user(), { ...all, unit: 'line2' }, name), fits(user(), { ...all, disabled: 'disabled' }, name)]).toEqual([false, false, false]);
    expect(fits(user({ disabled: true }), { ...all, disabled: 'disabled' }, name)).toBe(true);
  });
});

it('login names are plain', () => expect(['li.ming', 'a', '7', '_a', 'Li', '李'].map((text) => loginName.test(text))).toEqual([true, true, true, false, false, false]));
