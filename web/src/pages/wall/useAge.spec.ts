import { describe, expect, it } from 'vitest';
import { nextTick, ref } from 'vue';
import { patience, useAge } from './useAge';

const began = 1_000_000;
const asked = (at: number, failures = 0) => ({ dataUpdatedAt: ref(at), failureCount: ref(failures), errorUpdatedAt: ref(failures > 0 ? at + 1 : 0) });

describe('the age of what is shown', () => {
  it('is that of the oldest figure', () => {
    const now = ref(began);
    const { freshAt, old } = useAge([asked(began - 2_000), asked(began - 1_000)], now);
    expect(freshAt.value).toBe(began - 2_000);
    expect(old.value).toBe(false);
  });
  it('is told soon when a figure is refused, later when it does not come', () => {
    const now = ref(began);
    const [refused, silent] = [useAge([asked(began, 1)], now), useAge([asked(began)], now)];
    now.value = began + patience.refused + 1;
    expect([refused.old.value, silent.old.value]).toEqual([true, false]);
    now.value = began + patience.silent + 1;
    expect(silent.old.value).toBe(true);
  });
  it('stays refused while the next answer is under way, until it comes', async () => {
    const now = ref(began);
    const one = asked(began, 1);
    const { old } = useAge([one], now);
    now.value = began + patience.refused + 1;
    one.failureCount.value = 0; // asked for again
    await nextTick();
    expect(old.value).toBe(true);
    one.dataUpdatedAt.value = now.value;
    await nextTick();
    expect(old.value).toBe(false);
  });
  it('begins when the wall does: nothing came at all', () => {
    const now = ref(began);
    const { freshAt, old } = useAge([asked(began), asked(0, 3)], now);
    expect([freshAt.value, old.value]).toEqual([null, false]);
    now.value = began + patience.refused + 1;
    expect(old.value).toBe(true);
  });
  it('is not young again because another day is asked for', async () => {
    const now = ref(began);
    const one = asked(began);
    const { freshAt, old } = useAge([one], now);
    one.dataUpdatedAt.value = 0;
    await nextTick();
    now.value = began + 1_000;
    expect([freshAt.value, old.value]).toEqual([began, false]);
  });
});
