// What the wall shows and how it keeps fresh: live events while the page's stream is open, else every five seconds; a restart of the server is waited out.
import { computed, onScopeDispose, ref, watch } from 'vue';
import { today as localToday } from '@/shared/format';
import { say, word } from '@/shared/i18n';
import { liveState, newVersion } from '@/shared/live';
import { useReference } from '@/shared/reference';
import { useSession } from '@/shared/session';
import { openStages } from '@/shared/waiting';
import { byCode, openBy, sumBy, volume, type Drawing } from '@/entities/figures/drawing';
import { plusDays } from '@/entities/figures/periods';
import { useAge } from './useAge';
import { useFigures, useFirst } from '@/entities/figures/queries';

/** Seconds by the wall's own clock. */
export function useSeconds() {
  const now = ref(Date.now());
  const timer = setInterval(() => void (now.value = Date.now()), 1_000);
  onScopeDispose(() => clearInterval(timer));
  return now;
}

const kind = 'complaint';
const open = openStages.join(',');
export const shownRows = 5;

export function useWall() {
  const session = useSession();
  const reference = useReference();
  const now = useSeconds();
  const today = computed(() => localToday(0, now.value));

  // The program was renewed under us: the wall has nothing to lose, it takes the new pages.
  watch(newVersion, (version) => void (version && location.reload()));

  const every = () => (liveState.value === 'open' ? 30_000 : 5_000);
  const often = { every };
  const ofToday = useFigures(() => ({ kind, by: 'type1,channel', from: today.value, to: today.value }), often);
  const openNow = useFigures(() => ({ kind, by: 'stage,unit,overdue', stage: open }), often);
  const grave = useFigures(() => ({ kind, by: 'severity', stage: open, severity: 'serious,urgent' }), often);
  const dueToday = useFigures(() => ({ kind, by: 'stage', stage: open, overdue: 'false', due_until: today.value }), often);
  const lately = useFigures(() => ({ kind, by: 'day', from: plusDays(today.value, -13), to: today.value }), often);
  const atStations = useFigures(() => ({ kind, by: 'line,station', from: plusDays(today.value, -6), to: today.value }), often);
  const lists = { enabled: () => session.can('read_ledger'), every };
  const urgent = useFirst({ kind, stage: open, sort: 'due' }, shownRows, lists);
  const newest = useFirst({ kind }, shownRows, lists);

  const { old, freshAt } = useAge([ofToday, openNow, grave, dueToday, lately, atStations, ...(session.can('read_ledger') ? [urgent, newest] : [])], now);

  const name = (of: (code: string) => string, none: string) => (code: string) => (code === 'null' ? none : of(code));
  const draw = (data: unknown, make: () => Drawing): Drawing | null => (data && reference.ready.value ? make() : null);
  return {
    filters: computed(() => ({
      today: { kind, from: today.value, to: today.value }, open: { kind, stage: open }, overdue: { kind, stage: open, overdue: 'true', sort: 'due' },
      due: { kind, stage: open, overdue: 'false', due_until: today.value, sort: 'due' }, grave: { kind, stage: open, severity: 'serious,urgent' },
    })),
    session, now, old, freshAt, urgent, newest, atStations,
    counts: computed(() => ({
      today: ofToday.data.value?.total, open: openNow.data.value?.total, due: dueToday.data.value?.total, grave: grave.data.value?.total,
      overdue: openNow.data.value && [...sumBy(openNow.data.value, 'overdue', (key) => key.overdue === 'yes' || key.overdue === 'true').values()].reduce((sum, count) => sum + count, 0),
    })),
    stages: computed(() => draw(openNow.data.value, () => openBy(openNow.data.value, 'stage', { kind }, ['', ''], (code) => word('stage', code)))),
    units: computed(() => draw(openNow.data.value, () => openBy(openNow.data.value, 'unit', { kind }, ['', ''], name(reference.unitName, say('wall.noUnit'))))),
    channels: computed(() => draw(ofToday.data.value, () => byCode(ofToday.data.value, 'channel', { kind, from: today.value, to: today.value }, '', (code) => word('channel', code)))),
    types: computed(() => draw(ofToday.data.value, () => byCode(ofToday.data.value, 'type1', { kind, from: today.value, to: today.value }, '', name(reference.typeName, say('common.none'))))),
    days: computed(() => draw(lately.data.value, () => volume(lately.data.value, 'day', { name: 'free', from: plusDays(today.value, -13), to: today.value }, {}, '', (bucket) => String(Number(bucket.code.slice(8)))))),
    lines: computed(() => reference.lines.value.filter((line) => !line.retired)),
  };
}
