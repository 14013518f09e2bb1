// The ledger on paper: brings in the rows first, as many as fit on reasonable paper; the browser's own command prints what is in memory.
import { nextTick, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue';
import type { Complaint } from '@/shared/api/client';
import { toast } from '@/shared/ui/toast';
import { askLedger, type useLedger } from './useLedger';

export const mostPrinted = 1000;

export function usePrint(ledger: ReturnType<typeof useLedger>) {
  const rows = shallowRef<readonly Complaint[]>([]);
  const limit = ref<number | null>(null);
  const at = ref(Date.now());
  const busy = ref(false);
  let ready = false;

  async function print(): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    try {
      const found: Complaint[] = [];
      let cursor: string | null = null;
      do {
        const page = await askLedger(ledger.asked.value, 200, cursor);
        found.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor !== null && found.length < mostPrinted);
      rows.value = found.slice(0, mostPrinted);
      limit.value = cursor !== null ? rows.value.length : null;
      at.value = Date.now();
      ready = true;
      await nextTick();
      window.print();
    } catch (error) {
      toast.problem(error);
    } finally {
      busy.value = false;
    }
  }
  function before(): void {
    if (ready) return;
    rows.value = ledger.pages.value.inMemory();
    limit.value = ledger.pages.value.more ? rows.value.length : null;
    at.value = Date.now();
  }
  function after(): void {
    rows.value = [];
    ready = false;
  }
  onMounted(() => {
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  });
  return { rows, limit, at, busy, print };
}
