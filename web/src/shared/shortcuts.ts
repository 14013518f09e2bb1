// All shortcuts: tables of keys and what they are called, bound by the same tables that the `?` sheet shows.
import { computed, onScopeDispose, ref, shallowReactive } from 'vue';

/** `n`, `shift+n`, `g h` (one after the other), `mod+k` (Ctrl or ⌘), `alt+1`, `Escape`, `?`. */
export interface Binding {
  keys: string | readonly string[];
  /** A message key. */
  label: string;
  /** Values of the message; a value `nav.…` is a message key itself. */
  values?: Record<string, string>;
  /** Also while typing; those with mod or alt always do. */
  typing?: boolean;
  /** Also while a dialog is open. */
  dialogs?: boolean;
}
export interface Table<Id extends string = string> {
  /** Where it holds: `everywhere`, or the page's or part's name. */
  scope: string;
  bindings: Readonly<Record<Id, Binding>>;
}
export type Handlers<Id extends string> = Partial<Record<Id, (event: KeyboardEvent) => void>>;

/** A page's table, best in a file `keys.ts` of its folder (default export: the conflict test finds it). */
export const defineShortcuts = <const Id extends string>(scope: string, bindings: Record<Id, Binding>): Table<Id> => ({ scope, bindings });

export const keysOf = (binding: Binding): readonly string[] => (typeof binding.keys === 'string' ? [binding.keys] : binding.keys);

/** Single characters can be switched off (WCAG 2.1.4); the frame keeps the setting. */
export const singleKeysOn = ref(true);

interface Active {
  table: Table;
  handlers: Handlers<string>;
}
const active = shallowReactive<Active[]>([]);
/** What can be pressed now, for the sheet: the tables with a handler, the latest first. */
export const activeShortcuts = computed(() =>
  active.flatMap(({ table, handlers }) =>
    Object.entries(table.bindings).filter(([id]) => handlers[id]).map(([id, binding]) => ({ scope: table.scope, id, binding })),
  ),
);

const characterOnly = (keys: string): boolean => keys.split(' ').every((step) => !/(^|\+)(mod|alt)\+/.test(step) && step.replace(/^shift\+/, '').length === 1);
/** A shortcut of plain characters, that the switch turns off. */
export const isSingleKey = characterOnly;

/** The event in the table's notation. Shift counts only where it does not already change the character. */
export function stepOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shiftMatters = event.shiftKey && (key.length > 1 || /[a-z]/.test(key));
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shiftMatters ? 'shift+' : ''}${key}`;
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[contenteditable=""], [contenteditable="true"]')) return true;
  const field = target.closest('input, textarea, select');
  if (!field) return false;
  return !(field instanceof HTMLInputElement && ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'].includes(field.type));
}
const dialogOpen = (): boolean => document.querySelector('dialog[open], [role="dialog"][aria-modal="true"]:not([hidden])') !== null;

let pressed: string[] = [];
let pressedAt = 0;
const patience = 1_500;

function allowed(binding: Binding, keys: string, event: KeyboardEvent): boolean {
  const single = characterOnly(keys);
  if (single && !singleKeysOn.value) return false;
  const withModifier = /(^|\+)(mod|alt)\+/.test(keys);
  if (!withModifier && !binding.typing && isTyping(event.target)) return false;
  return binding.dialogs === true || !dialogOpen();
}

/** True when it was one of ours. */
export function handleKey(event: KeyboardEvent, at: number = Date.now()): boolean {
  // An input method is at work: the key belongs to it. 229 is what some browsers send then.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return false;
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return false;
  if (at - pressedAt > patience) pressed = [];
  pressedAt = at;
  const now = [...pressed, stepOf(event)];
  let waits = false;
  // The latest bound comes first: a dialog before its page, a page before the frame.
  for (const { table, handlers } of [...active].reverse()) {
    for (const [id, binding] of Object.entries(table.bindings)) {
      const run = handlers[id];
      if (!run) continue;
      for (const keys of keysOf(binding)) {
        const steps = keys.split(' ');
        const fits = now.every((step, index) => steps[index] === step);
        if (!fits || !allowed(binding, keys, event)) continue;
        if (steps.length > now.length) {
          waits = true;
          continue;
        }
        pressed = [];
        event.preventDefault();
        run(event);
        return true;
      }
    }
  }
  if (waits) pressed = now;
  else if (pressed.length > 0) {
    pressed = [];
    return handleKey(event, at); // `g` and then something else: that stands for itself
  }
  return false;
}

/** Binds a table while the component lives. */
export function useShortcuts<Id extends string>(table: Table<Id>, handlers: Handlers<Id>): void {
  const entry: Active = { table, handlers };
  active.push(entry);
  if (import.meta.env.DEV) for (const clash of conflicts(active.map((one) => one.table))) console.warn(`shortcuts: ${clash}`);
  onScopeDispose(() => {
    const index = active.indexOf(entry);
    if (index >= 0) active.splice(index, 1);
  });
}

/** Tables that clash where both hold: the same keys, or one the beginning of the other. */
export function conflicts(tables: readonly Table[]): string[] {
  const all = tables.flatMap((table) => Object.entries(table.bindings).flatMap(([id, binding]) => keysOf(binding).map((keys) => ({ scope: table.scope, id, keys }))));
  const wide = ['everywhere', 'list']; // hold together with any page's
  const meet = (a: string, b: string) => a === b || wide.includes(a) || wide.includes(b);
  const clash = (a: string, b: string) => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
  return all.flatMap((one, index) =>
    all.slice(index + 1)
      .filter((other) => !(one.scope === other.scope && one.id === other.id) && meet(one.scope, other.scope) && clash(one.keys, other.keys))
      .map((other) => `"${one.keys}" (${one.scope}.${one.id}) and "${other.keys}" (${other.scope}.${other.id})`),
  );
}

/** For lists: `useShortcuts(listKeys, {next, previous, open, first, last})`; `useList` (shared/list.ts) does it for plain ones. */
export const listKeys = defineShortcuts('list', {
  next: { keys: 'j', label: 'frame.keyNext' },
  previous: { keys: 'k', label: 'frame.keyPrevious' },
  open: { keys: 'o', label: 'frame.keyOpen' },
  first: { keys: 'g g', label: 'frame.keyFirst' },
  last: { keys: 'shift+g', label: 'frame.keyLast' },
});

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
/** The keys of one shortcut as the sheet shows them: steps of keys. */
export function showKeys(keys: string): string[][] {
  const names: Record<string, string> = { mod: isMac ? '⌘' : 'Ctrl', alt: isMac ? '⌥' : 'Alt', shift: 'Shift', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', ' ': 'Space' };
  return keys.split(' ').map((step) => step.split(/(?<=.)\+/).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)));
}
