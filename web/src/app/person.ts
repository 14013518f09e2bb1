// Windows share one session: who comes back to this one sees whether it is still theirs, and never the pages of another person.
import { onScopeDispose, watch } from 'vue';
import type { useSession } from '@/shared/session';
import { dropKept } from '@/shared/keep';
import { onRefused } from '@/shared/live';
import { returns } from './connection';

const pause = 30_000;

export function watchPerson(session: ReturnType<typeof useSession>): void {
  let last = Date.now();
  const name = session.me?.name;
  async function look(): Promise<void> {
    if ((document.visibilityState !== 'visible' && !session.standsIn) || session.expired) return;
    last = Date.now();
    const me = await session.peek().catch(() => undefined); // unreachable: nothing is known
    if (me === undefined || me === null || me.name === name) return;
    dropKept();
    location.assign('/staff/');
  }
  const onVisible = () => void (Date.now() - last >= pause && look());
  onRefused(() => void look()); // ended elsewhere: said now, not only after the next act
  watch(returns, () => void look()); // who stood in without the server is now known to it, or logs in
  const timer = setInterval(() => void (session.standsIn && look()), 10_000); // until the server has said it
  onScopeDispose(() => clearInterval(timer));
  document.addEventListener('visibilitychange', onVisible);
  onScopeDispose(() => document.removeEventListener('visibilitychange', onVisible));
}
