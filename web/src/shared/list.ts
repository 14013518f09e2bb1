// j, k, o and the arrow keys in a list: one line holds the focus, the others follow by key (roving tabindex).
import { nextTick, ref, watch, type Ref } from 'vue';
import { listKeys, useShortcuts } from './shortcuts';

export interface List {
  index: Ref<number>;
  /** To bind on each line: `v-bind="list.line(i)"`. */
  line: (index: number) => { tabindex: number; 'data-line': number; onFocus: () => void; onKeydown: (event: KeyboardEvent) => void };
  move: (to: number) => void;
}

export function useList(root: Ref<HTMLElement | null>, count: () => number, open: (index: number) => void): List {
  const index = ref(-1);
  watch(count, (now) => {
    if (index.value >= now) index.value = now - 1;
  });
  function move(to: number): void {
    if (count() === 0) return;
    index.value = Math.min(Math.max(to, 0), count() - 1);
    void nextTick(() => root.value?.querySelector<HTMLElement>(`[data-line="${index.value}"]`)?.focus());
  }
  const openNow = () => void (index.value >= 0 && open(index.value));
  useShortcuts(listKeys, {
    next: () => move(index.value + 1), previous: () => move(index.value - 1), open: openNow, first: () => move(0), last: () => move(count() - 1),
  });
  function onKeydown(event: KeyboardEvent): void {
    const to = { ArrowDown: index.value + 1, ArrowUp: index.value - 1, Home: 0, End: count() - 1 }[event.key];
    if (to === undefined || event.isComposing) return;
    event.preventDefault();
    move(to);
  }
  return { index, move, line: (i) => ({ tabindex: i === Math.max(index.value, 0) ? 0 : -1, 'data-line': i, onFocus: () => void (index.value = i), onKeydown }) };
}
