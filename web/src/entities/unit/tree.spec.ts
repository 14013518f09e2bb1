import { describe, expect, it } from 'vitest';
import { gaps, possibleParents, prune, walk, type Unit } from './tree';

const unit = (code: string, more: Partial<Unit> = {}): Unit => ({ code, name: code, retired: false, version: '0123456789abcdef', pinyin: null, initials: null, kind: 'unit', takes_work: true, gap: null, children: [], ...more });
const tree = [unit('company', { kind: 'company', children: [unit('a', { gap: 'no_desk', children: [unit('a1'), unit('a2', { retired: true, gap: 'nobody' })] }), unit('b', { children: [unit('b1', { gap: 'nobody' })] })] })];

describe('organisation', () => {
  it('is walked from the top', () => expect(walk(tree).map((node) => `${node.above.length}${node.unit.code}`)).toEqual(['0company', '1a', '2a1', '2a2', '1b', '2b1']));
  it('finds the units without a desk that are in use', () => expect(gaps(tree).map((one) => one.code)).toEqual(['a', 'b1']));
  it('keeps what stands above what is asked for', () => {
    expect(walk(prune(tree, { retired: false, gapsOnly: true })).map((node) => node.unit.code)).toEqual(['company', 'a', 'b', 'b1']);
    expect(walk(prune(tree, { retired: false, gapsOnly: false })).map((node) => node.unit.code)).toEqual(['company', 'a', 'a1', 'b', 'b1']);
  });
  it('moves nothing below itself', () => {
    expect(possibleParents(tree, walk(tree)[1]?.unit ?? null).map((node) => node.unit.code)).toEqual(['company', 'b', 'b1']);
    expect(possibleParents(tree, null).map((node) => node.unit.code)).toEqual(['company', 'a', 'a1', 'b', 'b1']);
  });
});
