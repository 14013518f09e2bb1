// Moving through the list, choosing rows and opening them.
import { useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { useRouter } from 'vue-router';
import { added, mostSelected, rangeOf, toggled } from '@/entities/ledger/selection';
import type { Complaint } from '@/shared/api/client';
import { number } from '@/shared/format';
import { say } from '@/shared/i18n';
import { keys } from '@/shared/keys';
import { toComplaint } from '@/shared/links';
import { useSession } from '@/shared/session';
import { toast } from '@/shared/ui/toast';
import { askComplaint, askLedger, type useLedger } from './useLedger';

const pageForAll = 200; // rows a request, when all that match are chosen
const nearFor = 10_000; // ms that a complaint asked for on hover stays good

export function useRows(ledger: ReturnType<typeof useLedger>, focus: () => void) {
  const client = useQueryClient();
  const router = useRouter();
  const session = useSession();
  const anchor = ref<number | null>(null);
  const busy = ref(false);

  /** Its page is about to be wanted: asked for ahead. */
  function near(row: Complaint): void {
    if (!session.can('read_ledger')) return;
    void client.prefetchQuery({ queryKey: keys.complaint(row.number), queryFn: () => askComplaint(row.number), staleTime: nearFor });
  }
  function open(row: Complaint, event?: MouseEvent): void {
    if (event?.ctrlKey || event?.metaKey) return void window.open(router.resolve(toComplaint(row.number)).href, '_blank');
    ledger.active.value = ledger.pages.value.indexOf(row.number);
    // What the row says is painted at once; the page asks anew behind it.
    const known = client.getQueryData<Complaint>(keys.complaint(row.number));
    if (!known || known.version < row.version) client.setQueryData(keys.complaint(row.number), row, { updatedAt: 1 });
    void router.push(toComplaint(row.number));
  }
  function openActive(): void {
    if (!session.can('read_ledger')) return;
    const row = ledger.pages.value.row(ledger.active.value);
    if (row) open(row);
  }

  async function toggle(index: number, range: boolean): Promise<void> {
    const list = ledger.pages.value;
    ledger.active.value = index;
    if (range && anchor.value !== null) {
      const { first, last } = rangeOf(anchor.value, index);
      const rows = await list.range(first, Math.min(last, first + mostSelected)).catch(() => []);
      ledger.selection.value = added(ledger.selection.value, rows);
    } else {
      const row = list.row(index);
      if (row) ledger.selection.value = toggled(ledger.selection.value, row);
    }
    anchor.value = index;
    if (ledger.selection.value.size >= mostSelected) toast.info(say('ledger.selectFull', { n: number(mostSelected) }));
  }
  function move(to: number, extend = false): void {
    const last = ledger.pages.value.length - 1;
    if (last < 0) return;
    const from = Math.max(0, ledger.active.value);
    const next = Math.min(Math.max(to, 0), last);
    if (extend && session.can('read_ledger')) {
      anchor.value ??= from;
      void toggle(next, true).then(() => (anchor.value = next));
    }
    ledger.active.value = next;
    const row = ledger.pages.value.row(next);
    if (row) near(row);
    focus();
  }
  function clear(): void {
    ledger.selection.value = new Map();
    anchor.value = null;
  }
  /** Those in memory, or none when all of them are chosen. */
  function loaded(): void {
    const rows = ledger.pages.value.inMemory();
    if (rows.every((row) => ledger.selection.value.has(row.number))) clear();
    else ledger.selection.value = added(ledger.selection.value, rows);
  }
  /** All that match, as far as they may be chosen at once. */
  async function all(): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    const asked = ledger.asked.value;
    try {
      let rows = new Map(ledger.selection.value);
      let cursor: string | null = null;
      do {
        const page = await askLedger(asked, pageForAll, cursor);
        rows = new Map(added(rows, page.items));
        cursor = page.next_cursor;
      } while (cursor !== null && rows.size < mostSelected);
      if (asked !== ledger.asked.value) return;
      ledger.selection.value = rows;
      const cut = cursor !== null || rows.size >= mostSelected;
      toast.info(say(cut ? 'ledger.selectedMost' : 'ledger.selectedAll', { n: number(rows.size) }));
    } catch (error) {
      toast.problem(error);
    } finally {
      busy.value = false;
    }
  }
  return { busy, near, open, openActive, toggle, move, clear, loaded, all };
}
