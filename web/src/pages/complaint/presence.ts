// Who else is at this complaint, and telling them that I am.
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue';
import { api, ask, ownHeaders, type Schemas } from '@/shared/api/client';
import { watchPresence } from '@/shared/live';

type Person = Schemas['LivePresence']['people'][number];
const again = 20_000; // the server forgets after 45 s

export function usePresence(number: string, working: Readonly<Ref<boolean>>): { looking: Readonly<Ref<Person[]>>; atWork: Readonly<Ref<Person[]>> } {
  const people = ref<Person[]>([]);
  let served = true;
  watchPresence(number, (presence) => (people.value = presence.people));

  async function tell(): Promise<void> {
    if (!served || document.visibilityState === 'hidden') return;
    const state = working.value ? 'working' : 'viewing';
    await ask(api.POST('/api/v1/complaints/{number}/presence', { params: { path: { number } }, body: { state } }))
      .then((answer) => (people.value = answer.people))
      .catch((problem: { status?: number }) => void (problem.status === 404 && (served = false)));
  }
  function leave(): void {
    if (!served) return;
    const headers = { ...ownHeaders(), 'Content-Type': 'application/json' };
    void fetch(`/api/v1/complaints/${encodeURIComponent(number)}/presence`, { method: 'POST', keepalive: true, headers, body: '{"state":"gone"}' }).catch(() => undefined);
  }
  watch(working, () => void tell(), { immediate: true });
  const timer = setInterval(() => void tell(), again);
  window.addEventListener('pagehide', leave);
  onScopeDispose(() => {
    clearInterval(timer);
    window.removeEventListener('pagehide', leave);
    leave();
  });
  return { looking: computed(() => people.value.filter((one) => one.state === 'viewing')), atWork: computed(() => people.value.filter((one) => one.state === 'working')) };
}
