// The columns as this person has set them, kept on the server; beside them the default view and whether the panel of views is open.
import { computed } from 'vue';
import { columnCodes, keepColumns, readColumns, shownColumns, type Columns, type KeptColumns } from '@/entities/ledger/columns';
import { useSetting } from '@/shared/keep';

interface Kept extends KeptColumns {
  view?: string | null;
  panel?: boolean;
}

export function useLedgerSetting() {
  const { value, loaded } = useSetting<Kept>('ledger', {});
  const columns = computed<Columns>({
    get: () => readColumns(value.value),
    set: (next) => void (value.value = { ...value.value, ...keepColumns(next) }),
  });
  return {
    loaded,
    columns,
    shown: computed(() => shownColumns(columns.value)),
    all: columnCodes,
    defaultView: computed<string | null>({ get: () => value.value.view ?? null, set: (view) => void (value.value = { ...value.value, view }) }),
    panel: computed<boolean>({ get: () => value.value.panel ?? true, set: (panel) => void (value.value = { ...value.value, panel }) }),
    reset: () => void (value.value = { view: value.value.view, panel: value.value.panel }),
  };
}
