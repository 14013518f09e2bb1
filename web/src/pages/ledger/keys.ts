// The keys of the ledger beside those of every list (j, k, o).
import { defineShortcuts } from '@/shared/shortcuts';

export default defineShortcuts('ledger', {
  select: { keys: 'x', label: 'ledger.keySelect' },
  extend: { keys: 'shift+x', label: 'ledger.keyExtend' },
  all: { keys: 'shift+a', label: 'ledger.keyAll' },
  search: { keys: '.', label: 'ledger.keySearch' },
  filters: { keys: 'f', label: 'ledger.keyFilters' },
  act: { keys: 'shift+d', label: 'ledger.keyAct' },
  undo: { keys: 'z', label: 'ledger.keyUndo' },
  save: { keys: 'shift+s', label: 'ledger.keySave' },
});
