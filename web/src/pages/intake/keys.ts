// The keys of the intake form; all with Ctrl or Alt, so that they hold while typing.
import { defineShortcuts } from '@/shared/shortcuts';

export const intakeKeys = defineShortcuts('intake', {
  register: { keys: 'mod+Enter', label: 'intake.keyRegister' },
  registerOpen: { keys: 'mod+shift+Enter', label: 'intake.keyRegisterOpen' },
  accept: { keys: 'alt+Enter', label: 'intake.keyAccept' },
  view: { keys: 'alt+v', label: 'intake.keyView' },
  join: { keys: 'alt+j', label: 'intake.keyJoin' },
  fresh: { keys: 'alt+n', label: 'intake.keyFresh' },
});
export default intakeKeys;
