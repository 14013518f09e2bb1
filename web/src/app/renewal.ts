// A new version of the program: the page reloads itself as soon as nothing typed can be lost; until then a banner offers it, and the next page opens anew.
import { ref, watch } from 'vue';
import { flushKept } from '@/shared/keep';
import { newVersion } from '@/shared/live';
import { isTyping } from '@/shared/shortcuts';
import { hasUnsaved } from '@/shared/unsaved';
import { chunkMissing, router } from './router';

export const waitsForReload = ref(false);
/** A page's code is missing though we just loaded anew for it: not a new version, something is broken. */
export const pageBroken = ref<{ path: string } | null>(null);

const place = 'hearline.reloaded';
const again = 60_000;

/** Not twice within a minute for the same address: that would go round and round. */
function mayReload(path: string, now: number = Date.now()): boolean {
  try {
    const last = JSON.parse(sessionStorage.getItem(place) ?? 'null') as { path: string; at: number } | null;
    if (last && last.path === path && now - last.at < again) return false;
    sessionStorage.setItem(place, JSON.stringify({ path, at: now }));
  } catch {
    return false; // no storage: rather ask than loop
  }
  return true;
}

const busy = (): boolean => hasUnsaved() || isTyping(document.activeElement) || document.querySelector('dialog[open]') !== null;

export async function reloadNow(path?: string): Promise<void> {
  await flushKept();
  if (path === undefined) location.reload();
  else location.assign(router.resolve(path).href);
}

async function reloadIfQuiet(): Promise<void> {
  if (!waitsForReload.value || busy()) return;
  if (await flushKept()) location.reload();
}

export function watchRenewal(): void {
  // A device without network has got the new program: the page that began with the old one goes on with it as soon as nothing typed can be lost.
  const before = navigator.serviceWorker?.controller;
  navigator.serviceWorker?.addEventListener('controllerchange', () => void (before && (newVersion.value ??= 'offline')));
  watch(newVersion, (version) => {
    if (version === null) return;
    waitsForReload.value = true;
    void reloadIfQuiet();
    setInterval(() => void reloadIfQuiet(), 5_000);
  });
  router.beforeEach((to, from) => {
    if (!waitsForReload.value || to.path === from.path || hasUnsaved()) return true;
    void reloadNow(to.fullPath);
    return false;
  });
  // The page's code cannot be fetched: most likely it has another name now.
  watch(chunkMissing, async (missing) => {
    pageBroken.value = null;
    if (!missing) return;
    const alive = await fetch('/healthz', { cache: 'no-store' }).then((response) => response.ok, () => false);
    if (alive && !hasUnsaved() && mayReload(missing.path)) await reloadNow(missing.path);
    else pageBroken.value = missing;
  });
}
