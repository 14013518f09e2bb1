// The one way to the server: JSON in and out, a limit on waiting, and refusals as `Problem`.

/** What a refusal says, as it is kept beside what was refused. */
export type Refusal = Pick<Problem, 'status' | 'detail' | 'errors' | 'foreign'>;
/** A refusal (RFC 9457). `status` 0: the server was not reached. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail = '',
    readonly errors: readonly { pointer: string; detail: string }[] = [],
    /** Seconds to wait, when the server said so. */
    readonly wait = 0,
    /** Not our server's word: a proxy, a firewall or the log-in page of a network answered in its place. */
    readonly foreign = false,
  ) {
    super(detail);
  }
  /** Whether the same request may succeed later. A log-in page goes away; what a firewall refuses it refuses again. */
  get passing(): boolean {
    return (this.foreign && this.status < 400) || [0, 408, 425, 429].includes(this.status) || this.status >= 500;
  }
}

/** With a body it is a POST. `has`: what our answer holds in any case, so that a stranger's JSON is not taken for it. */
export type Ask = { has?: string; body?: BodyInit; headers?: Record<string, string>; seconds?: number; signal?: AbortSignal };

let language = 'zh-CN';
export const speak = (code: string) => void (language = code);

async function problemOf(response: Response): Promise<Problem> {
  const wait = Number(response.headers.get('Retry-After')) || 0;
  if (!(response.headers.get('Content-Type') ?? '').includes('problem+json')) return new Problem(response.status, '', [], wait, true);
  const told = (await response.json()) as { detail?: string; errors?: { pointer: string; detail: string }[] };
  return new Problem(response.status, told.detail, told.errors, wait);
}

/** The answer's JSON, or throws a `Problem`. */
export async function ask<T>(path: string, { has, body, headers = {}, seconds = 15, signal }: Ask = {}): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), seconds * 1000);
  const stop = () => limit.abort();
  signal?.addEventListener('abort', stop);
  try {
    const response = await fetch(path, {
      method: body ? 'POST' : 'GET', body, signal: limit.signal, cache: 'no-store',
      headers: { 'Accept-Language': language, ...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}), ...headers },
    });
    if (!response.ok) throw await problemOf(response);
    // The log-in page of a network says 200 to everything.
    const stranger = new Problem(response.status, '', [], 0, true);
    if (!(response.headers.get('Content-Type') ?? '').includes('json')) throw stranger;
    const answer = (await response.json()) as T;
    if (has && !(answer && typeof answer === 'object' && has in answer)) throw stranger;
    return answer;
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(0);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

export const pause = (seconds: number) => new Promise<void>((done) => setTimeout(done, seconds * 1000));

/** As `ask`, for reading: tried again when the network fails. */
export async function read<T>(path: string, has: string, tries = 3, wait: (seconds: number) => Promise<void> = pause): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await ask<T>(path, { has });
    } catch (error) {
      const { passing, status } = error as Problem;
      if (!passing || status === 429 || left === 0) throw error;
      await wait(tries - left);
    }
  }
}
