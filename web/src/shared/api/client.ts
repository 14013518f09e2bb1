// The one way to the server: typed by api/openapi.yaml, errors as `Problem`, session by cookie with its CSRF token.
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.gen';

export type Schemas = components['schemas'];
export type Complaint = Schemas['Complaint'];
export type Clock = Schemas['Clock'];
export type Event = Schemas['Event'];
export type ActName = Schemas['ActName'];
export type Stage = Schemas['Stage'];
export type Brief = Schemas['Brief'];

/** A refusal of the server (RFC 9457), or `status` 0 when it could not be reached. `errors` point at fields: `/place/line`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly { pointer: string; detail: string }[] = [],
    readonly type = 'about:blank',
    /** Seconds to wait, when the server said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail || title);
    this.name = 'Problem';
  }
  /** What is said of one field: `/content`; nothing when it is fine. */
  of(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`))?.detail;
  }
}

type Listener = (problem: Problem) => void;
const state: { csrf: string | null; language: string; unauthenticated: Listener[]; staleCsrf: Listener[]; reach: ((reached: boolean) => void)[] } = {
  csrf: null,
  language: 'zh-CN',
  unauthenticated: [],
  staleCsrf: [],
  reach: [],
};

export const setCsrf = (csrf: string | null) => void (state.csrf = csrf);
export const setLanguage = (language: string) => void (state.language = language);
/** Called when a request other than the login itself is refused for want of a session. */
export const onUnauthenticated = (listener: Listener) => void state.unauthenticated.push(listener);
/** Called when the session was renewed elsewhere (another window), so that our token is not its token any more. */
export const onStaleCsrf = (listener: Listener) => void state.staleCsrf.push(listener);
/** Called with each answer (true) and each failure to reach the server (false). */
export const onReach = (listener: (reached: boolean) => void) => void state.reach.push(listener);
const reach = (reached: boolean) => state.reach.forEach((listener) => listener(reached));
/** Headers for requests that are made by hand (uploads). */
export const ownHeaders = (): Record<string, string> => ({
  'Accept-Language': state.language,
  ...(state.csrf ? { 'X-CSRF-Token': state.csrf } : {}),
});

const headers: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(ownHeaders())) request.headers.set(name, value);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: '/' });
api.use(headers);

/** Makes a `Problem` of an answer that is no success. */
export async function problemOf(response: Response): Promise<Problem> {
  let body: { title?: string; detail?: string; type?: string; errors?: { pointer: string; detail: string }[] } = {};
  try {
    body = await response.clone().json();
  } catch {
    /* not one of ours: a proxy's page */
  }
  const problem = new Problem(response.status, body.title ?? '', body.detail ?? '', body.errors ?? [], body.type, retryAfter(response));
  tell(problem, response);
  return problem;
}

const retryAfter = (response: Response): number | null => Number(response.headers.get('Retry-After')) || null;
// The login itself is refused with 401 too; that ends no session.
const tell = (problem: Problem, response: Response) => {
  if (problem.status === 401 && !response.url.endsWith('/api/v1/session')) for (const listener of state.unauthenticated) listener(problem);
  if (problem.status === 403 && problem.type.endsWith('/csrf')) for (const listener of state.staleCsrf) listener(problem);
};

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** `const page = await ask(api.GET('/api/v1/complaints', {...}))`: the data, or throws a `Problem`. */
export async function ask<T>(request: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    reach(false);
    throw new Problem(0, '', '');
  }
  if (!answer.response.headers.has('X-Hearline-Kept')) reach(true); // else it came from the device (src/offline/worker.ts)
  if (!answer.response.ok) throw problemFromParsed(answer);
  return answer.data as T;
}

function problemFromParsed(answer: Answer<unknown>): Problem {
  const body = (typeof answer.error === 'object' && answer.error !== null ? answer.error : {}) as Partial<Problem>;
  const problem = new Problem(answer.response.status, body.title ?? '', body.detail ?? '', body.errors ?? [], body.type, retryAfter(answer.response));
  tell(problem, answer.response);
  return problem;
}
