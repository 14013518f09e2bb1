// What the palette offers for what was typed: the acts of the complaint in view, complaints, stations, pages, settings; best first in each group.
import { useQuery } from '@tanstack/vue-query';
import { computed, ref, watch, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { api, ask, type Brief } from '@/shared/api/client';
import { commands, type Command } from '@/shared/commands';
import { say, word } from '@/shared/i18n';
import { day } from '@/shared/format';
import { toComplaint, toLedger } from '@/shared/links';
import { useReference } from '@/shared/reference';
import { useSession } from '@/shared/session';
import type { IconName } from '@/shared/ui/icons';
import { filterOptions, rank } from '@/shared/ui/combobox';
import { useLists, usePages, usePeople, useSettings } from './palette-commands';
import { recent } from './router';

export interface Entry {
  id: string;
  icon: IconName;
  label: string;
  hints?: string[];
  stage?: Brief['stage'];
  keys?: string;
  run: () => void;
}
export interface Group {
  key: string;
  title: string;
  entries: Entry[];
}

/** Why the server found nothing, in its words. */
const unfound = (answer: { items: unknown[]; unfound?: { text: string } | null } | undefined): string | undefined => answer?.unfound?.text;
const wait = 120; // ms of silence before the server is asked

/** The commands that fit, best first. */
export function fitting(list: readonly Command[], query: string): Command[] {
  return list
    .map((command, index) => ({ command, index, rank: rank({ value: command.id, label: command.label, search: command.keywords ?? [], hint: command.hint ?? '' }, query) }))
    .filter((entry) => entry.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.index - b.index)
    .map((entry) => entry.command);
}

/** The whole number that was typed, with or without its letters: opens at once, without asking. */
export function wholeNumber(query: string): string | null {
  const found = /^(?:TS)?(\d{12,})$/i.exec(query.normalize('NFKC').replace(/\s/g, ''));
  return found && /^20\d{2}(0[1-9]|1[0-2])/.test(found[1]!) ? `TS${found[1]}` : null;
}

export function usePalette(query: Ref<string>, actions: { logout: () => void; sheet: () => void }) {
  const session = useSession();
  const router = useRouter();
  const reference = useReference();
  const asked = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(query, (now) => {
    clearTimeout(timer);
    timer = setTimeout(() => (asked.value = now.trim()), wait);
  });

  const wanted = computed(() => session.can('read_ledger') && asked.value.length >= 2);
  const search = useQuery({
    queryKey: computed(() => ['complaints', 'find', asked.value] as const),
    queryFn: ({ signal }) => ask(api.POST('/api/v1/complaints/find', { body: { q: asked.value, limit: 8 }, signal })),
    enabled: wanted, staleTime: 10_000, retry: false, placeholderData: (before) => before,
  });

  const go = (where: Parameters<typeof router.push>[0]) => () => void router.push(where);
  const complaints = computed<Entry[]>(() =>
    query.value.trim().length < 2 || !wanted.value ? [] : (search.data.value?.items ?? []).map((found) => ({
      id: found.number, icon: 'complaint', label: `${found.number} ${found.subject ?? ''}`, stage: found.stage,
      hints: [found.complainant, found.station, day(found.registered_at), reference.unitName(found.unit)].filter((part): part is string => Boolean(part)), run: go(toComplaint(found.number)),
    })));
  const stations = computed<Entry[]>(() =>
    query.value.trim() === '' || !session.can('read_ledger') ? [] : filterOptions(reference.stationOptions(), query.value, 5).map((option) => {
      const [line, station] = [option.value.slice(0, option.value.indexOf('/')), option.value.slice(option.value.indexOf('/') + 1)];
      return { id: option.value, icon: 'place', label: option.label, hints: [option.hint ?? '', say('frame.stationLedger')], run: go(toLedger({ line, station })) };
    }));
  const pageCommands = usePages(go);
  const lists = useLists(go);
  const people = usePeople(go);
  const settings = useSettings(actions);

  const entry = (icon: IconName) => (command: Command): Entry => ({ id: command.id, icon, label: command.label, hints: command.hint ? [command.hint] : [], keys: command.keys, run: command.run });
  const groups = computed<Group[]>(() => {
    const q = query.value.trim();
    const own = fitting(commands.value, q);
    const more: Entry[] = q && session.can('read_ledger') ? [{ id: 'ledger', icon: 'search', label: say('frame.allMatching', { q }), run: go(toLedger({ q })) }] : [];
    const number = session.can('read_ledger') ? wholeNumber(q) : null;
    const whole: Entry[] = number ? [{ id: number, icon: 'complaint', label: number, run: go(toComplaint(number)) }] : [];
    return [
      { key: 'acts', title: say('frame.groupActs'), entries: own.filter((one) => one.group === 'acts').map(entry('flag')) },
      { key: 'recent', title: say('frame.groupRecent'), entries: q ? [] : recent.value.map((number): Entry => ({ id: `recent.${number}`, icon: 'history', label: number, run: go(toComplaint(number)) })) },
      { key: 'complaints', title: say('frame.groupComplaints'), entries: [...whole, ...complaints.value.filter((one) => one.id !== whole[0]?.id)] },
      { key: 'stations', title: say('frame.groupStations'), entries: stations.value },
      { key: 'people', title: say('frame.groupPeople'), entries: q ? fitting(people.value, q).slice(0, 8).map(entry('account')) : [] },
      { key: 'pages', title: say('frame.groupPages'), entries: [...fitting(pageCommands.value, q), ...(q ? fitting(lists.value, q) : []), ...own.filter((one) => one.group === 'pages')].map(entry('right')) },
      { key: 'settings', title: say('frame.groupSettings'), entries: [...own.filter((one) => one.group === 'settings'), ...fitting(settings.value, q)].map(entry('administration')) },
      { key: 'commands', title: say('frame.groupCommands'), entries: own.filter((one) => one.group === 'commands').map(entry('right')) },
      { key: 'ledger', title: say('nav.ledger'), entries: more },
    ].filter((group) => group.entries.length > 0);
  });
  /** Why nothing is found that one may have meant. */
  const why = computed(() => {
    const q = query.value.trim();
    if (!session.can('read_ledger') || q === '') return '';
    const said = asked.value === q ? unfound(search.data.value) : undefined;
    if (said) return said;
    return [...q].length < 2 ? say('frame.paletteShort') : say('frame.paletteHow');
  });
  const pending = computed(() => wanted.value && (search.isFetching.value || asked.value !== query.value.trim()));
  return { groups, pending, why, stageWord: (stage: string | undefined) => word('stage', stage) };
}
