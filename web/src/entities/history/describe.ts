// The data of an event in words: names for codes, times as people read them; nothing raw.
import type { Event } from '@/shared/api/client';
import { due, fileSize, time } from '@/shared/format';
import { i18n, say, word } from '@/shared/i18n';
import './words';

export interface Names {
  unitName: (code: string | null | undefined) => string;
  causeName: (code: string | null | undefined) => string;
  typePath: (code: string | null | undefined) => string;
  lineName: (code: string | null | undefined) => string;
  stationName: (code: string | null | undefined) => string;
}
export interface Line {
  name: string;
  value: string;
}

// Shown elsewhere, or of no use to people.
const silent = new Set(['stage', 'round', 'was', 'attachment', 'sha256', 'digest', 'media_type', 'tracking']);
const words: Record<string, string> = {
  kind: 'kind', channel: 'channel', severity: 'severity', resolution: 'resolution', satisfaction: 'satisfaction', solved: 'solved', claim: 'claim', means: 'means', direction: 'direction', outcome: 'followUp', contacted_by: 'means', clock: 'clock', validity: 'validity', liability: 'liability',
};

function valueOf(name: string, value: string | number | boolean, names: Names): string {
  if (words[name]) return word(words[name], String(value));
  if (name === 'unit' || name === 'accepting_unit' || name === 'relayed_unit') return names.unitName(String(value));
  if (name === 'cause') return names.causeName(String(value));
  if (name === 'type') return names.typePath(String(value));
  if (name === 'line') return names.lineName(String(value));
  if (name === 'station') return names.stationName(String(value));
  if (name === 'due' || name === 'until') return due(String(value));
  if (name === 'file_size') return fileSize(Number(value));
  if (name === 'removed') return say('history.removedMetadata');
  if (/_at$/.test(name)) return time(String(value));
  if (typeof value === 'boolean') return say(value ? 'common.yes' : 'common.no');
  return String(value);
}

const labels: Record<string, string> = { attempt: 'attempts', relayed_unit: 'unit' };
function labelOf(name: string): string {
  const part = labels[name] ?? name;
  for (const key of [`history.${part}`, `field.${part}`, `actForm.${part}`]) if (i18n.global.te(key) || i18n.global.te(key, 'zh-CN')) return say(key);
  return '';
}

/** Its codes and times; what has no name here is left out rather than shown raw. */
export function dataLines(event: Event, names: Names): Line[] {
  const lines: Line[] = [];
  const units = event.data.units ?? [];
  if (units.length > 0) {
    const of = (lead: boolean) => units.filter((unit) => unit.lead === lead).map((unit) => names.unitName(unit.unit)).join(say('common.list'));
    lines.push({ name: say('field.unit'), value: [say('history.units', { lead: of(true) }), of(false) ? say('history.unitsAssist', { assist: of(false) }) : ''].filter(Boolean).join(say('common.list')) });
  }
  for (const [name, value] of Object.entries(event.data)) {
    if (silent.has(name) || name === 'units' || value === null || value === undefined || value === '' || typeof value === 'object') continue;
    const label = labelOf(name);
    if (label) lines.push({ name: label, value: valueOf(name, value, names) });
  }
  return lines;
}

/** Where it led: `进入待审核`, `开始第 2 轮`. */
export function ledTo(event: Event): string {
  const stage = event.data.stage ? say('history.toStage', { stage: word('stage', event.data.stage) }) : '';
  const round = event.act !== 'register' && typeof event.data.round === 'number' ? say('history.newRound', { n: event.data.round }) : '';
  return [round, stage].filter(Boolean).join(say('common.list'));
}

export function clockLines(event: Event): string[] {
  return event.clocks.map((change) => {
    const values = { clock: word('clock', change.stage), due: due(change.due_at), outcome: word('clockOutcome', change.outcome) };
    switch (change.change) {
      case 'start': return change.ended_at ? say('history.clockEnd', values) : say('history.clockStart', values);
      case 'end': return say('history.clockEnd', values);
      case 'pause': return say('history.clockPause', values);
      case 'resume': return say('history.clockResume', values);
      default: return say('history.clockMove', values);
    }
  });
}

/** Who did it: `坐席一号（中心坐席）`; the passenger and the system by their role alone. */
export function actorText(event: Event): string {
  const { name, user, role } = event.actor;
  const who = name ?? user;
  return who && role !== 'passenger' && role !== 'system' ? say('history.by', { name: who, role: word('role', role) }) : word('role', role);
}

/** `where` repeats the place for searching. */
export const isShownText = (name: string): boolean => name !== 'where';
