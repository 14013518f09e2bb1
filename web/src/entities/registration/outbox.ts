// What was handed in and is on its way: sent until the server has answered, under one key, so that a lost answer never registers twice (R3.9).
// It lives with the window, not with a form: the next call can be taken while the network is away. Nothing of it is put into the browser's storage,
// but on a device enrolled for that (./parcels.ts): there it is sealed first, and comes back after the window was closed.
import { effectScope, reactive } from 'vue';
import { perform } from '@/entities/act/perform';
import { queued, sendAll, type Queued } from '@/entities/attachment-upload/queue';
import { api, ask, type Complaint } from '@/shared/api/client';
import { forgetKept, keep } from '@/shared/keep';
import { asProblem, explain } from '@/shared/problem';
import { say } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import { toast } from '@/shared/ui/toast';
import { useUnsaved } from '@/shared/unsaved';
import { beginAt, type IntakeForm, type Registration } from './form';
import { keepParcel, parcelsOf, release, type Parcel } from './parcels';
import { learnServerTime, serverAhead } from './server-time';
import './words';

/** `waiting`: no answer came, it is sent again by itself. `refused`: the form says why. */
export type SubmissionState = 'sending' | 'waiting' | 'refused' | 'registered';
export interface Submission {
  id: number;
  user: string;
  key: string;
  /** The draft that it came from. */
  draftKey: string;
  form: IntakeForm;
  body: Registration;
  /** Its time of receipt is this device's word: no server was asked yet how far its clock is off. */
  ownTime: boolean;
  /** It lies sealed on this device until the server has all of it. */
  sealed: boolean;
  /** It came back from there: no form stands on the page that a refusal could go to. */
  restored: boolean;
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

const keeping = new Map<number, Promise<void>>();
const after = new Map<number, { forget: () => Promise<void>; answered: (one: Submission) => void }>();
let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** No answer, or one that another attempt can change: the network, a server that restarts, a session that is being renewed. */
export function comesAgain(error: unknown): boolean {
  const problem = asProblem(error);
  return [0, 401, 429, 502, 503, 504].includes(problem.status) || (problem.status === 403 && problem.type.endsWith('/csrf'));
}
export const waitBefore = (attempt: number): number => Math.min(20_000, 1_000 * 2 ** Math.min(attempt, 5));

const patience = 15_000; // a network in a tunnel says nothing for minutes

async function post(one: Submission): Promise<void> {
  if (one.ownTime) await correctTime(one);
  const request = api.POST('/api/v1/complaints', { params: { header: { 'Idempotency-Key': one.key } }, body: one.body, signal: AbortSignal.timeout(patience) });
  one.complaint = await ask(request as Promise<{ data?: Complaint; error?: unknown; response: Response }>);
  one.known = (await request).response.status === 200;
}

/** The true time of receipt (R3.5), though this device's clock is wrong: as soon as the server can be asked. */
async function correctTime(one: Submission): Promise<void> {
  await learnServerTime();
  const ahead = serverAhead();
  if (ahead === null) return;
  one.ownTime = false;
  if (ahead !== 0 && !one.form.receivedEdited && one.body.received_at) one.body = { ...one.body, received_at: beginAt(Date.parse(one.body.received_at) + ahead) };
  if (one.sealed) await keepParcel(one);
}

async function attempt(one: Submission): Promise<void> {
  if (one.state === 'registered' || one.user !== useSession().me?.name) return;
  one.state = 'sending';
  one.attempts += 1;
  try {
    await post(one);
  } catch (error) {
    one.problem = error;
    if (comesAgain(error)) {
      one.state = 'waiting';
      return again();
    }
    if (one.restored) await backToDrafts(one);
    one.state = 'refused';
    if (!one.restored) void putAway(one); // the form has it, and its draft
    finish(one);
    return;
  }
  one.problem = null;
  one.state = 'registered';
  void after.get(one.id)?.forget().catch(() => undefined);
  finish(one);
  if (one.restored) void forgetKept('draft', one.draftKey).catch(() => undefined);
  if (one.restored) toast.ok(say('registration.sentLater', { number: one.complaint?.number ?? '' }));
  await Promise.all([sendAll(one.complaint?.number ?? '', one.files), noteReason(one)]);
  if (!hasFailed(one)) await putAway(one);
}
/** Off the device. */
async function putAway(one: Submission): Promise<void> {
  await keeping.get(one.id);
  keeping.delete(one.id);
  if (one.sealed) await release(one.key).then(() => (one.sealed = false), () => undefined);
}
/** Refused after its form is gone: it is a draft again, where it can be put right. */
async function backToDrafts(one: Submission): Promise<void> {
  const kept = await keep('draft', one.draftKey, one.form).then(() => true, () => false);
  toast.info(say('registration.sentBack', { why: explain(one.problem).detail || explain(one.problem).title }));
  if (kept) await putAway(one);
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
  // What was tried least comes first; when one finds nobody, the next would not either.
  for (const one of outbox.filter((waiting) => waiting.state === 'waiting').sort((a, b) => a.attempts - b.attempts)) {
    await attempt(one);
    if ((one as Submission).state === 'waiting') break;
  }
  again();
}
if (typeof window !== 'undefined') window.addEventListener('online', () => void sendWaiting());

interface Given {
  key: string;
  draftKey: string;
  form: IntakeForm;
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
  const one = put({ user, key: given.key, draftKey: given.draftKey, form: given.form, body: given.body, reason: given.reason, files: given.files, ownTime: serverAhead() === null });
  after.set(one.id, { forget: given.forget, answered: given.answered });
  keeping.set(one.id, keepParcel(one).then((kept) => void (one.sealed = kept)));
  void attempt(one);
  return one;
}
type Handed = Pick<Submission, 'user' | 'key' | 'draftKey' | 'form' | 'body' | 'reason' | 'files' | 'ownTime'>;
function put(handed: Handed, more: Partial<Submission> = {}): Submission {
  outbox.push({ ...handed, id: ++last, reasonState: 'none', state: 'sending', attempts: 0, problem: null, complaint: null, known: false, sealed: false, restored: false, ...more });
  return outbox.at(-1) as Submission;
}

let restoring: Promise<void> | null = null;
/** What this person handed in on this device and no window is sending: on its way again. */
export function restore(): Promise<void> {
  return (restoring ??= bringBack().finally(() => (restoring = null)));
}
async function bringBack(): Promise<void> {
  const user = useSession().me?.name;
  if (!user) return;
  for (const { value, files } of await parcelsOf(user, (key) => outbox.some((one) => one.key === key))) put(fromParcel(value, files), { state: 'waiting', sealed: true, restored: true });
  void sendWaiting();
}
function fromParcel(parcel: Parcel, files: readonly ArrayBuffer[]): Handed {
  const sent = parcel.files.map(({ key, name, type }, index): Queued => ({ ...queued(new File([files[index] ?? new ArrayBuffer(0)], name, { type })), key }));
  return { user: parcel.user, key: parcel.key, draftKey: parcel.draftKey, form: parcel.form, body: parcel.body, reason: parcel.reason, files: sent, ownTime: parcel.ownTime };
}
/** Taken off the page; what is not settled stays. */
export function dismiss(one: Submission): void {
  const index = outbox.indexOf(one);
  if (index < 0 || !isSettled(one)) return;
  outbox.splice(index, 1);
  void putAway(one);
}
export const isSettled = (one: Submission): boolean =>
  one.state === 'refused' || (one.state === 'registered' && one.files.every((file) => file.state === 'done' || file.state === 'failed') && one.reasonState !== 'sending');
export const hasFailed = (one: Submission): boolean => one.reasonState === 'failed' || one.files.some((file) => file.state === 'failed');

// Whoever closes the window with something unsent in it is asked, unless it lies safely on the device.
effectScope(true).run(() => useUnsaved(() => outbox.some((one) => !one.sealed && (!isSettled(one) || (one.state === 'registered' && hasFailed(one))))));
