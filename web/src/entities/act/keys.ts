// The shortcuts of an open form; they hold while typing in it.
import { defineShortcuts } from '@/shared/shortcuts';

export const formKeys = defineShortcuts('actForm', {
  submit: { keys: 'mod+Enter', label: 'complaint.keySubmit', typing: true },
  submitNext: { keys: 'mod+shift+Enter', label: 'complaint.keySubmitNext', typing: true },
  close: { keys: 'Escape', label: 'complaint.keyCloseForm', typing: true },
});
export default formKeys;
