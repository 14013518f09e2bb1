// What the palette (Ctrl+K) can do besides finding: each page adds its commands while it is open, the complaint its acts.
import { computed, onScopeDispose, shallowReactive } from 'vue';

export interface Command {
  id: string;
  /** As shown, in the user's language. */
  label: string;
  group: 'acts' | 'pages' | 'settings' | 'commands';
  hint?: string;
  /** More to be found by: codes, pinyin initials, English words. */
  keywords?: readonly string[];
  /** Its shortcut, as in the table. */
  keys?: string;
  run: () => void;
}

const sources = shallowReactive<Set<() => Command[]>>(new Set());
export const commands = computed<Command[]>(() => [...sources].flatMap((source) => source()));

/** While the component lives; `source` is followed reactively. */
export function useCommands(source: () => Command[]): void {
  sources.add(source);
  onScopeDispose(() => sources.delete(source));
}

/** Runs what is registered under this id (the frame's `nextTask`: the next complaint that waits for me); false when there is nothing. */
export function runCommand(id: string): boolean {
  const found = commands.value.find((command) => command.id === id);
  found?.run();
  return found !== undefined;
}
