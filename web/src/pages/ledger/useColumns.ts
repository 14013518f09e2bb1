// The columns as this person has set them, each set apart, kept on the server; beside them the default view and whether the panel of views is open.
import { computed, type Ref } from 'vue';
import { columnCodes, isOfCodes, keepColumns, readColumns, shownColumns, type Columns, type KeptColumns } from '@/entities/ledger/columns';
import type { ColumnSet } from '@/entities/ledger/filters';
import { useSetting } from '@/shared/keep';
import { useSession } from '@/shared/session';

interface Kept extends KeptColumns {
  work?: KeptColumns;
  view?: string | null;
  panel?: boolean;
}

export function useLedgerSetting(set: Ref<ColumnSet>) {
  const session = useSession();
  const { value, loaded } = useSetting<Kept>('ledger', {});
  const mayShow = (code: (typeof columnCodes)[number]) => session.can('read_ledger') || isOfCodes(code);
  const columns = computed<Columns>({
    get: () => {
      const read = readColumns(set.value === 'work' ? (value.value.work ?? {}) : value.value, set.value);
      return { ...read, list: read.list.filter((column) => mayShow(column.code)) };
    },
    set: (next) => void (value.value = { ...value.value, ...(set.value === 'work' ? { work: keepColumns(next) } : keepColumns(next)) }),
  });
  const { view, panel, work } = { view: () => value.value.view, panel: () => value.value.panel, work: () => value.value.work };
  return {
    loaded,
    columns,
    shown: computed(() => shownColumns(columns.value)),
    all: columnCodes.filter(mayShow),
    defaultView: computed<string | null>({ get: () => value.value.view ?? null, set: (next) => void (value.value = { ...value.value, view: next }) }),
    panel: computed<boolean>({ get: () => value.value.panel ?? true, set: (next) => void (value.value = { ...value.value, panel: next }) }),
    reset: () => void (value.value = set.value === 'work' ? { ...value.value, work: undefined } : { view: view(), panel: panel(), work: work() }),
  };
}
