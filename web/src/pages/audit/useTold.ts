// An entry of the trails in words, the same in the table and in the file.
import { time } from '@/shared/format';
import { say, word } from '@/shared/i18n';
import { useReference } from '@/shared/reference';
import type { Line } from './trail';
import './words';

export function useTold() {
  const { unitName } = useReference();
  const called = (line: Line) => word(line.of === 'administration' ? 'change' : 'act', line.act);
  /** Who it was by name; the passenger and the program are told by their role alone. */
  const named = ({ actor }: Line) => (actor.role === 'passenger' || actor.role === 'system' ? null : (actor.name ?? actor.user));
  function value(key: string, text: string): string {
    if (key === 'role' || key === 'was_role') return word('role', text);
    if (key === 'unit' || key === 'was_unit') return unitName(text) || say('common.none');
    if (key === 'changed') return word('changeDetail', text);
    return text === '1' ? say('common.yes') : text === '0' ? say('common.no') : text;
  }
  const details = (line: Line) => Object.entries(line.details ?? {}).map(([key, text]) => `${word('changeDetail', key)}${say('common.colon')}${value(key, text)}`).join(say('common.list'));
  const about = (line: Line) => (line.of === 'administration' ? details(line) : unitName(line.actor.unit));
  const heads = () => ['at', 'subject', 'act', 'actor', 'login', 'role', 'about', 'seq', 'digest'].map((key) => say(`audit.${key}`));
  const cells = (line: Line) => [time(line.at), line.subject ?? '', called(line), named(line) ?? '', line.user ?? '', word('role', line.actor.role), about(line), String(line.seq), line.digest];
  return { called, named, about, heads, cells };
}
