// Whether what is shown is older than it should be: the server refuses it, is not reached, or does not answer though no line is broken.
import { computed, ref, watch, type Ref } from 'vue';

interface Asked {
  dataUpdatedAt: Readonly<Ref<number>>;
  failureCount: Readonly<Ref<number>>;
  errorUpdatedAt: Readonly<Ref<number>>;
}
/** So long a refused figure may be old; and one that is asked for and does not come. */
export const patience = { refused: 10_000, silent: 45_000 };

/** `old`, and since when: `freshAt` is when the oldest of what is shown came, null while something never did. */
export function useAge(asked: readonly Asked[], now: Readonly<Ref<number>>) {
  const begun = now.value;
  // Another day asks anew and has nothing for a moment; what stands there till then came when it came.
  const cameAt = asked.map((one) => {
    const at = ref(0);
    watch(one.dataUpdatedAt, (time) => void (time > 0 && (at.value = time)), { immediate: true });
    return at;
  });
  // A figure that is asked for again has no failures for as long as the answer is under way, and no error while it has nothing to show:
  // whoever looks then would find it well. It is refused until it comes.
  const refused = asked.map((one) => {
    const is = ref(false);
    watch([one.failureCount, one.errorUpdatedAt], ([failures, at]) => void ((failures > 0 || at > one.dataUpdatedAt.value) && (is.value = true)), { immediate: true, flush: 'sync' });
    watch(one.dataUpdatedAt, (time) => void (time > 0 && (is.value = false)), { flush: 'sync' });
    return is;
  });
  return {
    old: computed(() => asked.some((_, index) => now.value - (cameAt[index]?.value || begun) > (refused[index]?.value ? patience.refused : patience.silent))),
    freshAt: computed(() => { const oldest = Math.min(...cameAt.map((at) => at.value)); return oldest > 0 ? oldest : null; }),
  };
}
