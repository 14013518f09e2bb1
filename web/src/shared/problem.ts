// A refusal in the user's words: what happened, and what to do about it. Never a code, a key or a stack.
import { Problem } from './api/client';
import { duration } from './format';
import { say } from './i18n';

export interface Explanation {
  title: string;
  detail: string; // what the server said of this case, may be empty
  remedy: string; // empty when the server's sentence says it
  /** Trying the same again may help. */
  retry: boolean;
}

const byStatus: Record<number, string> = {
  0: 'offline', 400: 'malformed', 401: 'unauthenticated', 403: 'forbidden', 404: 'notFound', 409: 'conflict', 412: 'stale', 413: 'tooLarge', 415: 'unsupported', 422: 'invalid', 428: 'stale',
  429: 'throttled', 502: 'unavailable', 503: 'unavailable', 504: 'unavailable', 507: 'full',
};

/** The server's sentence of these says itself what to do first. */
const saysItself = /\/(has-people|has-units|has-entries|parent-retired|always-in-use|last-of-role|name-taken|too-many-\w+)$/;

export const asProblem = (error: unknown): Problem => (error instanceof Problem ? error : new Problem(error instanceof TypeError ? 0 : 500, '', ''));

export function explain(error: unknown): Explanation {
  const problem = asProblem(error);
  const key = byStatus[problem.status] ?? 'broken';
  const title = say(`problem.${key}`);
  // The server's sentence is in the user's language; for what it did not foresee it says nothing that helps.
  const detail = key === 'broken' || problem.detail === problem.title ? '' : problem.detail;
  if (detail && saysItself.test(problem.type)) return { title, detail, remedy: '', retry: false };
  const remedy = problem.status === 429 && problem.retryAfter ? say('problem.throttledFor', { wait: duration(problem.retryAfter) }) : say(`problem.${key}Remedy`);
  return { title, detail, remedy, retry: [0, 429, 502, 503, 504].includes(problem.status) || problem.status >= 500 };
}

/** One line, for a toast. */
export function explainShort(error: unknown): string {
  const { title, detail, remedy } = explain(error);
  return [detail || title, remedy].filter(Boolean).join(' ');
}
