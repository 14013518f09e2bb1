// Sends submissions, each exactly once: a parcel is kept under the key that the server knows it by, and asked for again under the same key until it is answered.
// None waits for another: what is stuck is told, with what can be done about it, and the next one goes its way.
import type { Submitted } from './contract';
import type { Form } from './form';
import type { Shelf } from './keeper';
import { Problem, type Refusal } from './wire';

/** `why`: it was refused, and waits for its writer to try it again or to leave it out. */
export type Photo = { id: string; name: string; type: string; data: Blob; why?: Refusal | undefined };
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
  /** Kept until its reader says that it is written down, however long that takes. */
  receipt: Receipt | null;
  /** Why the server will never take it as it is: it waits for its writer to mend it. */
  refused: Refusal | null;
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
/** `sending`: whose key is on its way; `problems`: by key, why it waits; `retryAt`: when it is tried again by itself, 0: it is not; `loose`: keys that could not be kept. */
export type State = { parcels: readonly Parcel[]; sending: string; problems: Readonly<Record<string, Problem>>; retryAt: number; loose: readonly string[] };
export type Outbox = ReturnType<typeof createOutbox>;

/** So often it is tried by itself: for some eight minutes. Then someone has to ask for it, or the connection has to come back. */
export const mostTries = 10;

const refusal = ({ status, detail, errors, foreign }: Problem): Refusal => ({ status, detail, errors, foreign });

export function createOutbox(shelf: Shelf<Parcel>, post: Post, world: World, changed: (state: State) => void) {
  let parcels: Parcel[] = [];
  let sending = '';
  let stop: AbortController | undefined;
  let problems: Record<string, Problem> = {};
  let tries = 0;
  let retryAt = 0;
  let cancel = () => {};
  let running: Promise<void> | null = null;
  let again = false;
  /** Known here and not (or not yet) on the shelf: it may be full. */
  const loose = new Set<string>();

  const tell = () => changed({ parcels: parcels.map((parcel) => ({ ...parcel })), sending, problems, retryAt, loose: [...loose] });

  async function load() {
    const all = await shelf.all();
    const ours = parcels.filter(({ id }) => loose.has(id));
    parcels = [...all.filter(({ id }) => !loose.has(id)), ...ours].sort((a, b) => a.since - b.since);
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

  const isHere = (parcel: Parcel) => parcels.includes(parcel);

  /** What passes is tried again later; what does not is left to `give`, to be kept beside what was refused. */
  async function under<T>(parcel: Parcel, still: () => boolean, run: (signal: AbortSignal) => Promise<T>, done: (value: T) => void, give: (why: Refusal) => void) {
    stop = new AbortController();
    sending = parcel.id;
    tell();
    try {
      const value = await run(stop.signal);
      if (!isHere(parcel)) return;
      done(value);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (!still()) return; // thrown away on its way
      if (error.passing) {
        problems = { ...problems, [parcel.id]: error };
        return;
      }
      give(refusal(error));
    } finally {
      sending = '';
    }
    await save(parcel);
  }

  const submit = (parcel: Parcel) => under(parcel, () => isHere(parcel), (signal) => post.submit(parcel, signal),
    (receipt) => Object.assign(parcel, { receipt, body: '', form: null }), (refused) => Object.assign(parcel, { refused }));

  async function sendPhotos(parcel: Parcel, receipt: Receipt) {
    for (const photo of parcel.photos.filter(({ why }) => !why)) {
      const isIn = () => isHere(parcel) && parcel.photos.includes(photo);
      if (isIn()) await under(parcel, isIn, (signal) => post.attach(receipt, photo, signal),
        () => void (parcel.photos = parcel.photos.filter((one) => one !== photo)), (why) => void (photo.why = why));
    }
  }

  /** 2, 4, 8 … 60 seconds, a little apart from each other; or as long as the server says. */
  function wait() {
    tries += 1;
    if (tries >= mostTries) return;
    const backoff = Math.min(60, 2 ** tries) * (0.8 + 0.4 * world.random());
    const seconds = Math.max(backoff, ...Object.values(problems).map((problem) => problem.wait));
    retryAt = world.now() + seconds * 1000;
    cancel();
    cancel = world.later(seconds, () => void run());
  }

  async function sendAll() {
    problems = {};
    for (const parcel of parcels.filter(({ refused, receipt }) => !refused && !receipt)) await submit(parcel);
    for (const parcel of parcels) if (parcel.receipt) await sendPhotos(parcel, parcel.receipt);
    if (Object.keys(problems).length) wait();
    else tries = 0;
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

  const photoOf = (id: string, photo: string) => {
    const parcel = parcels.find((one) => one.id === id);
    return { parcel, photo: parcel?.photos.find((one) => one.id === photo) };
  };

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
    /** Tries a refused photo once more. */
    async retryPhoto(id: string, photoId: string) {
      const { parcel, photo } = photoOf(id, photoId);
      if (!parcel || !photo) return;
      photo.why = undefined;
      await save(parcel);
      void nudge();
    },
    /** Goes on without it. */
    async leaveOut(id: string, photoId: string) {
      const { parcel, photo } = photoOf(id, photoId);
      if (!parcel || !photo) return;
      parcel.photos = parcel.photos.filter((one) => one !== photo);
      if (sending === id) stop?.abort();
      if (!parcel.photos.length) problems = Object.fromEntries(Object.entries(problems).filter(([key]) => key !== id));
      await save(parcel);
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
