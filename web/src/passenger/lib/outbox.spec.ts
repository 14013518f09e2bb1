import { describe, expect, it, vi } from 'vitest';
import { emptyForm } from './form';
import { memoryShelf, type Shelf } from './keeper';
import { createOutbox, mostTries, type Parcel, type Photo, type Post, type State } from './outbox';
import { Problem } from './wire';

const parcel = (id: string, photos: Photo[] = []): Parcel => ({ id, since: 1_000_000, body: `{"content":"${id}"}`, form: { ...emptyForm(), content: id }, photos, receipt: null, refused: null });
const photo = (id: string): Photo => ({ id, name: `${id}.jpg`, type: 'image/jpeg', data: new Blob(['x']) });
const settle = async () => { for (let i = 0; i < 50; i += 1) await Promise.resolve(); };

/** A server that knows keys as ours does: the same key, the same complaint. */
function server() {
  const known = new Map<string, string>();
  const seen: string[] = [];
  const files: string[] = [];
  let down: Problem | null = null;
  /** The answer is lost on its way back. */
  let deaf = false;
  const post: Post = {
    async submit({ id, body }) {
      if (down) throw down;
      seen.push(body);
      if (!known.has(id)) known.set(id, `TS${known.size + 1}`);
      if (deaf) throw new Problem(0);
      return { number: known.get(id)!, code: 'CODE' };
    },
    async attach(_, { id }) {
      if (down) throw down;
      if (id === 'bad') throw new Problem(415, '不收这种文件');
      if (!files.includes(id)) files.push(id);
      if (deaf) throw new Problem(0);
    },
  };
  return { post, known, seen, files, break: (problem: Problem | null) => void (down = problem), deafen: (on: boolean) => void (deaf = on) };
}

function opened(post: Post, shelf: Shelf<Parcel> = memoryShelf<Parcel>()) {
  const waits: { seconds: number; run: () => void; cancelled: boolean }[] = [];
  const states: State[] = [];
  const outbox = createOutbox(shelf, post, {
    later: (seconds, run) => {
      const wait = { seconds, run, cancelled: false };
      waits.push(wait);
      return () => void (wait.cancelled = true);
    },
    random: () => 0.5,
    now: () => 1_000_000,
    alone: (run) => run(),
  }, (state) => states.push(state));
  return { outbox, shelf, waits, states, last: () => states.at(-1)! };
}

describe('the outbox', () => {
  it('sends a parcel, keeps the receipt and takes away what was written', async () => {
    const { post, known } = server();
    const { outbox, shelf, last } = opened(post);
    await outbox.add(parcel('a'));
    await settle();
    expect(known.size).toBe(1);
    expect(last().parcels[0]).toMatchObject({ receipt: { number: 'TS1', code: 'CODE' }, body: '', form: null });
    expect((await shelf.all())[0]).toMatchObject({ body: '', form: null });
    await outbox.discard('a');
    expect(await shelf.all()).toEqual([]);
  });

  it('takes the same parcel once, however often it is handed over', async () => {
    const { post, seen } = server();
    const { outbox } = opened(post);
    await Promise.all([outbox.add(parcel('a')), outbox.add(parcel('a'))]);
    await settle();
    await outbox.add(parcel('a'));
    await settle();
    expect(seen).toHaveLength(1);
  });

  it('keeps it when the connection is lost, and sends it when it is back', async () => {
    const { post, known, break: down } = server();
    down(new Problem(0));
    const { outbox, shelf, waits, last } = opened(post);
    await outbox.add(parcel('a'));
    await settle();
    expect(known.size).toBe(0);
    expect((await shelf.all())[0]?.form?.content).toBe('a');
    expect(last().problems.a?.status).toBe(0);
    expect(waits).toHaveLength(1);
    down(null);
    await outbox.nudge();
    expect(waits[0]?.cancelled).toBe(true);
    expect(known.size).toBe(1);
    expect(last().problems).toEqual({});
  });

  it('asks again under the same key when the answer was lost: one complaint', async () => {
    const { post, known, seen, deafen } = server();
    deafen(true);
    const { outbox, waits, last } = opened(post);
    await outbox.add(parcel('a', [photo('p')]));
    await settle();
    deafen(false);
    waits[0]!.run();
    await settle();
    expect(seen).toEqual(['{"content":"a"}', '{"content":"a"}']);
    expect([...known.values()]).toEqual(['TS1']);
    expect(last().parcels[0]?.receipt?.number).toBe('TS1');
  });

  it('waits longer each time, up to a minute, and as long as the server says', async () => {
    const { post, break: down } = server();
    down(new Problem(503));
    const { outbox, waits } = opened(post);
    await outbox.add(parcel('a'));
    await settle();
    for (let i = 0; i < 7; i += 1) {
      waits.at(-1)!.run();
      await settle();
    }
    expect(waits.map(({ seconds }) => seconds)).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
    down(new Problem(429, '', [], 90));
    waits.at(-1)!.run();
    await settle();
    expect(waits.at(-1)!.seconds).toBe(90);
  });

  it('does not try for ever: then it says so, and waits to be asked', async () => {
    const { post, known, break: down } = server();
    down(new Problem(200, '', [], 0, true)); // a log-in page
    const { outbox, waits, last } = opened(post);
    await outbox.add(parcel('a'));
    await settle();
    for (let i = 1; i < mostTries; i += 1) {
      expect(last().retryAt).toBeGreaterThan(0);
      waits.at(-1)!.run();
      await settle();
    }
    expect(waits).toHaveLength(mostTries - 1);
    expect([last().retryAt, last().problems.a?.foreign]).toEqual([0, true]);
    down(null);
    await outbox.nudge();
    expect(known.size).toBe(1);
  });

  it('goes on with what an earlier page left, photos in turn, each once', async () => {
    const { post, files, deafen } = server();
    const shelf = memoryShelf<Parcel>();
    await shelf.put({ ...parcel('a', [photo('p1'), photo('p2')]), receipt: { number: 'TS9', code: 'C' }, body: '', form: null });
    deafen(true);
    const { outbox, waits, last } = opened(post, shelf);
    await outbox.open();
    await settle();
    expect(files).toEqual(['p1', 'p2']);
    expect(last().parcels[0]?.photos).toHaveLength(2);
    deafen(false);
    waits[0]!.run();
    await settle();
    expect(files).toEqual(['p1', 'p2']);
    expect(last().parcels[0]?.photos).toEqual([]);
  });

  it('names a photo that is refused, by us or by a proxy, and sends the rest and the next one', async () => {
    const { post, files, known } = server();
    const attach: Post['attach'] = async (receipt, one) => {
      if (one.id === 'large') throw new Problem(413, '', [], 0, true);
      return post.attach(receipt, one);
    };
    const { outbox, waits, last } = opened({ ...post, attach });
    await outbox.add(parcel('a', [photo('large'), photo('bad'), photo('p')]));
    await outbox.add(parcel('b', [photo('q')]));
    await settle();
    expect(files).toEqual(['p', 'q']);
    expect(known.size).toBe(2);
    expect(last().parcels[0]?.photos.map(({ name, why }) => [name, why?.status, why?.detail, why?.foreign])).toEqual([['large.jpg', 413, '', true], ['bad.jpg', 415, '不收这种文件', false]]);
    expect(waits).toEqual([]);
  });

  it('tries a refused photo again when asked, or goes on without it', async () => {
    const { post, files } = server();
    let proxy = true;
    const attach: Post['attach'] = async (receipt, one) => {
      if (proxy) throw new Problem(403, '', [], 0, true);
      return post.attach(receipt, one);
    };
    const { outbox, shelf, last } = opened({ ...post, attach });
    await outbox.add(parcel('a', [photo('p1'), photo('p2')]));
    await settle();
    await outbox.leaveOut('a', 'p1');
    proxy = false;
    await outbox.retryPhoto('a', 'p2');
    await settle();
    expect(files).toEqual(['p2']);
    expect(last().parcels[0]?.photos).toEqual([]);
    expect((await shelf.all())[0]?.photos).toEqual([]);
  });

  it('does not let one that is stuck hold up the others', async () => {
    const { post: taking, known, files } = server();
    const submit: Post['submit'] = async (one, signal) => {
      if (one.id === 'a') throw new Problem(0); // something on the way cuts this one off
      return taking.submit(one, signal);
    };
    const attach: Post['attach'] = async (receipt, one) => {
      if (one.id === 'p1') throw new Problem(0);
      return taking.attach(receipt, one);
    };
    const { outbox, last } = opened({ submit, attach });
    await outbox.add(parcel('a'));
    await outbox.add(parcel('b', [photo('p1'), photo('p2')]));
    await settle();
    expect([...known.keys()]).toEqual(['b']);
    expect(files).toEqual(['p2']);
    expect(Object.keys(last().problems).sort()).toEqual(['a', 'b']);
  });

  it('does not send again what was refused; the next one goes its way', async () => {
    const { known, post: taking } = server();
    const submit = vi.fn<Post['submit']>(async (one, signal) => {
      if (one.id === 'a') throw new Problem(422, '内容太长', [{ pointer: '/content', detail: '内容太长' }]);
      return taking.submit(one, signal);
    });
    const { outbox, last } = opened({ ...taking, submit });
    await outbox.add(parcel('a'));
    await outbox.add(parcel('b'));
    await settle();
    await outbox.nudge();
    expect(submit.mock.calls.filter(([one]) => one.id === 'a')).toHaveLength(1);
    expect(known.size).toBe(1);
    expect(last().parcels.find(({ id }) => id === 'a')).toMatchObject({ refused: { detail: '内容太长' }, form: { content: 'a' } });
  });

  it('forgets one that is thrown away on its way', async () => {
    const { post: taking } = server();
    let signal: AbortSignal | undefined;
    const { outbox, shelf, last, waits } = opened({ ...taking, submit: (_, given) => new Promise((_done, failed) => {
      signal = given;
      given.addEventListener('abort', () => failed(new Problem(0)));
    }) });
    await outbox.add(parcel('a'));
    await settle();
    expect(last().sending).toBe('a');
    await outbox.discard('a');
    await settle();
    expect(signal?.aborted).toBe(true);
    expect(await shelf.all()).toEqual([]);
    expect(last().parcels).toEqual([]);
    expect(waits).toEqual([]);
  });

  it('lets two pages share a shelf: one complaint', async () => {
    const { post, known, break: down } = server();
    const shelf = memoryShelf<Parcel>();
    down(new Problem(0));
    const one = opened(post, shelf);
    await one.outbox.add(parcel('a'));
    await settle();
    const two = opened(post, shelf);
    await two.outbox.open();
    down(null);
    await Promise.all([one.outbox.nudge(), two.outbox.nudge()]);
    expect([...known.keys()]).toEqual(['a']);
    expect(one.last().parcels).toHaveLength(1);
  });

  it('holds it in memory when the shelf is full', async () => {
    const { post, known, break: down } = server();
    down(new Problem(0));
    const full: Shelf<Parcel> = { ...memoryShelf<Parcel>(), put: () => Promise.reject(new Error('full')) };
    const { outbox, last } = opened(post, full);
    await outbox.add(parcel('a'));
    await settle();
    expect(last().loose).toEqual(['a']);
    down(null);
    await outbox.nudge();
    expect(known.size).toBe(1);
  });

  it('keeps a receipt until it is dismissed, however long the submission waited', async () => {
    const { post } = server();
    const shelf = memoryShelf<Parcel>();
    await shelf.put({ ...parcel('waited'), since: 1_000_000 - 25 * 3600_000 });
    await shelf.put({ ...parcel('old'), since: 1_000_000 - 400 * 24 * 3600_000, receipt: { number: 'TS0', code: 'C' } });
    const { outbox, last } = opened(post, shelf);
    await outbox.open();
    await settle();
    for (let i = 0; i < 3; i += 1) await outbox.nudge();
    expect(last().parcels.map(({ id, receipt }) => [id, receipt?.number])).toEqual([['old', 'TS0'], ['waited', 'TS1']]);
    await outbox.discard('waited');
    expect((await shelf.all()).map(({ id }) => id)).toEqual(['old']);
  });
});
