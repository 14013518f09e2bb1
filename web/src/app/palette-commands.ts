// What the palette offers beside complaints: pages and the pages below them, the ledger's most asked lists, people, settings; each with the words that people type for it.
import { computed, type ComputedRef } from 'vue';
import { useRouter } from 'vue-router';
import { usePlaces } from '@/entities/administration/places';
import '@/entities/administration/words';
import type { Command } from '@/shared/commands';
import { today } from '@/shared/format';
import { languageNames, languages, say, word } from '@/shared/i18n';
import { onSitePath, toLedger } from '@/shared/links';
import { helpPath } from '@/shared/words.manual';
import { stepTextSize, toggleDensity, toggleTheme, useLook } from '@/shared/look';
import { useReference, useUsers } from '@/shared/reference';
import { useSession } from '@/shared/session';
import { keysOf, type Binding } from '@/shared/shortcuts';
import { openStages } from '@/shared/waiting';
import { frameKeys, pageKeys } from './keys';
import { isOffered, mayOpen, pages } from './router';
import { pageWords, settingWords } from './words.find';

const stageInitials: Record<string, string> = { dispatch: 'dzb', opinion: 'dtyj', review: 'dsh', remedy: 'clz', result: 'dbjg', feedback: 'dfk', follow_up: 'dhf' };
const keysOfBinding = (bindings: Readonly<Record<string, Binding>>, id: string) => (bindings[id] ? keysOf(bindings[id])[0] : undefined);

type Go = (where: Parameters<ReturnType<typeof useRouter>['push']>[0]) => () => void;

/** The pages that this person may open, those below the administration too. */
export function usePages(go: Go): ComputedRef<Command[]> {
  const session = useSession();
  const parts = usePlaces();
  const page = (name: string, label: string, path: string): Command => ({ id: `page.${name}`, group: 'pages', label, keywords: pageWords[name] ?? [name], keys: keysOfBinding(pageKeys.bindings, name), run: go(path) });
  const below = (label: string) => `${say('nav.administration')}${say('common.colon')}${label}`;
  const open = (path: string) => pages.some((one) => one.path === path && mayOpen(one, session.role));
  return computed(() => [
    ...pages.filter((one) => (one.nav ?? one.name === 'account') && isOffered(one, session.role)).map((one) => page(one.name, say(one.nav?.label ?? 'nav.account'), one.path)),
    page('help', say('nav.help'), helpPath),
    ...(open(onSitePath) ? [page('onsite', say('frame.onSite'), onSitePath)] : []),
    ...parts().filter((one) => open(one.path)).map((one) => page(one.name, below(say(`administration.${one.name}`)), one.path)),
  ]);
}

/** The ledger's most asked lists, by the words people use for them. */
export function useLists(go: Go): ComputedRef<Command[]> {
  const session = useSession();
  const named = (name: string) => `${say('nav.ledger')}${say('common.colon')}${name}`;
  return computed(() => !session.can('read_ledger') ? [] : [
    { id: 'list.overdue', group: 'pages', label: named(say('common.over')), keywords: ['overdue', 'cq', 'chaoqi', 'ycq'], run: go(toLedger({ overdue: 'true', sort: 'due' })) },
    { id: 'list.due', group: 'pages', label: named(say('common.dueToday')), keywords: ['due', 'today', 'jtdq', 'jrdq'], run: go(toLedger({ due_until: today(), sort: 'due' })) },
    ...openStages.map((stage): Command => ({ id: `list.${stage}`, group: 'pages', label: named(word('stage', stage)), keywords: [stage, stageInitials[stage] ?? ''], run: go(toLedger({ stage, sort: 'due' })) })),
  ]);
}

/** Those who work here, for those who may read them. */
export function usePeople(go: Go): ComputedRef<Command[]> {
  const session = useSession();
  const { data } = useUsers();
  const { unitName } = useReference();
  const path = pages.find((one) => one.name === 'people')?.path ?? '';
  return computed(() => !session.can('read_people') ? [] : (data.value?.items ?? []).map((user): Command => ({
    id: `person.${user.name}`, group: 'pages', label: user.display_name ?? user.name, keywords: [user.name], hint: [word('role', user.role), unitName(user.unit)].filter(Boolean).join(' · '), run: go({ path, query: { q: user.name } }),
  })));
}

export function useSettings(actions: { logout: () => void; sheet: () => void }): ComputedRef<Command[]> {
  const look = useLook();
  const setting = (id: string, label: string, keywords: string[], run: () => void, keys?: string): Command => ({ id, group: 'settings', label, keywords, keys, run });
  const theme = (value: 'light' | 'dark' | 'system', name: string, ...keywords: string[]) => setting(`theme.${value}`, `${say('frame.theme')}${say('common.colon')}${say(name)}`, keywords, () => (look.theme = value));
  return computed(() => [
    setting('theme', say('frame.keyTheme'), ['theme', 'zt', 'zhuti'], toggleTheme, 'v t'),
    theme('dark', 'frame.themeDark', ...settingWords.dark), theme('light', 'frame.themeLight', ...settingWords.light), theme('system', 'frame.themeSystem', ...settingWords.system),
    setting('density', say('frame.keyDensity'), ['dense', 'density', 'jc', 'jincou'], toggleDensity, 'v d'),
    setting('larger', say('frame.keyLarger'), settingWords.larger, () => stepTextSize(1), 'v ='),
    setting('smaller', say('frame.keySmaller'), settingWords.smaller, () => stepTextSize(-1), 'v -'),
    ...languages.filter((one) => one !== look.language).map((one) => setting(`language.${one}`, `${say('frame.language')}${say('common.colon')}${languageNames[one]}`, ['language', 'yy', 'yuyan', one], () => (look.language = one))),
    setting('singleKeys', `${say('frame.singleKeys')}${say('common.colon')}${say(look.singleKeys ? 'frame.switchOff' : 'frame.switchOn')}`, ['keys', 'kjj'], () => (look.singleKeys = !look.singleKeys)),
    { id: 'sheet', group: 'commands', label: say('frame.keySheet'), keywords: ['keys', 'kjj', 'kuaijiejian'], keys: '?', run: actions.sheet },
    { id: 'print', group: 'commands', label: say('frame.keyPrint'), keywords: ['print', 'dy', 'dayin'], keys: 'mod+p', run: () => window.print() },
    { id: 'logout', group: 'commands', label: say('frame.keyLogout'), keywords: ['logout', 'tc', 'tuichu'], keys: keysOfBinding(frameKeys.bindings, 'logout'), run: actions.logout },
  ]);
}
