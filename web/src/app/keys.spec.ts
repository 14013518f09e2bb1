// No two shortcuts of all pages clash; every page's table is found by its file name.
import { describe, expect, it } from 'vitest';
import { conflicts, listKeys, type Table } from '@/shared/shortcuts';
import { frameKeys, pageKeys } from './keys';

const found = import.meta.glob<{ default?: Table }>(['../pages/*/keys.ts', '../entities/*/keys.ts'], { eager: true });
const tables = [frameKeys, pageKeys, listKeys, ...Object.values(found).flatMap((module) => (module.default ? [module.default] : []))];

describe('shortcuts of all pages', () => {
  it('do not clash', () => expect(conflicts(tables)).toEqual([]));
  it('have at least thirty actions', () => {
    const count = tables.reduce((sum, table) => sum + Object.keys(table.bindings).length, 0);
    expect(count).toBeGreaterThanOrEqual(30);
  });
});
