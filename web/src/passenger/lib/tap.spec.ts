import { afterEach, describe, expect, it } from 'vitest';
import { createGuard } from './tap';

afterEach(() => document.body.replaceChildren());
const made = (html: string) => {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
};

describe('a second tap on the same spot', () => {
  const setting = () => {
    let time = 0;
    const guard = createGuard(() => time);
    document.body.innerHTML = '<button id="send"></button><button id="done"></button><a id="staff" href="/staff"><b></b></a><input id="text"><label><input type="checkbox" id="box"></label><p></p>';
    const tap = (selector: string, x = 100, y = 500, detail = 1) => guard.lets({ target: document.querySelector(selector), clientX: x, clientY: y, detail });
    return { guard, tap, at: (now: number) => void (time = now) };
  };
  it('does not reach what has come to stand there, nor does a third', () => {
    const { tap, at } = setting();
    expect(tap('#send')).toBe(true);
    for (const now of [250, 900, 1800]) {
      at(now);
      expect(tap('#done', 110, 490)).toBe(false);
      expect(tap('#staff b', 95, 515)).toBe(false);
    }
    at(2900);
    expect(tap('#done')).toBe(true);
  });
  it('reaches the same control, another place, a field, and whatever is pressed by key', () => {
    const { tap, at } = setting();
    expect([tap('#send'), tap('#send'), tap('#done', 100, 600), tap('#send'), tap('#text'), tap('p')]).toEqual([true, true, true, true, true, true]);
    at(5000);
    tap('#send');
    expect(tap('#done', 0, 0, 0)).toBe(true);
  });
  it('knows a label for its box', () => {
    const { tap } = setting();
    expect([tap('label'), tap('#box')]).toEqual([true, true]);
  });
  it('is held for a moment wherever it is, when asked', () => {
    const { guard, tap, at } = setting();
    guard.hold(1000);
    expect([tap('#done', 10, 10), tap('#text')]).toEqual([false, true]);
    at(1000);
    expect(tap('#done', 10, 10)).toBe(true);
  });
  it('needs something that was tapped before', () => {
    made('<button></button>');
    expect(createGuard(() => 0).lets({ target: document.querySelector('button'), clientX: 0, clientY: 0, detail: 1 })).toBe(true);
  });
});
