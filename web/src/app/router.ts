// Every folder of src/pages that has a page.ts is a route. Nobody gets past the login without a session, nor to a page that is not for their role.
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { nextTick, ref } from 'vue';
import { personOfDevice } from '@/shared/device';
import { homePath, loginPath, onSitePath } from '@/shared/links';
import { largeWindow } from '@/shared/large';
import type { PageDefinition, Role } from '@/shared/page';
import { useSession } from '@/shared/session';

const found = import.meta.glob<{ default: PageDefinition | PageDefinition[] }>('../pages/*/page.ts', { eager: true });
export const pages: PageDefinition[] = Object.values(found).flatMap((module) => module.default);

export const mayOpen = (page: PageDefinition, role: Role | null): boolean => !page.roles || (role !== null && page.roles.includes(role));

/** Whether it is shown where pages are chosen: what they may open and what this window is large enough for. */
export const isOffered = (page: PageDefinition, role: Role | null): boolean => mayOpen(page, role) && (!page.large || largeWindow.value);

/** The complaints opened last in this window, the latest first; for the palette. */
export const recent = ref<string[]>([]);

/** A route's code is on its way. */
export const navigating = ref(false);
/** Code that could not be fetched: no connection, or the program was renewed under us. */
export const chunkMissing = ref<{ path: string } | null>(null);

export const pageOf = (route: RouteLocationNormalized): PageDefinition | undefined => route.meta.page as PageDefinition | undefined;

export const router = createRouter({
  history: createWebHistory('/staff'),
  routes: [
    ...pages.map((page) => ({ name: page.name, path: page.path, component: page.component, meta: { page } })),
    { path: '/:rest(.*)*', name: 'missing', component: () => import('./Missing.vue') },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.hash ? { el: to.hash } : to.path === from.path ? false : { top: 0 }),
});

/** Asks who is there; without an answer, on an enrolled device, it is who worked here last (R3.5). Else the frame says that nothing is reached. */
async function meet(session: ReturnType<typeof useSession>): Promise<void> {
  const asked = session.load().catch(() => null);
  const person = await personOfDevice();
  if (!person || !mayOpen(pages.find((page) => page.path === onSitePath) ?? pages[0]!, person.role)) return void (await asked);
  await Promise.race([asked, new Promise((late) => setTimeout(late, patience))]);
  if (!session.known) session.standIn(person);
}
const patience = 5_000;

router.beforeEach(async (to) => {
  navigating.value = true;
  const session = useSession();
  if (!session.known) await meet(session);
  const toLogin = to.path === loginPath;
  if (!session.known) return true;
  if (!session.loggedIn && !toLogin) return { path: loginPath, query: to.fullPath === homePath ? {} : { next: to.fullPath }, replace: true };
  if (session.loggedIn && toLogin) return homePath;
  if (session.standsIn && to.path !== onSitePath) return { path: onSitePath, replace: true }; // all that works without network
  const page = pageOf(to);
  if (page && !toLogin && !mayOpen(page, session.role)) return { name: 'missing', params: { rest: to.path.split('/').slice(1) }, query: { forbidden: page.name }, replace: true };
  return true;
});

router.afterEach((to, from) => {
  navigating.value = false;
  chunkMissing.value = null;
  const number = to.params.number;
  if (typeof number === 'string') recent.value = [number, ...recent.value.filter((one) => one !== number)].slice(0, 6);
  // A new page: whoever listens hears its heading, whoever tabs starts at it.
  if (from.matched.length > 0 && to.path !== from.path) void nextTick(() => focusHeading());
});

function focusHeading(): void {
  if (document.querySelector('dialog[open]') || document.activeElement?.closest('main')) return;
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

router.onError((error: unknown, to) => {
  navigating.value = false;
  if (error instanceof TypeError || /import|module|load|CSS/i.test(String(error))) chunkMissing.value = { path: to.fullPath };
  else throw error;
});
