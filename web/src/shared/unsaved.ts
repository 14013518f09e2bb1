// Forms with content that is kept nowhere: while there is one, the page does not reload itself and the browser asks before leaving.
import { onScopeDispose } from 'vue';

const sources = new Set<() => boolean>();
export const hasUnsaved = (): boolean => [...sources].some((source) => source());

/** While the component lives; for forms that have no draft (shared/keep.ts is better). */
export function useUnsaved(dirty: () => boolean): void {
  sources.add(dirty);
  onScopeDispose(() => sources.delete(dirty));
}

if (typeof window !== 'undefined') {
  window.addEventListener('beforeunload', (event) => {
    if (hasUnsaved()) event.preventDefault();
  });
}
