// A list of any length by keyset cursors: pages are asked for as they come into sight, a bounded number stays in memory, the rest is asked for again by its cursor.
import { shallowRef, type ShallowRef } from 'vue';
import type { Complaint, Schemas } from '@/shared/api/client';

export type Answer = Pick<Schemas['Ledger'], 'items' | 'next_cursor' | 'count' | 'count_exact'>;
export type Ask = (cursor: string | null, signal: AbortSignal) => Promise<Answer>;

interface Page {
  cursor: string | null; // what it is asked for by
  next: string | null;
  start: number; // index of its first row
  length: number;
  rows: Complaint[] | null; // null: gone from memory
}
export interface Count {
  value: number;
  exact: boolean;
}

const kept = 12; // pages in memory
const ahead = 60; // rows before the end at which the next page is asked for

export class LedgerPages {
  /** Moves with every change; read it to follow. */
  readonly changed: ShallowRef<number> = shallowRef(0);
  readonly failure: ShallowRef<unknown> = shallowRef(null);
  readonly count: ShallowRef<Count | null> = shallowRef(null);
  private pages: Page[] = [];
  private running = new Map<string, Promise<void>>();
  private abort = new AbortController();
  private sight = { first: 0, last: 0 };

  constructor(private readonly ask: Ask) {}

  /** Rows found so far. */
  get length(): number {
    const last = this.pages.at(-1);
    return last ? last.start + last.length : 0;
  }
  /** Whether there may be more than `length`. */
  get more(): boolean {
    return this.pages.length === 0 || this.pages.at(-1)?.next !== null;
  }
  get begun(): boolean {
    return this.pages.length > 0;
  }

  row(index: number): Complaint | undefined {
    const page = this.pageOf(index);
    return page?.rows?.[index - page.start];
  }
  /** The place of a row in memory; -1 when it is not. */
  indexOf(number: string): number {
    for (const page of this.pages) {
      const at = page.rows?.findIndex((row) => row.number === number) ?? -1;
      if (at >= 0) return page.start + at;
    }
    return -1;
  }
  inMemory(): Complaint[] {
    return this.pages.flatMap((page) => page.rows ?? []);
  }

  /** These rows are in sight: they and what comes next are brought in. */
  async see(first: number, last: number): Promise<void> {
    this.sight = { first, last };
    const missing = this.pages.filter((page) => page.rows === null && page.start <= last + ahead && page.start + page.length > first - ahead);
    const wanted = missing.map((page) => this.load(page.cursor));
    if (this.more && last + ahead >= this.length) wanted.push(this.load(this.pages.at(-1)?.next ?? null));
    await Promise.all(wanted);
  }

  /** The rows from `first` to `last`, asked for again where they are gone from memory. */
  async range(first: number, last: number): Promise<Complaint[]> {
    const rows: Complaint[] = [];
    for (const page of [...this.pages]) {
      if (page.start > last || page.start + page.length <= first) continue;
      const held = page.rows ?? (await this.ask(page.cursor, this.abort.signal)).items;
      rows.push(...held.slice(Math.max(0, first - page.start), last - page.start + 1));
    }
    return rows;
  }

  /** In place of the row with the same number; false when it is not in memory. */
  replace(row: Complaint): boolean {
    const index = this.indexOf(row.number);
    const page = this.pageOf(index);
    if (index < 0 || !page?.rows) return false;
    page.rows = page.rows.with(index - page.start, row);
    this.changed.value++;
    return true;
  }

  /** Asks anew for what is in memory around the sight; what lies elsewhere is forgotten and comes again when seen. */
  async refresh(): Promise<void> {
    const { first, last } = this.sight;
    for (const page of this.pages) if (page.start > last || page.start + page.length <= first) page.rows = null;
    await Promise.all(this.pages.filter((page) => page.rows !== null).map((page) => this.load(page.cursor, true)));
  }

  /** What a new first page says of the list: rows that have come, and rows of its beginning that no longer belong to it. */
  compare(answer: Answer): { added: Complaint[]; gone: Complaint[] } {
    const held = this.inMemory();
    const known = new Set(held.map((row) => row.number));
    const added = answer.items.filter((row) => !known.has(row.number));
    const now = new Set(answer.items.map((row) => row.number));
    // What has come moves the rest down, out of the page: of that nothing can be said.
    const covered = answer.next_cursor === null ? this.length : answer.items.length - added.length;
    const gone = held.filter((row) => !now.has(row.number) && this.indexOf(row.number) < covered);
    return { added, gone };
  }

  /** From the beginning, with a first page that is known already. */
  begin(answer: Answer): void {
    this.stop();
    this.pages = [];
    this.take(null, answer);
  }
  stop(): void {
    this.abort.abort();
    this.abort = new AbortController();
    this.running.clear();
  }
  async retry(): Promise<void> {
    this.failure.value = null;
    await this.see(this.sight.first, this.sight.last);
  }

  private pageOf(index: number): Page | undefined {
    let low = 0;
    let high = this.pages.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const page = this.pages[middle];
      if (!page || index < page.start) high = middle - 1;
      else if (index >= page.start + page.length) low = middle + 1;
      else return page;
    }
    return undefined;
  }

  private load(cursor: string | null, again = false): Promise<void> {
    const key = `${cursor ?? ''}${again ? '!' : ''}`;
    const already = this.running.get(key);
    if (already) return already;
    const { signal } = this.abort;
    const work = this.ask(cursor, signal)
      .then((answer) => {
        if (signal.aborted) return;
        this.failure.value = null;
        this.take(cursor, answer);
      })
      .catch((error: unknown) => {
        if (!signal.aborted) this.failure.value = error;
      })
      .finally(() => {
        if (this.running.get(key) === work) this.running.delete(key);
      });
    this.running.set(key, work);
    return work;
  }

  private take(cursor: string | null, answer: Answer): void {
    let at = this.pages.findIndex((page) => page.cursor === cursor);
    if (at < 0) {
      if (this.pages.length > 0 && this.pages.at(-1)?.next !== cursor) return; // of a list that is no more
      at = this.pages.length;
    }
    const before = this.pages[at];
    this.pages[at] = { cursor, next: answer.next_cursor, start: 0, length: answer.items.length, rows: answer.items };
    // The list has changed below: what follows is asked for by new cursors.
    if (before && before.next !== answer.next_cursor) this.pages.length = at + 1;
    let start = 0;
    for (const page of this.pages) {
      page.start = start;
      start += page.length;
    }
    this.count.value = { value: answer.count, exact: answer.count_exact };
    this.forgetFar();
    this.changed.value++;
  }

  private forgetFar(): void {
    const held = this.pages.filter((page) => page.rows !== null);
    const distance = (page: Page) => Math.max(page.start - this.sight.last, this.sight.first - (page.start + page.length), 0);
    held.sort((a, b) => distance(a) - distance(b));
    for (const page of held.slice(kept)) page.rows = null;
  }
}
