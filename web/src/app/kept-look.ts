// The look goes with the person: what the server keeps wins over what the browser remembers; a change is kept.
import { watch } from 'vue';
import { useSetting } from '@/shared/keep';
import { takeLook, useLook, type Look } from '@/shared/look';

export function useKeptLook(): void {
  const look = useLook();
  const { value, loaded } = useSetting<Record<string, unknown>>('look', {});
  watch(loaded, (now) => now && takeLook(value.value as Partial<Look>), { immediate: true });
  watch(() => JSON.stringify(look), (now) => {
    if (loaded.value && now !== JSON.stringify(value.value)) value.value = JSON.parse(now);
  });
}
