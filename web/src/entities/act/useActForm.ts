// The life of an act's form: begins, is kept as a draft, meets other people's changes, is sent, may be sent again.
import { useQueryClient } from '@tanstack/vue-query';
import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue';
import { upload, type Sending } from '@/entities/attachment/upload';
import { changesSince } from '@/entities/history/timeline';
import type { ActName, Complaint, Event } from '@/shared/api/client';
import { useDraft } from '@/shared/keep';
import { keys } from '@/shared/keys';
import { asProblem } from '@/shared/problem';
import { useSession } from '@/shared/session';
import { bodyOf, isShown, isUntouched, missing, revive, type Values } from './form';
import { perform } from './perform';
import { startOf } from './start';
import { publicFields, type FieldName } from './table';

// What stands in forms that were closed without sending; gone with the page, so that nothing personal stays in the browser.
const closed = new Map<string, { values: Values; files: File[]; against: number }>();
const placeOf = (number: string, act: ActName): string => `${useSession().me?.name ?? ''} ${number} ${act}`;
/** What was put aside of this form is thrown away. */
export const forgetClosed = (number: string, act: ActName): void => void closed.delete(placeOf(number, act));
let last = 0;

export type Phase = 'idle' | 'files' | 'sending';
interface Given {
  complaint: Readonly<Ref<Complaint>>;
  events: Readonly<Ref<readonly Event[]>>;
  act: ActName;
  suggested: () => string | null;
}

export function useActForm({ complaint, events, act, suggested }: Given) {
  const session = useSession();
  const client = useQueryClient();
  const number = complaint.value.number;
  const place = placeOf(number, act);
  const start = startOf(act, complaint.value, events.value, suggested(), session.me?.unit ?? null);
  const values = reactive(closed.get(place)?.values ?? structuredClone(start)) as Values;
  const files = ref<Sending[]>([]);
  const phase = ref<Phase>('idle');
  const problem = shallowRef<unknown>(null);
  const tried = ref(false);
  /** The version that this form was filled in against. */
  const base = ref(closed.get(place)?.against ?? complaint.value.version);
  const sentFrom = ref<number | null>(null);

  const draft = useDraft<Values & { against?: number }>(`${number}:${act}`, {
    read: () => ({ ...values, against: base.value }),
    write: ({ against, ...kept }) => {
      Object.assign(values, revive(kept, start));
      base.value = Math.min(base.value, against ?? base.value);
    },
    empty: (now) => isUntouched(now, start),
  });
  const touched = computed(() => !isUntouched(values, start) || files.value.some((one) => one.state !== 'done'));

  // What others did since, unless it was only oneself (a file, a note).
  const changes = computed(() => (complaint.value.version > base.value ? changesSince(events.value, base.value, session.me?.name ?? null) : []));
  const complete = computed(() => (events.value.at(-1)?.seq ?? 0) >= complaint.value.version);
  watch([() => complaint.value.version, complete, base], () => {
    if (complaint.value.version > base.value && complete.value && changes.value.length === 0) base.value = complaint.value.version;
  }, { immediate: true });
  /** The answer was lost, but the history says that it was done. */
  const arrived = computed(() => problem.value !== null && asProblem(problem.value).status === 0 && sentFrom.value !== null &&
    events.value.some((event) => event.seq > (sentFrom.value ?? 0) && event.act === act && event.actor.user === session.me?.name));
  const gone = computed(() => !complaint.value.possible_acts.includes(act));

  const empty = computed<FieldName[]>(() => (tried.value ? missing(act, values) : []));
  const toPassenger = computed(() => publicFields(act).filter((field) => isShown(field, values) && (values.texts[field.name] ?? '').trim() !== ''));

  const reload = () => client.invalidateQueries({ queryKey: keys.complaint(number) });

  function addFiles(list: readonly File[]): void {
    for (const file of list) files.value.push({ id: ++last, file, progress: 0, state: 'waiting', problem: null });
  }
  async function sendFiles(): Promise<void> {
    for (const one of files.value) {
      if (one.state === 'done') continue;
      one.state = 'sending';
      try {
        const added = await upload(number, one.file, { version: base.value, onProgress: (share) => (one.progress = share) });
        one.state = 'done';
        base.value = Math.max(base.value, added.event_seq);
      } catch (error) {
        one.state = 'failed';
        one.problem = error;
        throw error;
      }
    }
  }

  function settle(): void {
    closed.delete(place);
    void draft.forget();
  }

  /** True with the complaint after it when all is filled in and the server took it; the errors stand in the form otherwise. */
  async function send(): Promise<Complaint | null> {
    tried.value = true;
    problem.value = null;
    if (phase.value !== 'idle' || missing(act, values).length > 0) return null;
    try {
      phase.value = 'files';
      await sendFiles();
      phase.value = 'sending';
      sentFrom.value = base.value;
      const after = await perform(number, act, bodyOf(act, values, act === 'reclassify' ? start : undefined), base.value);
      settle();
      return after;
    } catch (error) {
      problem.value = error;
    } finally {
      phase.value = 'idle';
    }
    // It can be sent again at once: without a network this takes long.
    if ([0, 403, 409, 412, 428].includes(asProblem(problem.value).status)) await reload();
    return null;
  }

  /** Seen what others did: from now on it is meant for the complaint as it is. */
  function accept(): void {
    base.value = complaint.value.version;
    problem.value = null;
  }
  function clear(): void {
    Object.assign(values, structuredClone(start));
    files.value = [];
    tried.value = false;
    problem.value = null;
    closed.delete(place);
  }
  function leave(): void {
    if (touched.value) closed.set(place, { values: structuredClone(toPlain(values)), files: files.value.filter((one) => one.state !== 'done').map((one) => one.file), against: base.value });
  }
  addFiles(closed.get(place)?.files ?? []);

  return { values, start, arrived, settle, files, phase, problem, empty, draft, touched, changes, gone, base, toPassenger, addFiles, send, accept, clear, leave, check: () => void (tried.value = true) };
}

const toPlain = (values: Values): Values => JSON.parse(JSON.stringify(values)) as Values;
