// The trail as it is loaded, page by page, oldest first; only so many lines are held.
import { ref, shallowRef } from 'vue';
import { api, ask, type Schemas } from '@/shared/api/client';

export type Line = Schemas['AuditList']['items'][number];
export type Trail = 'complaints' | 'administration';
export const held = 5_000;
const pageSize = 500;

export type Page = Schemas['AuditList'];
export type Fetch = (cursor: string | null) => Promise<Page>;
export const fetchPage = (of: Trail): Fetch => (cursor) => {
  const query = { limit: pageSize, of, ...(cursor ? { cursor } : {}) };
  return ask(api.GET('/api/v1/audit', { params: { query } }));
};

export function useTrail(fetch: Fetch) {
  const lines = shallowRef<Line[]>([]);
  const loaded = ref(0); // since the beginning, those not held any more too
  const cursor = ref<string | null>(null);
  const complete = ref(false);
  const loading = ref(false);
  const error = ref<unknown>(null);
  let stopped = false;

  async function more(): Promise<void> {
    const page = await fetch(cursor.value);
    lines.value = [...lines.value, ...page.items].slice(-held);
    loaded.value += page.items.length;
    complete.value = page.next_cursor === null;
    cursor.value = page.next_cursor;
  }
  async function load(toEnd: boolean): Promise<void> {
    if (loading.value || complete.value) return;
    loading.value = true;
    stopped = false;
    error.value = null;
    try {
      do await more();
      while (toEnd && !complete.value && !stopped);
    } catch (problem) {
      error.value = problem;
    } finally {
      loading.value = false;
    }
  }
  /** From the beginning to what is newest now; what others did on another node may lie anywhere in between. */
  async function again(): Promise<void> {
    if (loading.value) return;
    lines.value = [];
    loaded.value = 0;
    cursor.value = null;
    complete.value = false;
    await load(true);
  }
  return { lines, loaded, complete, loading, error, load, again, stop: () => void (stopped = true) };
}

const spoken = (line: Line, words: (line: Line) => readonly string[]) => [line.number ?? '', line.subject ?? '', line.actor.user ?? '', line.actor.name ?? '', ...words(line)].join('\n').toLowerCase();
/** Lines with all the words typed: in number, subject, person, or the act as it is called. */
export function fitting(lines: readonly Line[], text: string, words: (line: Line) => readonly string[]): Line[] {
  const asked = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return asked.length === 0 ? [...lines] : lines.filter((line) => asked.every((one) => spoken(line, words).includes(one)));
}
