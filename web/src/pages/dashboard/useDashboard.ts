// What the dashboard draws: the figures asked for, as drawings in the user's words.
import { computed, type ComputedRef } from 'vue';
import { day } from '@/shared/format';
import { say, word } from '@/shared/i18n';
import { useReference, usePlaces } from '@/shared/reference';
import { useSession } from '@/shared/session';
import { openStages } from '@/shared/waiting';
import { byCode, byType, levelOf, openBy, volume, type Drawing, type Figures } from '@/entities/figures/drawing';
import { useFigures, useFirst } from '@/entities/figures/queries';
import { anytime, inPeriod, type Choice } from './choice';

const noon = (date: string) => `${date}T12:00:00+08:00`;

/** `2026-W48`, `2026-11`, `2026-11-26` as people say them. */
export function bucketName({ code, from }: { code: string; from: string }): string {
  const week = /^\d{4}-W(\d{2})$/.exec(code);
  if (week) return say('dashboard.weekName', { week: Number(week[1]), from: day(noon(from)) });
  const month = /^(\d{4})-(\d{2})$/.exec(code);
  return month ? say('dashboard.monthName', { year: month[1], month: Number(month[2]) }) : day(noon(code));
}

export function useDashboard(choice: ComputedRef<Choice>) {
  const session = useSession();
  const reference = useReference();
  const places = usePlaces();
  const period = computed(() => inPeriod(choice.value));
  const base = computed(() => anytime(choice.value));
  const open = computed(() => ({ ...base.value, stage: openStages.join(',') }));

  const asked = {
    volume: useFigures(() => ({ ...period.value, by: choice.value.grain })),
    types: useFigures(() => ({ ...period.value, by: 'type1,type' })),
    causes: useFigures(() => ({ ...period.value, by: 'cause' })),
    channels: useFigures(() => ({ ...period.value, by: 'channel' })),
    feedback: useFigures(() => ({ ...period.value, by: 'timely,satisfaction' })),
    stations: useFigures(() => ({ ...period.value, by: 'line,station' })),
    open: useFigures(() => ({ ...open.value, by: 'stage,unit,overdue' })),
  };
  const overdue = useFirst(() => ({ ...base.value, overdue: 'true', sort: 'due' }), 10, { enabled: () => session.can('read_ledger') });

  // Names come with the reference data: without them there would be codes.
  const drawn = (figures: () => Figures | undefined, draw: (figures: Figures) => Drawing) => computed(() => {
    const data = figures();
    return data && reference.ready.value ? draw(data) : null;
  });
  const named = (name: (code: string) => string, none: string) => (code: string) => (code === 'null' ? none : name(code));
  const count = () => say('figures.count');

  const types = drawn(() => asked.types.data.value, (data) => byType(data, period.value, count(), named(reference.typeName, say('figures.notSet'))));
  const both = (): [string, string] => [say('dashboard.inTime'), say('dashboard.overdue')];
  return {
    asked, overdue, places, period, base, reference,
    volume: drawn(() => asked.volume.data.value, (data) => volume(data, choice.value.grain, choice.value.period, period.value, count(), bucketName)),
    types,
    typesOf: (level: 0 | 1) => computed(() => types.value && levelOf(types.value, level)),
    causes: drawn(() => asked.causes.data.value, (data) => byCode(data, 'cause', period.value, count(), named(reference.causeName, say('figures.notSet')))),
    channels: drawn(() => asked.channels.data.value, (data) => byCode(data, 'channel', period.value, count(), (code) => word('channel', code))),
    stages: drawn(() => asked.open.data.value, (data) => openBy(data, 'stage', base.value, both(), (code) => word('stage', code))),
    units: drawn(() => asked.open.data.value, (data) => openBy(data, 'unit', base.value, both(), named(reference.unitName, say('dashboard.noUnit')))),
    timely: drawn(() => asked.feedback.data.value, (data) => byCode(data, 'timely', period.value, count(), (code) => say(`dashboard.${code === 'null' ? 'notYet' : code}`), ['timely', 'late', 'null'])),
    satisfaction: drawn(() => asked.feedback.data.value, (data) =>
      byCode(data, 'satisfaction', period.value, count(), named((code) => word('satisfaction', code), say('dashboard.notAsked')), ['satisfied', 'basically_satisfied', 'dissatisfied', 'unrated', 'null'])),
    lines: computed(() => (places.data.value?.items ?? []).filter((line) => (choice.value.line ? line.code === choice.value.line : !line.retired))),
  };
}
