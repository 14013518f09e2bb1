// The trails as they are searched: newest first, page by page, until what is on the screen suffices. Only so many lines are held.
import { ref, shallowRef } from 'vue';
import { api, ask, type Schemas } from '@/shared/api/client';

export type Line = Schemas['AuditList']['items'][number];
export type Page = Schemas['AuditList'];
export type Trail = Line['of'];
export const held = 20_000;
const pageSize = 500;

/** What is looked for; what is empty fits everything. */
export interface Wanted {
  of: '' | Trail;
  from: string;
  to: string;
  user: string | null;
  act: '' | Line['act'];
  subject: string;
}
export const everything = (): Wanted => ({ of: '', from: '', to: '', user: null, act: '', subject: '' });
/** Who opened contact data: what an auditor looks at first (R10.2). */
export const openings = (): Wanted => ({ ...everything(), of: 'complaints', act: 'reveal' });

/** As the call takes it: complaint numbers in the capitals they are written in. */
export function queryOf(wanted: Wanted) {
  const subject = wanted.subject.normalize('NFKC').trim();
  const parts = { of: wanted.of, from: wanted.from, to: wanted.to, user: wanted.user ?? '', act: wanted.act, subject: /^ts\d+$/i.test(subject) ? subject.toUpperCase() : subject };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== '')) as Partial<Omit<Wanted, 'user'> & { user: string; of: Trail; act: Line['act'] }>;
}

export type Fetch = (cursor: string | null) => Promise<Page>;
export const fetchOf = (wanted: Wanted): Fetch => {
  const query = { limit: pageSize, order: 'newest' as const, ...queryOf(wanted) };
  return (cursor) => ask(api.GET('/api/v1/audit', { params: { query: { ...query, ...(cursor ? { cursor } : {}) } as never } }));
};

export function useTrail() {
  const lines = shallowRef<Line[]>([]);
  const complete = ref(false);
  const loading = ref(false);
  const error = ref<unknown>(null);
  /** How far back the search has looked. */
  const reached = ref<string | null>(null);
  let fetch: Fetch | null = null;
  let cursor: string | null = null;
  let turn = 0;

  /** Goes on until `atLeast` more lines are there, or the end. */
  async function more(atLeast: number): Promise<void> {
    if (loading.value || complete.value || !fetch) return;
    const mine = ++turn;
    loading.value = true;
    error.value = null;
    const enough = lines.value.length + atLeast;
    try {
      do {
        const page = await fetch(cursor);
        if (mine !== turn) return;
        lines.value = [...lines.value, ...page.items].slice(0, held);
        cursor = page.next_cursor;
        reached.value = page.reached ?? reached.value;
        complete.value = cursor === null;
      } while (!complete.value && lines.value.length < Math.min(enough, held));
    } catch (problem) {
      if (mine === turn) error.value = problem;
    } finally {
      if (mine === turn) loading.value = false;
    }
  }
  function stop(): void {
    turn += 1;
    loading.value = false;
  }
  /** A new search, from the newest entry. */
  function begin(how: Fetch): Promise<void> {
    stop();
    fetch = how;
    cursor = null;
    lines.value = [];
    complete.value = false;
    reached.value = null;
    return more(1);
  }
  return { lines, complete, loading, error, reached, begin, more, stop };
}

/** One cell of CSV: quoted, and never a formula for who opens it in Excel. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
/** The lines as a file that Excel opens: with a byte order mark, lines ended as in RFC 4180. */
export const csvOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string => `\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
