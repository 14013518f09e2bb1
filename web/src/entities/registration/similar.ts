// Beside the form: earlier complaints of the same caller, similar open ones, likely types; asked for when typing rests.
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { api, ask, type Brief, type Schemas } from '@/shared/api/client';
import { plainPhone } from './form';

export type Similar = Schemas['Similar'];
type Query = Schemas['SimilarQuery'];
export const nothingAlike: Similar = { same_caller: [], similar: [], types: [] };
const rest = 300;
const shown = 5;

/** What is worth asking: a number that can be one, a text that says something. Null when there is nothing yet. */
export function queryOf(form: { phone: string; content: string; place: { line: string; station: string }; anonymous: boolean }): Query | null {
  const phone = plainPhone(form.phone);
  const text = form.content.trim();
  const query: Query = {};
  if (!form.anonymous && phone.length >= 7) query.phone = phone;
  if (text.length >= 4) query.text = text.slice(0, 2_000);
  if (!query.phone && !query.text) return null;
  if (form.place.line) query.line = form.place.line;
  if (form.place.station) query.station = form.place.station;
  return { ...query, limit: shown };
}

/** Open ones first, then the newest. */
export const openFirst = (briefs: readonly Brief[]): Brief[] =>
  [...briefs].sort((a, b) => Number(a.stage === 'closed') - Number(b.stage === 'closed') || b.registered_at.localeCompare(a.registered_at));

/** Nothing twice: who stands above as the same caller is not similar once more. */
export const othersOf = (found: Similar): Brief[] => found.similar.filter((one) => !found.same_caller.some((same) => same.number === one.number));

export function useSimilar(query: () => Query | null): { found: Ref<Similar>; looking: Ref<boolean>; failed: Ref<boolean> } {
  const found = shallowRef<Similar>(nothingAlike);
  const looking = ref(false);
  const failed = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  async function look(body: Query): Promise<void> {
    const mine = (running = new AbortController());
    looking.value = true;
    try {
      const answer = await ask(api.POST('/api/v1/complaints/similar', { body, signal: mine.signal }));
      if (running === mine) [found.value, failed.value] = [answer, false];
    } catch {
      // The form does not need it: what stood there stays, the head of the list says that it may be old.
      if (running === mine) failed.value = true;
    } finally {
      if (running === mine) looking.value = false;
    }
  }
  watch(() => JSON.stringify(query()), (text) => {
    clearTimeout(timer);
    running?.abort();
    running = undefined;
    looking.value = false;
    const body = JSON.parse(text) as Query | null;
    if (body) timer = setTimeout(() => void look(body), rest);
    else [found.value, failed.value] = [nothingAlike, false];
  }, { immediate: true });
  onScopeDispose(() => {
    clearTimeout(timer);
    running?.abort();
  });
  return { found, looking, failed };
}
