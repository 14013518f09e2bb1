// What was handed in and is on its way: sent until the server has answered, under one key, so that a lost answer never registers twice (R3.9).
// It lives with the window, not with a form: the next call can be taken while the network is away. Nothing of it is put into the browser's storage,
// but on a device enrolled for that (./parcels.ts): there it is sealed first, and comes back after the window was closed.
import { effectScope, reactive, watch } from 'vue';
import { perform } from '@/entities/act/perform';
import { queued, sendAll, type Queued } from '@/entities/attachment-upload/queue';
import { api, ask, Problem, type Complaint } from '@/shared/api/client';
import { forgetKept, keep } from '@/shared/keep';
import { asProblem, explain } from '@/shared/problem';
import { say } from '@/shared/i18n';
import { useSession } from '@/shared/session';
import { toast } from '@/shared/ui/toast';
import { useUnsaved } from '@/shared/unsaved';
import { beginAt, type IntakeForm, type Registration } from './form';
import { enrolled } from '@/shared/vault';
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

const patience = 15_000; // ms; a network in a tunnel says nothing for minutes

async function post(one: Submission): Promise<void> {
  await keeping.get(one.id); // on the device first
  if (one.ownTime) await correctTime(one);
  const signal = AbortSignal.timeout(patience);
  const request = api.POST('/api/v1/complaints', { params: { header: { 'Idempotency-Key': one.key } }, body: one.body, signal });
  try {
    one.complaint = await ask(request as Promise<{ data?: Complaint; error?: unknown; response: Response }>);
  } catch (error) {
    throw signal.aborted ? new Problem(0, '', '') : error; // browsers differ in what they call it
  }
  one.known = (await request).response.status === 200;
}
/** The true time of receipt (R3.5), though this device's clock is wrong: before anything is sent, or the same key would come with two bodies. */
async function correctTime(one: Submission): Promise<void> {
  await learnServerTime();
  const ahead = serverAhead();
  if (ahead === null) throw new Problem(0, '', '');
  one.ownTime = false;
  if (ahead !== 0 && !one.form.receivedEdited && one.body.received_at) {
    one.form.received = beginAt(Date.parse(one.body.received_at) + ahead);
    one.body = { ...one.body, received_at: one.form.received };
  }
  if (one.sealed) await keepParcel(one);
}

const underway = new Set<number>();
async function attempt(one: Submission): Promise<void> {
  if (underway.has(one.id) || one.state === 'registered' || one.state === 'refused' || one.user !== useSession().me?.name) return;
  underway.add(one.id);
  one.state = 'sending';
  one.attempts += 1;
  try {
    await post(one);
    registered(one);
  } catch (error) {
    await unanswered(one, error);
  } finally {
    underway.delete(one.id);
  }
}
async function unanswered(one: Submission, error: unknown): Promise<void> {
  one.problem = error;
  // Its form is gone: it is a draft again, where it can be put right.
  if (comesAgain(error) || (one.restored && !(await backToDrafts(one)))) {
    one.state = 'waiting';
    return again();
  }
  one.state = 'refused';
  if (!one.restored || one.files.length === 0) void putAway(one);
  else if (one.sealed) await keepParcel(one); // its files wait for the draft
  finish(one);
}
function registered(one: Submission): void {
  one.problem = null;
  if (one.reason !== '' && !one.known) one.reasonState = 'sending';
  one.state = 'registered';
  void after.get(one.id)?.forget().catch(() => undefined);
  finish(one);
  if (one.restored) {
    void forgetKept('draft', one.draftKey).catch(() => undefined);
    toast.ok(say('registration.sentLater', { number: one.complaint?.number ?? '' }));
  }
  void sendRest(one);
}
/** What comes after the number: files, and the reason of a graver severity. How far it got stays on the device until all is through. */
async function sendRest(one: Submission): Promise<void> {
  if (one.sealed && (one.files.length > 0 || one.reason !== '')) await keepParcel(one);
  await Promise.all([sendAll(one.complaint?.number ?? '', one.files), one.reasonState === 'done' ? undefined : noteReason(one)]);
  if (one.sealed && hasFailed(one)) await keepParcel(one);
}
/** Off the device. */
async function putAway(one: Submission): Promise<void> {
  await keeping.get(one.id);
  keeping.delete(one.id);
  if (one.sealed) await release(one.key).then(() => (one.sealed = false), () => undefined);
}
async function backToDrafts(one: Submission): Promise<boolean> {
  const kept = await keep('draft', one.draftKey, one.form).then(() => true, () => false);
  if (kept) toast.info(say('registration.sentBack', { why: explain(one.problem).detail || explain(one.problem).title }));
  return kept;
}
/** The form that takes up what was refused takes its files too. */
export function takeBack(draftKey: string): Queued[] {
  const index = outbox.findIndex((one) => one.draftKey === draftKey && one.restored && one.state === 'refused');
  return index < 0 ? [] : (outbox.splice(index, 1)[0]?.files ?? []);
}
/** No form stands on the page any longer that an answer could go to. */
export function leaveForm(one: Submission): void {
  const found = outbox.find((other) => other.id === one.id);
  if (found && (found.state === 'sending' || found.state === 'waiting')) found.restored = true;
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

const mineWaiting = (): Submission[] => outbox.filter((one) => one.state === 'waiting' && one.user === useSession().me?.name);
function again(): void {
  clearTimeout(timer);
  const waiting = mineWaiting();
  if (waiting.length === 0) return;
  timer = setTimeout(() => void sendWaiting(), waitBefore(Math.min(...waiting.map((one) => one.attempts))));
}
/** All that waits, now; while the login stands over the page nothing would get through. */
export async function sendWaiting(): Promise<void> {
  clearTimeout(timer);
  if (useSession().expired) return void (timer = setTimeout(() => void sendWaiting(), 2_000));
  // What was tried least comes first; when one finds nobody, the next would not either.
  for (const one of mineWaiting().sort((a, b) => a.attempts - b.attempts)) {
    await attempt(one);
    if ((one as Submission).state === 'waiting') break;
  }
  again();
}
/** Files and reasons that did not get through. */
function sendRests(): void {
  for (const one of outbox) if (one.sealed && one.state === 'registered' && isSettled(one) && hasFailed(one)) void sendRest(one);
}
if (typeof window !== 'undefined') {
  window.addEventListener('online', () => {
    void sendWaiting();
    sendRests();
  });
}

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
  const one = put({ user, key: given.key, draftKey: given.draftKey, form: given.form, body: given.body, reason: given.reason, files: given.files, ownTime: enrolled.value && serverAhead() === null });
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
  for (const { value, files } of await parcelsOf(user, (key) => outbox.some((one) => one.key === key))) {
    const { complaint, reasonState } = value;
    const one = put(fromParcel(value, files), { state: complaint ? 'registered' : value.refused ? 'refused' : 'waiting', complaint, reasonState, sealed: true, restored: true });
    if (complaint) void sendRest(one);
  }
  void sendWaiting();
}
function fromParcel(parcel: Parcel, files: readonly ArrayBuffer[]): Handed {
  const sent = parcel.files.map(({ key, name, type, done }, index): Queued => ({ ...queued(new File([files[index] ?? new ArrayBuffer(0)], name, { type })), key, ...(done ? { state: 'done', progress: 1 } : {}) }));
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

// What has all gone through needs no place on the device any more, whoever sent the last of it.
effectScope(true).run(() => watch(() => outbox.filter((one) => one.sealed && one.state === 'registered' && isSettled(one) && !hasFailed(one)), (done) => done.forEach((one) => void putAway(one))));
// Whoever closes the window with something unsent in it is asked, unless it lies safely on the device.
effectScope(true).run(() => useUnsaved(() => outbox.some((one) => !one.sealed && (!isSettled(one) || (one.state === 'registered' && hasFailed(one))))));
