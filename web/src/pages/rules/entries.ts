// The entries of the rule book's file in words: `clocks.opinion.ordinary` is the limit of the opinion of ordinary complaints.
import { limitText } from '@/shared/format';
import { say, word } from '@/shared/i18n';
import './words';

export function entryName(entry: string): string {
  const [part = '', name = '', field = ''] = entry.split('.');
  if (part === 'clocks') return field === 'rule' ? `${word('clock', name)} · ${say('rules.rule')}` : `${word('clock', name)} · ${word('severity', field)}`;
  if (part === 'on_site') return `${word('channel', 'on_site')} · ${say(name === 'rule' ? 'rules.rule' : 'rules.limits')}`;
  if (part === 'settings') return field === 'rule' ? `${word('ruleSetting', name)} · ${say('rules.rule')}` : word('ruleSetting', name);
  return part === 'title' ? say('rules.title') : entry;
}
/** `3wd` as people say it; anything else as it is. */
export const entryValue = (value: string): string => (/^\d+(wd|min)$/.test(value) ? limitText(value) : value) || '–';
