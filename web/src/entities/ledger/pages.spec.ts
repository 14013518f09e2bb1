import { describe, expect, it } from 'vitest';
import type { Complaint } from '@/shared/api/client';
import { LedgerPages, type Answer } from './pages';

const complaint = (index: number, version = 1) => ({ number: `TS${index}`, version }) as unknown as Complaint;

/** A list of so many rows by cursors; says what it was asked for. */
function server(rows: number[], size = 100) {
  const asked: (string | null)[] = [];
  const ask = async (cursor: string | null): Promise<Answer> => {
    asked.push(cursor);
    const from = cursor === null ? 0 : rows.findIndex((row) => row > Number(cursor));
    const items = from < 0 ? [] : rows.slice(from, from + size);
    const last = items.at(-1);
    const more = last !== undefined && rows.at(-1) !== last;
    return { items: items.map((row) => complaint(row)), next_cursor: more ? String(last) : null, count: Math.min(rows.length, 1000), count_exact: rows.length <= 1000 };
  };
  return { ask, asked };
}
const numbers = (length: number) => Array.from({ length }, (_, index) => index);

async function scrollTo(pages: LedgerPages, index: number) {
  for (let at = 0; at <= index; at += 40) await pages.see(at, at + 20);
}

describe('pages by cursors', () => {
  it('asks for the first page, then ahead of the sight', async () => {
    const { ask, asked } = server(numbers(250));
    const pages = new LedgerPages(ask);
    expect([pages.length, pages.more, pages.begun]).toEqual([0, true, false]);
    await pages.see(0, 20);
    expect([pages.length, pages.more, pages.count.value]).toEqual([100, true, { value: 250, exact: true }]);
    await pages.see(10, 30);
    expect(asked).toEqual([null]);
    await pages.see(30, 50);
    expect(asked).toEqual([null, '99']);
    await pages.see(130, 150);
    expect([pages.length, pages.more]).toEqual([250, false]);
    expect(pages.row(249)?.number).toBe('TS249');
    expect(pages.row(250)).toBeUndefined();
  });
  it('asks once for what is under way', async () => {
    const { ask, asked } = server(numbers(250));
    const pages = new LedgerPages(ask);
    await Promise.all([pages.see(0, 20), pages.see(0, 20), pages.see(1, 21)]);
    expect(asked).toEqual([null]);
  });
  it('keeps a bounded number in memory and brings the rest back by its cursor', async () => {
    const { ask, asked } = server(numbers(10_000));
    const pages = new LedgerPages(ask);
    await scrollTo(pages, 5000);
    expect(pages.length).toBeGreaterThan(5000);
    expect(pages.inMemory().length).toBeLessThanOrEqual(1200);
    expect(pages.row(0)).toBeUndefined();
    expect(pages.row(5000)?.number).toBe('TS5000');
    const before = asked.length;
    await pages.see(0, 20);
    expect(pages.row(0)?.number).toBe('TS0');
    expect(asked.slice(before)).toEqual([null]);
  });
  it('gives a range, also what is gone from memory', async () => {
    const pages = new LedgerPages(server(numbers(3000)).ask);
    await scrollTo(pages, 2500);
    const range = await pages.range(95, 205);
    expect([range.length, range[0]?.number, range.at(-1)?.number]).toEqual([111, 'TS95', 'TS205']);
  });
  it('replaces a row in its place', async () => {
    const pages = new LedgerPages(server(numbers(150)).ask);
    await scrollTo(pages, 60);
    expect(pages.replace(complaint(120, 7))).toBe(true);
    expect(pages.row(120)?.version).toBe(7);
    expect(pages.replace(complaint(999))).toBe(false);
  });
  it('drops what follows when a page has changed', async () => {
    const rows = numbers(300);
    const pages = new LedgerPages(server(rows).ask);
    await scrollTo(pages, 250);
    expect(pages.length).toBe(300);
    rows.splice(10, 5);
    await pages.see(0, 20);
    await pages.refresh();
    expect(pages.row(10)?.number).toBe('TS15');
    const seen = new Set(pages.inMemory().map((row) => row.number));
    expect(seen.size).toBe(pages.inMemory().length);
  });
  it('says what went wrong, keeps what it has, and tries again', async () => {
    let broken = false;
    const { ask } = server(numbers(300));
    const pages = new LedgerPages(async (cursor) => {
      if (broken) throw new Error('lost');
      return ask(cursor);
    });
    await pages.see(0, 20);
    broken = true;
    await pages.see(80, 99);
    expect(pages.failure.value).toBeInstanceOf(Error);
    expect(pages.length).toBe(100);
    broken = false;
    await pages.retry();
    expect(pages.failure.value).toBeNull();
    expect(pages.length).toBe(200);
  });
  it('compares a new first page with what it has', async () => {
    const pages = new LedgerPages(server(numbers(250)).ask);
    await pages.see(0, 20);
    const items = [complaint(-1), ...numbers(100).filter((index) => index !== 5).map((index) => complaint(index))];
    const { added, gone } = pages.compare({ items: items.slice(0, 100), next_cursor: '98', count: 250, count_exact: true });
    expect([added.map((row) => row.number), gone.map((row) => row.number)]).toEqual([['TS-1'], ['TS5']]);
    const all = pages.compare({ items: items.slice(0, 3), next_cursor: null, count: 3, count_exact: true });
    expect(all.gone).toHaveLength(98);
  });
  it('begins anew with a first page', async () => {
    const pages = new LedgerPages(server(numbers(300)).ask);
    await pages.see(0, 99);
    pages.begin({ items: [complaint(-1)], next_cursor: '50', count: 301, count_exact: true });
    expect([pages.length, pages.more, pages.row(0)?.number]).toEqual([1, true, 'TS-1']);
  });
});
