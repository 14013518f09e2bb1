// The label of a field, as it reads in this act: "why it is returned" rather than "reason".
import type { ActName } from '@/shared/api/client';
import { i18n, say } from '@/shared/i18n';
import type { FieldName } from './table';
import '@/entities/history/words';
import './words';

const known = (key: string): boolean => i18n.global.te(key) || i18n.global.te(key, 'zh-CN');

export function fieldLabel(act: ActName, field: FieldName | (string & {})): string {
  const own = `actForm.${field}_${act}`;
  if (known(own)) return say(own);
  for (const key of [`actForm.${field}`, `field.${field}`, `history.${field}`]) if (known(key)) return say(key);
  return say('history.event'); // a text that these pages do not know yet: never its raw name
}
/** What the act does, said before it is done; nothing where the name says it all. */
export function actHint(act: ActName, attempts: number): string {
  const key = `actForm.hint_${act}`;
  return known(key) ? say(key, { n: attempts }) : '';
}
