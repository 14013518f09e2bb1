// What the palette offers for what was typed: the acts of the complaint in view, complaints, stations, pages, settings; best first in each group.
import { useQuery } from '@tanstack/vue-query';
import { computed, ref, watch, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { api, ask, type Brief } from '@/shared/api/client';
import { commands, type Command } from '@/shared/commands';
import { languageNames, languages, say, word } from '@/shared/i18n';
import { day, today } from '@/shared/format';
import { toComplaint, toLedger } from '@/shared/links';
import { stepTextSize, toggleDensity, toggleTheme, useLook } from '@/shared/look';
import { useReference } from '@/shared/reference';
import { useSession } from '@/shared/session';
import { openStages } from '@/shared/waiting';
import type { IconName } from '@/shared/ui/icons';
import { filterOptions, rank } from '@/shared/ui/combobox';
import { frameKeys, pageKeys } from './keys';
import { mayOpen, pages, recent } from './router';
import { keysOf, type Binding } from '@/shared/shortcuts';

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

const wait = 120; // ms of silence before the server is asked

/** The commands that fit, best first. */
export function fitting(list: readonly Command[], query: string): Command[] {
  return list
    .map((command, index) => ({ command, index, rank: rank({ value: command.id, label: command.label, search: command.keywords ?? [], hint: command.hint ?? '' }, query) }))
    .filter((entry) => entry.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.index - b.index)
    .map((entry) => entry.command);
}

/** Pinyin initials and English words for the pages, so that `tz` finds the ledger in any language. */
const pageWords: Record<string, string[]> = {
  home: ['gzt', 'gongzuotai', 'home'], intake: ['dj', 'dengji', 'register', 'new'], ledger: ['tz', 'taizhang', 'ledger'], dashboard: ['kb', 'kanban', 'dashboard'], wall: ['dp', 'daping', 'wall'],
  administration: ['gl', 'guanli', 'administration'], account: ['zh', 'zhanghao', 'wdzh', 'account'],
};

const stageInitials: Record<string, string> = { dispatch: 'dzb', opinion: 'dtyj', review: 'dsh', remedy: 'clz', result: 'dbjg', feedback: 'dfk', follow_up: 'dhf' };

export function usePalette(query: Ref<string>, actions: { logout: () => void; sheet: () => void }) {
  const session = useSession();
  const router = useRouter();
  const look = useLook();
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
  const keysOfBinding = (bindings: Readonly<Record<string, Binding>>, id: string) => (bindings[id] ? keysOf(bindings[id])[0] : undefined);
  const pageCommands = computed<Command[]>(() =>
    pages.filter((page) => page.nav && mayOpen(page, session.role)).map((page) => ({
      id: `page.${page.name}`, group: 'pages', label: say(page.nav?.label ?? ''), keywords: pageWords[page.name] ?? [page.name], keys: keysOfBinding(pageKeys.bindings, page.name), run: go(page.path),
    })));
  /** The ledger's most asked lists, by the words people use for them. */
  const lists = computed<Command[]>(() => {
    if (!session.can('read_ledger')) return [];
    const named = (name: string) => `${say('nav.ledger')}${say('common.colon')}${name}`;
    return [
      { id: 'list.overdue', group: 'pages', label: named(say('common.over')), keywords: ['overdue', 'cq', 'chaoqi', 'ycq'], run: go(toLedger({ overdue: 'true', sort: 'due' })) },
      { id: 'list.due', group: 'pages', label: named(say('common.dueToday')), keywords: ['due', 'today', 'jtdq', 'jrdq'], run: go(toLedger({ due_until: today(), sort: 'due' })) },
      ...openStages.map((stage): Command => ({ id: `list.${stage}`, group: 'pages', label: named(word('stage', stage)), keywords: [stage, stageInitials[stage] ?? ''], run: go(toLedger({ stage, sort: 'due' })) })),
    ];
  });
  const settings = computed<Command[]>(() => [
    { id: 'theme', group: 'settings', label: say('frame.keyTheme'), keywords: ['theme', 'dark', 'light', 'zt', 'shense', 'qianse'], keys: 'v t', run: toggleTheme },
    { id: 'density', group: 'settings', label: say('frame.keyDensity'), keywords: ['dense', 'density', 'jc', 'jincou'], keys: 'v d', run: toggleDensity },
    { id: 'larger', group: 'settings', label: say('frame.keyLarger'), keywords: ['text', 'larger', 'fd', 'fangda'], keys: 'v =', run: () => stepTextSize(1) },
    { id: 'smaller', group: 'settings', label: say('frame.keySmaller'), keywords: ['text', 'smaller', 'sx', 'suoxiao'], keys: 'v -', run: () => stepTextSize(-1) },
    ...languages.filter((one) => one !== look.language).map((one): Command => ({ id: `language.${one}`, group: 'settings', label: `${say('frame.language')}${say('common.colon')}${languageNames[one]}`, keywords: ['language', 'yy', 'yuyan', one], run: () => void (look.language = one) })),
    { id: 'singleKeys', group: 'settings', label: `${say('frame.singleKeys')}${say('common.colon')}${say(look.singleKeys ? 'frame.switchOff' : 'frame.switchOn')}`, keywords: ['keys', 'kjj'], run: () => void (look.singleKeys = !look.singleKeys) },
    { id: 'sheet', group: 'commands', label: say('frame.keySheet'), keywords: ['help', 'keys', 'kjj', 'kuaijiejian'], keys: '?', run: actions.sheet },
    { id: 'print', group: 'commands', label: say('frame.keyPrint'), keywords: ['print', 'dy', 'dayin'], keys: 'mod+p', run: () => window.print() },
    { id: 'logout', group: 'commands', label: say('frame.keyLogout'), keywords: ['logout', 'tc', 'tuichu'], keys: keysOfBinding(frameKeys.bindings, 'logout'), run: actions.logout },
  ]);

  const entry = (icon: IconName) => (command: Command): Entry => ({ id: command.id, icon, label: command.label, hints: command.hint ? [command.hint] : [], keys: command.keys, run: command.run });
  const groups = computed<Group[]>(() => {
    const q = query.value.trim();
    const own = fitting(commands.value, q);
    const more: Entry[] = q && session.can('read_ledger') ? [{ id: 'ledger', icon: 'search', label: say('frame.allMatching', { q }), run: go(toLedger({ q })) }] : [];
    // A whole number opens at once, without asking.
    const whole: Entry[] = /^TS\d{12,}$/i.test(q) && session.can('read_ledger') ? [{ id: q.toUpperCase(), icon: 'complaint', label: q.toUpperCase(), run: go(toComplaint(q.toUpperCase())) }] : [];
    return [
      { key: 'acts', title: say('frame.groupActs'), entries: own.filter((one) => one.group === 'acts').map(entry('flag')) },
      { key: 'recent', title: say('frame.groupRecent'), entries: q ? [] : recent.value.map((number): Entry => ({ id: `recent.${number}`, icon: 'history', label: number, run: go(toComplaint(number)) })) },
      { key: 'complaints', title: say('frame.groupComplaints'), entries: [...whole, ...complaints.value.filter((one) => one.id !== whole[0]?.id)] },
      { key: 'stations', title: say('frame.groupStations'), entries: stations.value },
      { key: 'pages', title: say('frame.groupPages'), entries: [...fitting(pageCommands.value, q), ...(q ? fitting(lists.value, q) : []), ...own.filter((one) => one.group === 'pages')].map(entry('right')) },
      { key: 'settings', title: say('frame.groupSettings'), entries: [...own.filter((one) => one.group === 'settings'), ...fitting(settings.value, q)].map(entry('administration')) },
      { key: 'commands', title: say('frame.groupCommands'), entries: own.filter((one) => one.group === 'commands').map(entry('right')) },
      { key: 'ledger', title: say('nav.ledger'), entries: more },
    ].filter((group) => group.entries.length > 0);
  });
  const pending = computed(() => wanted.value && (search.isFetching.value || asked.value !== query.value.trim()));
  return { groups, pending, stageWord: (stage: string | undefined) => word('stage', stage) };
}
