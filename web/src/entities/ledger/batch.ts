// One act on many complaints: which can have it and which cannot, then one by one, four at a time, each with its own result.
import { reactive } from 'vue';
import type { ActName, Complaint } from '@/shared/api/client';
import { asProblem } from '@/shared/problem';
import type { Row, Selection } from './selection';

/** What an act asks for, when it makes sense for many at once. */
export type BatchField =
  | { name: 'units'; input: 'units' }
  | { name: 'due' | 'until'; input: 'time'; needed: boolean }
  | { name: 'reason' | 'note' | 'text' | 'done' | 'result' | 'public_text'; input: 'text'; needed: boolean }
  | { name: 'severity' | 'means' | 'resolution'; input: 'choice'; codes: readonly string[]; words: string; needed: boolean }
  | { name: 'type' | 'cause'; input: 'reference'; of: 'type' | 'cause'; needed: boolean };

export interface BatchAct {
  readonly act: ActName;
  readonly fields: readonly BatchField[];
  /** Cannot be taken back: asked once more. */
  readonly final?: boolean;
  /** The complainant reads it. */
  readonly open?: boolean;
}

const reason: BatchField = { name: 'reason', input: 'text', needed: true };
const resolution: BatchField = { name: 'resolution', input: 'choice', codes: ['solved', 'partly', 'not_solved', 'cannot'], words: 'resolution', needed: true };

export const batchActs: readonly BatchAct[] = [
  { act: 'dispatch', fields: [{ name: 'units', input: 'units' }, { name: 'note', input: 'text', needed: false }] },
  { act: 'grade', fields: [{ name: 'severity', input: 'choice', codes: ['ordinary', 'serious', 'urgent'], words: 'severity', needed: true }, reason] },
  { act: 'approve', fields: [{ name: 'due', input: 'time', needed: false }, { name: 'note', input: 'text', needed: false }] },
  { act: 'reject', fields: [reason] },
  { act: 'return', fields: [reason] },
  { act: 'complete', fields: [{ name: 'done', input: 'text', needed: true }] },
  { act: 'report_result', fields: [{ name: 'result', input: 'text', needed: true }, resolution, { name: 'public_text', input: 'text', needed: false }] },
  {
    act: 'give_feedback', open: true,
    fields: [{ name: 'means', input: 'choice', codes: ['phone', 'sms', 'email', 'letter', 'visit', 'wechat', 'weibo', 'platform', 'other'], words: 'means', needed: true }, { name: 'text', input: 'text', needed: true }],
  },
  { act: 'reclassify', fields: [{ name: 'type', input: 'reference', of: 'type', needed: false }, { name: 'cause', input: 'reference', of: 'cause', needed: false }] },
  { act: 'publish_progress', open: true, fields: [{ name: 'text', input: 'text', needed: true }] },
  { act: 'note', fields: [{ name: 'text', input: 'text', needed: true }] },
  { act: 'suspend', fields: [reason] },
  { act: 'resume', fields: [reason] },
  { act: 'request_extension', fields: [{ name: 'until', input: 'time', needed: true }, reason] },
  { act: 'grant_extension', fields: [{ name: 'until', input: 'time', needed: true }, reason] },
  { act: 'refuse_extension', fields: [reason] },
  { act: 'end', fields: [reason], final: true },
];

/** What can be done with at least one of them, and with how many. */
export function offeredActs(rows: Iterable<Row>): { offer: BatchAct; able: number }[] {
  const all = [...rows];
  return batchActs.map((offer) => ({ offer, able: all.filter((row) => row.possible_acts.includes(offer.act)).length })).filter(({ able }) => able > 0);
}

export interface Plan {
  able: Row[];
  unable: Row[];
}
export function planOf(selection: Selection, act: ActName): Plan {
  const able: Row[] = [];
  const unable: Row[] = [];
  for (const row of selection.values()) (row.possible_acts.includes(act) ? able : unable).push(row);
  return { able, unable };
}

export type ItemState = 'waiting' | 'running' | 'done' | 'refused';
export interface Item {
  row: Row;
  state: ItemState;
  /** Why it was refused. */
  error: unknown;
  /** Somebody else was faster: it is to be looked at anew. */
  stale: boolean;
  key: string;
}

export type Perform = (row: Row, idempotencyKey: string) => Promise<Complaint>;
export type Reload = (number: string) => Promise<Complaint>;

const atOnce = 4;

/** A key that no other request has; also where the page is not served securely. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class BatchRun {
  readonly items: Item[];
  readonly state = reactive({ running: false, stopped: false });

  constructor(
    rows: readonly Row[],
    private readonly perform: Perform,
    private readonly reload: Reload,
    private readonly done: (complaint: Complaint) => void = () => undefined,
  ) {
    this.items = reactive(rows.map((row): Item => ({ row, state: 'waiting', error: null, stale: false, key: randomKey() })));
  }

  number(state: ItemState): number {
    return this.items.filter((item) => item.state === state).length;
  }
  get finished(): boolean {
    return !this.state.running && this.items.every((item) => item.state === 'done' || item.state === 'refused');
  }

  /** Those that wait, four at a time, until none does or it is stopped. */
  async run(): Promise<void> {
    if (this.state.running) return;
    this.state.running = true;
    this.state.stopped = false;
    const worker = async (): Promise<void> => {
      for (let item = this.next(); item; item = this.next()) await this.one(item);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    this.state.running = false;
  }
  /** Those under way are finished, no further one is begun. */
  stop(): void {
    this.state.stopped = true;
  }
  /** The refused ones once more; those that others changed as they are now. */
  async retry(): Promise<void> {
    for (const item of this.items) {
      if (item.state !== 'refused') continue;
      item.state = 'waiting';
    }
    await this.run();
  }

  private next(): Item | undefined {
    return this.state.stopped ? undefined : this.items.find((item) => item.state === 'waiting');
  }

  private async one(item: Item): Promise<void> {
    item.state = 'running';
    try {
      if (item.stale) {
        const now = await this.reload(item.row.number);
        item.row = { number: now.number, version: now.version, stage: now.stage, subject: now.subject, possible_acts: now.possible_acts };
        item.stale = false;
        item.key = randomKey();
      }
      const after = await this.perform(item.row, item.key);
      item.state = 'done';
      item.error = null;
      this.done(after);
    } catch (error) {
      item.state = 'refused';
      item.error = error;
      const { status } = asProblem(error);
      item.stale = status === 412 || status === 409;
      // The same request may be sent again only while it is not known whether it arrived.
      if (status !== 0 && status < 500) item.key = randomKey();
      if (status === 401) this.stop();
    }
  }
}
