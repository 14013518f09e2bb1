// Whether the server can be reached; while not, asked again every few seconds, and everything loaded anew when it is back.
import { ref } from 'vue';
import { onReach } from '@/shared/api/client';
import { flushKept } from '@/shared/keep';
import { queryClient } from './query';

export const reachable = ref(true);
/** Counts the returns, for the notice. */
export const returns = ref(0);
const pause = 4_000;
let timer: ReturnType<typeof setTimeout> | undefined;

async function probe(): Promise<void> {
  clearTimeout(timer);
  const answered = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(10_000) }).then((response) => response.ok, () => false);
  if (answered) back();
  else timer = setTimeout(() => void probe(), pause);
}

function back(): void {
  if (reachable.value) return;
  clearTimeout(timer);
  reachable.value = true;
  returns.value += 1;
  void flushKept();
  void queryClient.invalidateQueries();
}

function lost(): void {
  if (!reachable.value) return;
  reachable.value = false;
  timer = setTimeout(() => void probe(), pause);
}

export function watchConnection(): void {
  onReach((reached) => (reached ? back() : lost()));
  window.addEventListener('offline', lost);
  window.addEventListener('online', () => void probe());
}
