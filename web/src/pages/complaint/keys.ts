// The shortcuts of the complaint's page. Those of an open form stand in entities/act/keys.ts.
import '@/entities/act/words';
import { defineShortcuts } from '@/shared/shortcuts';

export const complaintKeys = defineShortcuts('complaint', {
  next: { keys: 'a', label: 'complaint.keyNext' },
  form: { keys: 'e', label: 'complaint.keyForm' },
  back: { keys: 'x', label: 'complaint.keyBack' },
  undo: { keys: 'z', label: 'actForm.keyUndo' },
  note: { keys: 'm', label: 'complaint.keyNote' },
  contact: { keys: 'l', label: 'complaint.keyContact' },
  progress: { keys: 't', label: 'complaint.keyProgress' },
  attach: { keys: 'u', label: 'complaint.keyAttach' },
  reveal: { keys: 'i', label: 'complaint.keyReveal' },
  copy: { keys: 'c', label: 'complaint.keyCopy' },
  history: { keys: 'h', label: 'complaint.keyHistory' },
  print: { keys: 'p', label: 'complaint.keyPrint' },
});
export default complaintKeys;
