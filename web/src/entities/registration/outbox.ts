// What was handed in and is on its way: sent until the server has answered, under one key, so that a lost answer never registers twice (R3.9).
// It lives with the window, not with a form: the next call can be taken while the network is away. Nothing of it is put into the browser's storage.
import { effectScope, reactive } from 'vue';
import { perform } from '@/entities/act/perform';
import { sendAll, type Queued } from '@/entities/attachment-upload/queue';
import { api, ask, type Complaint } from '@/shared/api/client';
import { asProblem } from '@/shared/problem';
import { useSession } from '@/shared/session';
import { useUnsaved } from '@/shared/unsaved';
import type { Registration } from './form';

/** `waiting`: no answer came, it is sent again by itself. `refused`: the form says why. */
export type SubmissionState = 'sending' | 'waiting' | 'refused' | 'registered';
export interface Submission {
  id: number;
  user: string;
  key: string;
  body: Registration;
  /** Why it is graver than ordinary: noted on the complaint once it has a number. */
  reason: string;
  reasonState: 'none' | 'sending' | 'done' | 'failed';
  files: Queued[];
  state: SubmissionState;
  attempts: number;
  problem: unknown;
  complaint: Complaint | null;
  /** The server had it already, under the same number at its source. */
  known: boolean;
}
export const outbox = reactive<Submission[]>([]);

const after = new Map<number, { forget: () => Promise<void>; answered: (one: Submission) => void }>();
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** No answer, or one that another attempt can change: the network, a server that restarts, a session that is being renewed. */
export function comesAgain(error: unknown): boolean {
  const problem = asProblem(error);
  return [0, 401, 429, 502, 503, 504].includes(problem.status) || (problem.status === 403 && problem.type.endsWith('/csrf'));
}
export const waitBefore = (attempt: number): number => Math.min(20_000, 1_000 * 2 ** Math.min(attempt, 5));

async function post(one: Submission): Promise<void> {
  const request = api.POST('/api/v1/complaints', { params: { header: { 'Idempotency-Key': one.key } }, body: one.body });
  one.complaint = await ask(request as Promise<{ data?: Complaint; error?: unknown; response: Response }>);
  one.known = (await request).response.status === 200;
}

async function attempt(one: Submission): Promise<void> {
  if (one.state === 'registered' || one.user !== useSession().me?.name) return;
  one.state = 'sending';
  one.attempts += 1;
  try {
    await post(one);
  } catch (error) {
    one.problem = error;
    one.state = comesAgain(error) ? 'waiting' : 'refused';
    if (one.state === 'refused') finish(one);
    else again();
    return;
  }
  one.problem = null;
  one.state = 'registered';
  void after.get(one.id)?.forget().catch(() => undefined);
  finish(one);
  await Promise.all([sendAll(one.complaint?.number ?? '', one.files), noteReason(one)]);
}
function finish(one: Submission): void {
  after.get(one.id)?.answered(one);
  after.delete(one.id);
}

export async function noteReason(one: Submission): Promise<void> {
  if (one.reason === '' || !one.complaint || one.known) return;
  one.reasonState = 'sending';
  try {
    await perform(one.complaint.number, 'note', { text: one.reason }, one.complaint.version);
    one.reasonState = 'done';
  } catch {
    one.reasonState = 'failed';
  }
}

function again(): void {
  clearTimeout(timer);
  const waiting = outbox.filter((one) => one.state === 'waiting');
  if (waiting.length === 0) return;
  timer = setTimeout(() => void sendWaiting(), waitBefore(Math.min(...waiting.map((one) => one.attempts))));
}
/** All that waits, now; while the login stands over the page nothing would get through. */
export async function sendWaiting(): Promise<void> {
  clearTimeout(timer);
  if (useSession().expired) return void (timer = setTimeout(() => void sendWaiting(), 2_000));
  for (const one of outbox.filter((waiting) => waiting.state === 'waiting')) await attempt(one);
  again();
}
if (typeof window !== 'undefined') window.addEventListener('online', () => void sendWaiting());

interface Given {
  key: string;
  body: Registration;
  reason: string;
  files: Queued[];
  forget: () => Promise<void>;
  /** Once the server has answered, however it did. */
  answered: (one: Submission) => void;
}
export function submit(given: Given): Submission {
  const user = useSession().me?.name ?? '';
  // Another person sits here now: what the one before left unsent stands among that one's drafts.
  for (const other of outbox.filter((one) => one.user !== user)) outbox.splice(outbox.indexOf(other), 1);
  outbox.push({
    id: ++last, user, key: given.key, body: given.body, reason: given.reason, reasonState: 'none', files: given.files, state: 'sending', attempts: 0, problem: null, complaint: null, known: false,
  });
  const one = outbox.at(-1) as Submission;
  after.set(one.id, { forget: given.forget, answered: given.answered });
  void attempt(one);
  return one;
}
/** Taken off the page; what is not settled stays. */
export function dismiss(one: Submission): void {
  const index = outbox.indexOf(one);
  if (index >= 0 && isSettled(one)) outbox.splice(index, 1);
}
export const isSettled = (one: Submission): boolean =>
  one.state === 'refused' || (one.state === 'registered' && one.files.every((file) => file.state === 'done' || file.state === 'failed') && one.reasonState !== 'sending');
export const hasFailed = (one: Submission): boolean => one.reasonState === 'failed' || one.files.some((file) => file.state === 'failed');

// Whoever closes the window with something unsent in it is asked.
effectScope(true).run(() => useUnsaved(() => outbox.some((one) => !isSettled(one) || (one.state === 'registered' && hasFailed(one)))));
