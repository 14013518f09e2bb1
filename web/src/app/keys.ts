// The shortcuts that hold everywhere. Pages add theirs (`keys.ts` in their folder); shortcuts.spec.ts looks for clashes among all.
import { defineShortcuts, type Binding } from '@/shared/shortcuts';
import { pages } from './router';

/** Where `g` and a letter lead, unless the page says otherwise. */
const goTo: Record<string, string> = { home: 'g h', intake: 'g i', ledger: 'g l', dashboard: 'g d', wall: 'g w', administration: 'g a', account: 'g p' };

export const frameKeys = defineShortcuts('everywhere', {
  palette: { keys: 'mod+k', label: 'frame.keyPalette', dialogs: false },
  search: { keys: '/', label: 'frame.keySearch' },
  sheet: { keys: '?', label: 'frame.keySheet' },
  intake: { keys: 'n', label: 'frame.keyNew' },
  nextTask: { keys: 'shift+n', label: 'frame.keyNextTask' },
  back: { keys: 'b', label: 'frame.keyBack' },
  refresh: { keys: 'r', label: 'frame.keyRefresh' },
  content: { keys: 'g c', label: 'frame.keyMain' },
  navigation: { keys: 'g m', label: 'frame.keyNavigation' },
  theme: { keys: 'v t', label: 'frame.keyTheme' },
  density: { keys: 'v d', label: 'frame.keyDensity' },
  larger: { keys: ['v =', 'v +'], label: 'frame.keyLarger' },
  smaller: { keys: 'v -', label: 'frame.keySmaller' },
  language: { keys: 'v l', label: 'frame.keyLanguage' },
  logout: { keys: 'g q', label: 'frame.keyLogout' },
});

export const pageKeys = defineShortcuts(
  'everywhere',
  Object.fromEntries(
    pages.flatMap((page): [string, Binding][] => {
      const keys = page.nav?.keys ?? goTo[page.name];
      return page.nav && keys ? [[page.name, { keys, label: 'frame.goTo', values: { page: page.nav.label } }]] : [];
    }),
  ),
);
