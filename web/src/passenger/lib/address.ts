// Which page is open: the address, by the browser's own history.
import { shallowRef } from 'vue';

/** What the history keeps of a page beside its address; gone with the tab. */
export type Kept = { parcel?: string; track?: { number: string; code: string }; act?: string };
export type Page = { name: 'start' | 'submit' | 'track'; station: string | null; kept: Kept };

/** The page that an address means; anything else begins at the start. */
export function pageOf(path: string, kept: Kept): Page {
  const station = path.match(/^\/s(?:\/(.*?)\/?)?$/) ? path.slice(3).replace(/\/$/, '') : undefined;
  const name = station !== undefined || /^\/submit\/?$/.test(path) ? 'submit' : /^\/track\/?$/.test(path) ? 'track' : 'start';
  return { name, station: station === undefined ? null : unescaped(station), kept };
}
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const here = (): Page => pageOf(location.pathname, (history.state ?? {}) as Kept);
export const page = shallowRef<Page>({ name: 'start', station: null, kept: {} });
/** Grows whenever another page is shown, so that the focus follows. */
export const turned = shallowRef(0);

const show = () => {
  page.value = here();
  turned.value += 1;
  scrollTo(0, 0);
};

export function go(path: string, kept: Kept = {}): void {
  history.pushState(kept, '', path);
  show();
}
/** The same entry of the history with something else kept. */
export function keep(kept: Kept, path = location.pathname): void {
  history.replaceState(kept, '', path);
  page.value = here();
}

/** Reads the first address. A tracking code is taken out of it before anything else happens. */
export function begin(): URLSearchParams {
  const query = new URLSearchParams(location.search);
  const number = query.get('number');
  const code = query.get('code');
  if (location.search || location.hash) history.replaceState(number && code ? { track: { number, code } } : history.state, '', location.pathname);
  page.value = here();
  addEventListener('popstate', show);
  return query;
}

/** For `@click` on links: turns the page here unless the browser is asked for something else. */
export function follow(event: MouseEvent): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(new URL((event.currentTarget as HTMLAnchorElement).href).pathname);
}
