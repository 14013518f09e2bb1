// Sends submissions, each exactly once: a parcel is kept under the key that the server knows it by, and asked for again under the same key until it is answered.
import type { Submitted } from './contract';
import type { Form } from './form';
import type { Shelf } from './keeper';
import { Problem } from './wire';

export type Photo = { id: string; name: string; type: string; data: Blob };
export type Receipt = Pick<Submitted, 'number' | 'code'>;
export type Parcel = {
  /** Also the Idempotency-Key. */
  id: string;
  /** When it was handed over, milliseconds. */
  since: number;
  /** What is sent, word for word the same each time; taken away once it has arrived, like the form. */
  body: string;
  form: Form | null;
  photos: Photo[];
  receipt: Receipt | null;
  /** Photos that the server did not take, with its reason. */
  lost: { name: string; why: string }[];
  /** Why the server will never take it as it is: it waits for its writer to mend it. */
  refused: Pick<Problem, 'detail' | 'errors'> | null;
};
export interface Post {
  submit(parcel: Parcel, signal: AbortSignal): Promise<Receipt>;
  attach(receipt: Receipt, photo: Photo, signal?: AbortSignal): Promise<void>;
}
/** What the outbox needs of the world. */
export type World = {
  later(seconds: number, run: () => void): () => void;
  random(): number;
  now(): number;
  /** One page at a time, where the browser can tell. */
  alone(run: () => Promise<void>): Promise<void>;
};
/** `sending`: whose key is on its way; `problem`: why it waits, until `retryAt`; `loose`: keys that could not be kept. */
export type State = { parcels: readonly Parcel[]; sending: string; problem: Problem | null; retryAt: number; loose: readonly string[] };
export type Outbox = ReturnType<typeof createOutbox>;

/** A receipt that nobody writes down is forgotten after a day. */
const lifetime = 24 * 3600_000;

export function createOutbox(shelf: Shelf<Parcel>, post: Post, world: World, changed: (state: State) => void) {
  let parcels: Parcel[] = [];
  let sending = '';
  let stop: AbortController | undefined;
  let problem: Problem | null = null;
  let tries = 0;
  let retryAt = 0;
  let cancel = () => {};
  let running: Promise<void> | null = null;
  let again = false;
  /** Known here and not (or not yet) on the shelf: it may be full. */
  const loose = new Set<string>();

  const tell = () => changed({ parcels: parcels.map((parcel) => ({ ...parcel })), sending, problem, retryAt, loose: [...loose] });

  async function load() {
    const all = await shelf.all();
    const isOld = ({ since, receipt, photos }: Parcel) => receipt && !photos.length && world.now() - since > lifetime;
    for (const old of all.filter(isOld)) await shelf.remove(old.id);
    const ours = parcels.filter(({ id }) => loose.has(id));
    parcels = [...all.filter((parcel) => !isOld(parcel) && !loose.has(parcel.id)), ...ours].sort((a, b) => a.since - b.since);
  }

  async function save(parcel: Parcel) {
    loose.add(parcel.id);
    try {
      await shelf.put(parcel);
      loose.delete(parcel.id);
    } catch {
      /* it stays in memory, and the page says so */
    }
    tell();
  }

  async function under<T>(id: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    stop = new AbortController();
    sending = id;
    tell();
    try {
      return await run(stop.signal);
    } finally {
      sending = '';
    }
  }

  const isHere = (parcel: Parcel) => parcels.includes(parcel);

  async function sendOne(parcel: Parcel) {
    if (!parcel.receipt) {
      const receipt = await under(parcel.id, (signal) => post.submit(parcel, signal));
      if (!isHere(parcel)) return;
      problem = null;
      await save(Object.assign(parcel, { receipt, body: '', form: null }));
    }
    const { receipt } = parcel;
    while (receipt && isHere(parcel)) {
      const photo = parcel.photos[0];
      if (!photo) return;
      try {
        await under(parcel.id, (signal) => post.attach(receipt, photo, signal));
      } catch (error) {
        if (!(error instanceof Problem) || error.passing) throw error;
        parcel.lost = [...parcel.lost, { name: photo.name, why: error.detail }];
      }
      if (isHere(parcel)) await save(Object.assign(parcel, { photos: parcel.photos.slice(1) }));
    }
  }

  /** 2, 4, 8 … 60 seconds, a little apart from each other; or as long as the server says. */
  function wait(reason: Problem) {
    const backoff = Math.min(60, 2 ** ++tries) * (0.8 + 0.4 * world.random());
    const seconds = Math.max(reason.wait, backoff);
    problem = reason;
    retryAt = world.now() + seconds * 1000;
    cancel();
    cancel = world.later(seconds, () => void run());
  }

  async function sendAll() {
    for (const parcel of parcels.filter(({ refused }) => !refused)) {
      try {
        await sendOne(parcel);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (!isHere(parcel)) continue; // discarded on its way
        if (error.passing) return wait(error);
        await save(Object.assign(parcel, { refused: { detail: error.detail, errors: error.errors } }));
      }
    }
    problem = null;
    tries = 0;
  }

  /** One at a time, however often it is asked for. */
  function run(): Promise<void> {
    again = true;
    running ??= world.alone(async () => {
      while (again) {
        again = false;
        retryAt = 0;
        await load(); // another page may have sent some
        await sendAll();
      }
    }).finally(() => {
      running = null;
      tell();
      if (again) void run();
    });
    return running;
  }

  /** Tries at once: the connection is back, or someone asked for it. */
  function nudge(): Promise<void> {
    tries = 0;
    cancel();
    return run();
  }

  return {
    nudge,
    /** Takes up what an earlier page left. */
    async open() {
      await load();
      tell();
      void run();
    },
    /** Resolves when it is kept; it may be on its way by then. A parcel that is known already is not taken a second time. */
    async add(parcel: Parcel) {
      if (parcels.some(({ id }) => id === parcel.id)) return;
      parcels.push(parcel);
      await save(parcel);
      void nudge();
    },
    /** Throws it away, wherever it stands. */
    async discard(id: string) {
      parcels = parcels.filter((parcel) => parcel.id !== id);
      loose.delete(id);
      if (sending === id) stop?.abort();
      await shelf.remove(id);
      tell();
    },
  };
}
