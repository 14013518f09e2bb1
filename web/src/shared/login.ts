// What the login form does, the same on the login page and in the dialog over a page whose session ended.
import { computed, onScopeDispose, reactive, ref } from 'vue';
import { Problem } from './api/client';
import { useSession } from './session';

export const shortestPassword = 10;

/** `login.…` key of what is wrong with a new password, or nothing. */
export function newPasswordFault(old: string, fresh: string, again: string): { field: 'new_password' | 'again'; key: string } | null {
  if ([...fresh].length < shortestPassword) return { field: 'new_password', key: 'login.tooShort' };
  if (fresh === old) return { field: 'new_password', key: 'login.same' };
  return fresh === again ? null : { field: 'again', key: 'login.different' };
}

export function useLogin(username = '') {
  const session = useSession();
  const form = reactive({ username, password: '', code: '', new_password: '', again: '' });
  /** Field → message key or a sentence of the server's. */
  const faults = reactive<Record<string, string>>({});
  const problem = ref<unknown>(null);
  const busy = ref(false);
  const mustChange = ref(false);
  const waitUntil = ref(0);
  const moment = ref(Date.now());
  const seconds = computed(() => Math.max(0, Math.ceil((waitUntil.value - moment.value) / 1000)));
  const timer = setInterval(() => waitUntil.value > 0 && (moment.value = Date.now()), 500);
  onScopeDispose(() => clearInterval(timer));

  function check(): boolean {
    for (const key of Object.keys(faults)) delete faults[key];
    problem.value = null;
    if (!form.username.trim()) faults.username = 'login.missingName';
    if (!form.password) faults.password = 'login.missingPassword';
    const fault = mustChange.value ? newPasswordFault(form.password, form.new_password, form.again) : null;
    if (fault) faults[fault.field] = fault.key;
    return Object.keys(faults).length === 0;
  }

  function refused(error: unknown): void {
    problem.value = error;
    if (!(error instanceof Problem)) return;
    for (const one of error.errors) faults[one.pointer.slice(1)] = one.detail;
    if (error.errors.length > 0) problem.value = null;
    if (error.status === 429 || error.status === 503) {
      moment.value = Date.now();
      waitUntil.value = moment.value + (error.retryAfter ?? 30) * 1000;
    }
  }

  /** `in`, `change` (a new password is asked for), or `refused`. `other`: another person than before. */
  async function submit(): Promise<{ outcome: 'in' | 'change' | 'refused'; other: boolean }> {
    if (busy.value || seconds.value > 0 || !check()) return { outcome: 'refused', other: false };
    busy.value = true;
    try {
      const other = await session.login({
        username: form.username.trim(), password: form.password, ...(form.code ? { code: form.code } : {}), ...(mustChange.value ? { new_password: form.new_password } : {}),
      });
      mustChange.value = session.me?.must_change_password === true;
      return { outcome: mustChange.value ? 'change' : 'in', other };
    } catch (error) {
      refused(error);
      return { outcome: 'refused', other: false };
    } finally {
      busy.value = false;
    }
  }
  return { form, faults, problem, busy, mustChange, seconds, submit };
}
