// Who is logged in, and what they may do. When the session ends the page stays as it is: `expired` opens the login over it.
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { remember } from './device';
import { api, ask, onStaleCsrf, onUnauthenticated, setCsrf, type Schemas } from './api/client';
import type { Role } from './page';
import { enrolled } from './vault';

export type Me = Schemas['Me'];
export type Permission =
  | 'register_complaint' | 'read_ledger' | 'read_figures' | 'export_ledger' | 'import_data' | 'edit_rules' | 'edit_reference' | 'edit_organisation' | 'edit_people' | 'edit_roles' | 'edit_sessions'
  | 'read_people' | 'read_audit' | 'read_rules' | 'read_reference';
export interface LoginBody {
  username: string;
  password: string;
  code?: string | null;
  new_password?: string | null;
}

// Whoever logs out of a device without network has logged out: the session that the server still has is ended before anybody comes in by it.
const leavingMark = 'hearline.leaving';
const leaving = (): boolean => enrolled.value && localStorage.getItem(leavingMark) !== null;
function leave(now: boolean): void {
  if (now) localStorage.setItem(leavingMark, '1');
  else if (enrolled.value) localStorage.removeItem(leavingMark);
}

export const useSession = defineStore('session', () => {
  const me = ref<Me | null>(null);
  /** Whether the server was asked who one is. */
  const known = ref(false);
  /** The session ended while a page is open. */
  const expired = ref(false);
  /** The server cannot be reached; this is who worked with this device last (shared/device.ts). It has not said so itself. */
  const standsIn = ref(false);

  const role = computed<Role | null>(() => me.value?.role ?? null);
  const name = computed(() => me.value?.display_name || me.value?.name || '');
  /** A session that went on over a page stays one while a new password is asked for, or the page would be gone. */
  const loggedIn = computed(() => me.value !== null && (!me.value.must_change_password || expired.value));

  function take(next: Me | null): void {
    me.value = next;
    known.value = true;
    standsIn.value = false;
    void remember(next);
    setCsrf(next?.csrf ?? null);
    if (next && !next.must_change_password) expired.value = false;
  }

  function standIn(person: Me): void {
    me.value = person;
    known.value = true;
    standsIn.value = true;
  }

  /** Asks who one is; nobody when there is no session. Throws when the server cannot be reached. */
  async function load(): Promise<Me | null> {
    const answer = await ask(api.GET('/api/v1/me')).catch((problem: unknown) => {
      if ((problem as { status?: number }).status === 401) return null;
      throw problem;
    });
    if (answer === null && standsIn.value) return null; // came late: the login opens over the page
    if (answer && leaving()) {
      setCsrf(answer.csrf);
      await ask(api.DELETE('/api/v1/session')); // unreachable again: nobody comes in
      leave(false);
      take(null);
      return null;
    }
    take(answer);
    return answer;
  }

  /** Asks who one is now, while somebody is known: takes a renewed token, leaves an ended session to its dialog. Null when it ended. */
  async function peek(): Promise<Me | null> {
    const answer = await ask(api.GET('/api/v1/me')).catch((problem: unknown) => {
      if ((problem as { status?: number }).status === 401) return null;
      throw problem;
    });
    if (answer && answer.name === me.value?.name) take(answer);
    return answer;
  }

  /** Logs in; throws the `Problem`. True when it is another person than before. */
  async function login(body: LoginBody): Promise<boolean> {
    const before = me.value?.name;
    const answer = await ask(api.POST('/api/v1/session', { body }));
    leave(false);
    take(answer);
    return before !== undefined && before !== answer.name;
  }

  async function logout(): Promise<void> {
    await remember(null);
    const ended = await ask(api.DELETE('/api/v1/session', { signal: AbortSignal.timeout(5_000) })).then(() => true, (problem: { status?: number }) => problem.status === 401); // gone already, or gone with its time
    if (!ended && enrolled.value) leave(true);
    expired.value = false;
    take(null);
  }

  async function changePassword(old_password: string, new_password: string): Promise<void> {
    await ask(api.PUT('/api/v1/me/password', { body: { old_password, new_password } }));
    await load();
  }

  /** A permission as the server names it. What one may do to a complaint stands in its `possible_acts`. */
  const can = (permission: Permission | (string & {})): boolean => me.value?.permissions.includes(permission) ?? false;
  const is = (...roles: readonly Role[]): boolean => role.value !== null && roles.includes(role.value);

  onUnauthenticated(() => {
    if (me.value && !me.value.must_change_password) expired.value = true;
  });

  onStaleCsrf(() => void peek().catch(() => undefined));

  return { me, known, expired, standsIn, role, name, loggedIn, load, peek, login, logout, changePassword, can, is, take, standIn };
});
