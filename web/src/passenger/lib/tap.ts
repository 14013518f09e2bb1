// Whoever taps twice means one thing: a second tap on the same spot is not given to something else that has come to stand there.

/** A finger's width, in CSS pixels, and how long a second tap may follow, in milliseconds. */
const near = 44;
const soon = 1000;

/** What a tap does something to; fields that only take the focus are none. */
function control(target: EventTarget | null): Element | null {
  const element = target instanceof Element ? target : null;
  const label = element?.closest('label');
  return label?.control ?? element?.closest('a, button, summary, select, [role=option], input[type=checkbox], input[type=radio], input[type=file]') ?? null;
}

export function createGuard(now: () => number = () => performance.now()) {
  let last = { at: -Infinity, x: 0, y: 0, on: null as Element | null };
  let heldUntil = -Infinity;
  return {
    /** Nothing is tapped for a moment: the page has just turned into something that must not be lost. */
    hold: (milliseconds: number) => void (heldUntil = now() + milliseconds),
    /** Whether a click goes on to what it hit. What is pressed by the keyboard always does. */
    lets({ target, detail, clientX: x, clientY: y }: Pick<MouseEvent, 'target' | 'detail' | 'clientX' | 'clientY'>): boolean {
      const on = control(target);
      if (!detail) return true;
      const at = now();
      const second = at - last.at < soon && Math.hypot(x - last.x, y - last.y) < near && last.on !== null && on !== last.on;
      if (on && (second || at < heldUntil)) {
        last = { ...last, at }; // a third tap is no other thing either
        return false;
      }
      last = { at, x, y, on };
      return true;
    },
  };
}

const guard = createGuard();
export const hold = guard.hold;

export function guardTaps(): void {
  document.addEventListener('click', (event) => {
    if (guard.lets(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}
