import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { activeShortcuts, conflicts, defineShortcuts, handleKey, isSingleKey, showKeys, singleKeysOn, stepOf, useShortcuts } from './shortcuts';

let scope: EffectScope;
beforeEach(() => {
  scope = effectScope();
  singleKeysOn.value = true;
  document.body.innerHTML = '';
  handleKey(new KeyboardEvent('keydown', { key: 'F13' }), 0); // forgets a sequence begun before
});
afterEach(() => scope.stop());

let at = 1_000_000;
function press(key: string, more: KeyboardEventInit & { target?: Element; later?: number } = {}): boolean {
  at += more.later ?? 10;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  Object.defineProperty(event, 'target', { value: more.target ?? document.body });
  return handleKey(event, at);
}
const bind = (keys: string | string[], run: () => void, more = {}) => scope.run(() => useShortcuts(defineShortcuts('test', { one: { keys, label: 'x', ...more } }), { one: run }));

describe('keys', () => {
  it('runs a single key and takes the event', () => {
    const run = vi.fn();
    bind('n', run);
    expect(press('n')).toBe(true);
    expect(press('N', { shiftKey: true })).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });
  it('runs a sequence in time, and not when it took too long', () => {
    const run = vi.fn();
    bind('g h', run);
    press('g');
    press('h');
    press('g');
    press('h', { later: 5_000 });
    expect(run).toHaveBeenCalledTimes(1);
  });
  it('lets a key stand for itself after a sequence that led nowhere', () => {
    const go = vi.fn();
    const fresh = vi.fn();
    bind('g h', go);
    bind('n', fresh);
    press('g');
    press('n');
    expect(fresh).toHaveBeenCalledTimes(1);
    expect(go).not.toHaveBeenCalled();
  });
  it('knows Ctrl and ⌘ as one, and signs by their character', () => {
    expect(stepOf({ key: 'k', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false })).toBe('mod+k');
    expect(stepOf({ key: 'K', ctrlKey: false, metaKey: true, altKey: false, shiftKey: true })).toBe('mod+shift+k');
    expect(stepOf({ key: '?', ctrlKey: false, metaKey: false, altKey: false, shiftKey: true })).toBe('?');
    expect(stepOf({ key: 'Enter', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false })).toBe('mod+Enter');
  });
  it('gives the latest the right of way', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    bind('j', first);
    bind('j', second);
    press('j');
    expect(second).toHaveBeenCalled();
    expect(first).not.toHaveBeenCalled();
  });
});

describe('when they are silent', () => {
  it('never while an input method composes', () => {
    const run = vi.fn();
    bind(['n', 'mod+k'], run);
    press('n', { isComposing: true });
    press('k', { ctrlKey: true, isComposing: true });
    press('n', { keyCode: 229 });
    expect(run).not.toHaveBeenCalled();
  });
  it('single keys not while typing, those with Ctrl do', () => {
    const run = vi.fn();
    bind(['n', 'mod+k'], run);
    const field = document.createElement('textarea');
    document.body.append(field);
    press('n', { target: field });
    expect(run).not.toHaveBeenCalled();
    press('k', { target: field, ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });
  it('a checkbox is no typing', () => {
    const run = vi.fn();
    bind('n', run);
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
    document.body.append(box);
    press('n', { target: box });
    expect(run).toHaveBeenCalledTimes(1);
  });
  it('single keys not when switched off, those with Ctrl do', () => {
    const run = vi.fn();
    bind(['n', 'g h', 'mod+k'], run);
    singleKeysOn.value = false;
    press('n');
    press('g');
    press('h');
    expect(run).not.toHaveBeenCalled();
    press('k', { ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });
  it('behind a dialog not, in it when said so', () => {
    const [page, dialog] = [vi.fn(), vi.fn()];
    bind('n', page);
    bind('mod+Enter', dialog, { dialogs: true });
    document.body.innerHTML = '<dialog open></dialog>';
    press('n');
    press('Enter', { ctrlKey: true });
    expect(page).not.toHaveBeenCalled();
    expect(dialog).toHaveBeenCalledTimes(1);
  });
  it('not after the component is gone', () => {
    const run = vi.fn();
    bind('n', run);
    scope.stop();
    expect(press('n')).toBe(false);
    expect(activeShortcuts.value).toEqual([]);
  });
});

describe('tables', () => {
  it('finds the same keys in one scope, and prefixes of sequences', () => {
    const a = defineShortcuts('everywhere', { go: { keys: 'g h', label: 'x' }, find: { keys: 'mod+k', label: 'x' } });
    const b = defineShortcuts('page', { g: { keys: 'g', label: 'x' } });
    const c = defineShortcuts('other', { k: { keys: 'mod+k', label: 'x' } });
    expect(conflicts([a, b])).toHaveLength(1);
    expect(conflicts([a, c])).toHaveLength(1);
    expect(conflicts([b, c])).toEqual([]);
  });
  it('tells characters from combinations', () => {
    expect(['n', 'g h', 'shift+n', '?', 'v +'].map(isSingleKey)).toEqual([true, true, true, true, true]);
    expect(['mod+k', 'alt+1', 'Escape', 'F2', 'mod+Enter'].map(isSingleKey)).toEqual([false, false, false, false, false]);
  });
  it('shows them readably', () => {
    expect(showKeys('v +')).toEqual([['V'], ['+']]);
    expect(showKeys('shift+n')).toEqual([['Shift', 'N']]);
    expect(showKeys('mod+Enter')[0]?.[1]).toBe('Enter');
  });
});
