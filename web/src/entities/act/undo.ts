// Taking back what was done by a slip of the hand, for the seconds that the rule book gives; the server judges, this only offers it.
import type { QueryClient } from '@tanstack/vue-query';
import { api, ask, type Complaint, type Schemas } from '@/shared/api/client';
import { say } from '@/shared/i18n';
import { keys } from '@/shared/keys';
import { explainShort } from '@/shared/problem';
import { settingOf } from '@/shared/reference';
import { dismiss, toast } from '@/shared/ui/toast';
import './words';

export type Undoable = Pick<Complaint, 'number' | 'version'>;
export const canUndo = (after: Pick<Complaint, 'possible_acts'>): boolean => after.possible_acts.includes('undo');

/** Those that are offered now, and the notice that offers them. */
let offered: { items: readonly Undoable[]; notice: number; client: QueryClient } | null = null;

export const secondsToUndo = (client: QueryClient): number => settingOf(client.getQueryData<Schemas['PolicyList']>(keys.reference('policies'))?.items, 'undo_seconds', 10);

/** Takes one back. Gives what stands then, or throws what the server says against it. */
export const undo = ({ number, version }: Undoable): Promise<Complaint> =>
  ask(api.POST('/api/v1/complaints/{number}/undo', { params: { path: { number }, header: { 'If-Match': `"${version}"` } } }));

/** The one on the page, whether or not a notice offers it. */
export const undoNow = (complaint: Undoable, client: QueryClient): Promise<void> => {
  if (offered?.items.some(({ number }) => number === complaint.number)) {
    dismiss(offered.notice);
    offered = null;
  }
  return takeBack([complaint], client);
};

async function takeBack(items: readonly Undoable[], client: QueryClient): Promise<void> {
  const results = await Promise.allSettled(items.map(undo));
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  const done = results.length - refused.length;
  for (const { number } of items) void client.invalidateQueries({ queryKey: keys.complaint(number) });
  void client.invalidateQueries({ queryKey: ['complaints'] });
  void client.invalidateQueries({ queryKey: ['figures'] });
  if (done > 0) toast.ok(say('actForm.undone', done));
  if (refused.length > 0) toast.problem(refused.length === 1 ? refused[0] : say('actForm.undoRefused', { n: refused.length, why: explainShort(refused[0]) }));
}

/** Says what was done, with a button (and the key `z`) that takes it back where that can be. */
export function offerUndo(text: string, after: readonly Complaint[], client: QueryClient): void {
  const items = after.filter(canUndo).map(({ number, version }): Undoable => ({ number, version }));
  if (items.length === 0) {
    toast.ok(text);
    return;
  }
  const notice = toast.ok(text, { label: say('actForm.undo'), keys: 'Z', run: undoOffered }, secondsToUndo(client));
  offered = { items, notice, client };
}

/** What the key does: the latest that was offered, once. */
export function undoOffered(): void {
  if (!offered) return;
  const { items, notice, client } = offered;
  offered = null;
  dismiss(notice);
  void takeBack(items, client);
}
