// Does an act on a complaint. The same submission sent twice (a lost answer, a second press) is done once.
import { api, ask, type ActName, type Complaint } from '@/shared/api/client';
import { noteMade } from '@/shared/made-here';
import { needsNoVersion } from './table';

type Answer = { data?: Complaint; error?: unknown; response: Response };
// The acts have one address each and the same shape: the client's types are narrower than a table can be.
type Post = (path: string, options: { params: { path: { number: string }; header: Record<string, string> }; body: Record<string, unknown> }) => Promise<Answer>;
const post = api.POST as unknown as Post;

// crypto.randomUUID is missing where the address is plain http.
const randomKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const sent = new Map<string, string>();
/** A key for this submission: the same for the same content, whatever the version is by now (it may be our own doing), so that trying again cannot do it twice. */
export function submissionKey(number: string, act: ActName, body: Record<string, unknown>): string {
  const what = `${number} ${act} ${JSON.stringify(body)}`;
  let key = sent.get(what);
  if (!key) {
    key = randomKey();
    sent.clear(); // only the latest can be in doubt
    sent.set(what, key);
  }
  return key;
}
/** The server has answered: the same content again is a new submission. */
export const forgetSubmission = (): void => sent.clear();

export async function perform(number: string, act: ActName, body: Record<string, unknown>, version: number): Promise<Complaint> {
  const header: Record<string, string> = { 'Idempotency-Key': submissionKey(number, act, body) };
  if (!needsNoVersion(act)) header['If-Match'] = `"${version}"`;
  try {
    const after = await ask(post(`/api/v1/complaints/{number}/${act}`, { params: { path: { number }, header }, body }));
    forgetSubmission();
    noteMade(number, after.version);
    return after;
  } catch (error) {
    if ((error as { status?: number }).status !== 0) forgetSubmission();
    throw error;
  }
}
