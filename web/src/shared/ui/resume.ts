// Where the words go on once what was opened over the page is closed: the field one was typing in, its caret where it was.
import { isTyping } from '../shortcuts';

/** The field that a press of the pointer on a button takes the focus from; a key in between means that one went on elsewhere. */
let left: HTMLElement | null = null;
if (typeof document !== 'undefined') {
  const now = () => (document.activeElement instanceof HTMLElement && isTyping(document.activeElement) ? document.activeElement : null);
  document.addEventListener('pointerdown', () => (left = now()), true);
  document.addEventListener('keydown', () => (left = null), true);
}

type Field = HTMLInputElement | HTMLTextAreaElement;
const isField = (element: Element): element is Field => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
const isDialogOver = (element: Element): boolean => document.querySelector('dialog:modal') !== null && !element.closest('dialog:modal');

/**
 * Remembers it when something opens; what it gives puts it back, to be called after closing. Without a field: the element that had the focus.
 * The browser gives the focus back by itself, but not the selection: it stays in the dialog and goes with it, and the field shows the focus and takes no key
 * (Chromium). Setting the selection again mends that and is no blur for the form; kinds without one (number, email) are left and entered again.
 */
export function rememberFocus(): () => void {
  const before = left?.isConnected ? left : document.activeElement;
  const range = before && isField(before) ? ([before.selectionStart, before.selectionEnd, before.selectionDirection] as const) : null;
  return () => {
    if (!(before instanceof HTMLElement) || before === document.body || !before.isConnected || isDialogOver(before)) return;
    if (document.activeElement !== before) before.focus({ preventScroll: true });
    if (!isField(before) || document.activeElement !== before || !isTyping(before)) return;
    if (range?.[0] != null) return before.setSelectionRange(range[0], range[1], range[2] ?? undefined);
    before.blur();
    before.focus({ preventScroll: true });
  };
}
