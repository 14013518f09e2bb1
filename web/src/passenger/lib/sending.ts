// The draft that is being written and the parcels that are on their way, for the pages.
import { computed, reactive, shallowRef, watch } from 'vue';
import { complaints, type Reference, type Submitted } from './contract';
import { bodyOf, emptyForm, isEmpty, newKey, type Form } from './form';
import { note, shelf, type Shelf } from './keeper';
import { createOutbox, type Outbox, type Parcel, type Photo, type Post, type State } from './outbox';
import { stationsOf } from './places';
import { ask, read } from './wire';

export const attach: Post['attach'] = ({ number, code }, { id, name, type, data }, signal) =>
  ask(`${complaints}/${number}/attachments?${new URLSearchParams({ name, code })}`, { has: 'media_type', body: data, headers: { 'Content-Type': type, 'Idempotency-Key': id }, seconds: 120, signal });

const post: Post = {
  async submit({ id, body }, signal) {
    const { number, code } = await ask<Submitted>(complaints, { has: 'code', body, headers: { 'Idempotency-Key': id }, seconds: 20, signal });
    return { number, code };
  },
  attach,
};

export const sending = shallowRef<State>({ parcels: [], sending: '', problems: {}, retryAt: 0, loose: [] });
/** `told`: why it came back, until it is sent again. */
export const draft = reactive<{ key: string; form: Form; photos: Photo[]; restored: boolean; told: string }>({ key: newKey(), form: emptyForm(), photos: [], restored: false, told: '' });
export const draftIsEmpty = computed(() => isEmpty(draft.form) && !draft.photos.length);
/** Whether what is written survives a closed page. */
export const lasting = shallowRef(true);
export const reference = shallowRef<Reference | null>(null);
export const stations = computed(() => (reference.value ? stationsOf(reference.value) : []));

type KeptDraft = { id: string; since: number; key: string; form: Form; photos: Photo[] };
let outbox: Outbox | undefined;
let drafts: Shelf<KeptDraft> | undefined;
let timer = 0;
const noted = 'hearline-draft';

/** Vue's proxies cannot be kept; the photos' bytes are taken as they are. */
const plain = (): KeptDraft => ({ id: 'draft', since: Date.now(), key: draft.key, form: { ...draft.form }, photos: draft.photos.map(({ why: _, ...photo }) => photo) });

function keepDraft(): void {
  if (!timer) return;
  clearTimeout(timer);
  timer = 0;
  const kept = plain();
  if (drafts?.lasting) note.write(noted, { ...kept, photos: [] });
  (draftIsEmpty.value ? drafts?.remove('draft') : drafts?.put(kept))?.then(() => {
    if (note.read<KeptDraft>(noted)?.since === kept.since) note.write(noted, null);
  }, () => void (lasting.value = false));
}

/** The draft as it was last written. What the shelf had no time to take stands in the note, but for new photos. */
async function lastDraft(): Promise<KeptDraft | undefined> {
  const shelved = ((await drafts?.all()) ?? []).find(({ id }) => id === 'draft');
  const newer = note.read<KeptDraft>(noted);
  return newer ? { ...newer, photos: shelved?.key === newer.key ? shelved.photos : [] } : shelved;
}

export async function openKept(): Promise<void> {
  drafts = await shelf<KeptDraft>('draft');
  const parcels = await shelf<Parcel>('parcels');
  lasting.value = parcels.lasting;
  outbox = createOutbox(parcels, post, {
    later: (seconds, run) => {
      const waiting = setTimeout(run, seconds * 1000);
      return () => clearTimeout(waiting);
    },
    random: Math.random,
    now: Date.now,
    alone: async (run) => void (await (navigator.locks ? navigator.locks.request('hearline-outbox', run) : run())),
  }, (state) => void (sending.value = state));

  const kept = await lastDraft();
  // One that has become a parcel already is not offered a second time, nor one of yesterday.
  const form = { ...emptyForm(), ...kept?.form };
  const offered = kept && (!isEmpty(form) || kept.photos.length) && Date.now() - kept.since < 24 * 3600_000;
  if (offered && !(await parcels.all()).some(({ id }) => id === kept.key)) {
    Object.assign(draft, { key: kept.key, form, photos: kept.photos, restored: true });
  } else if (kept) {
    await drafts.remove('draft');
    note.write(noted, null);
  }
  watch(() => [draft.form, draft.photos], () => {
    clearTimeout(timer);
    timer = window.setTimeout(keepDraft, 300);
  }, { deep: true });
  // Telephones put pages away without a word: while the camera is open, for one.
  addEventListener('pagehide', keepDraft);
  document.addEventListener('visibilitychange', () => (document.hidden ? keepDraft() : outbox?.nudge()));
  addEventListener('online', () => outbox?.nudge());
  await outbox.open();
}

const fresh = (form: Form, photos: Photo[], told = '') => {
  Object.assign(draft, { key: newKey(), form, photos, restored: false, told });
  timer ||= 1;
  keepDraft();
};
export const clearDraft = () => fresh(emptyForm(), []);

/** Hands over what is written; gives the parcel's key. Asked twice, it is one parcel all the same. */
export async function send(): Promise<string> {
  const { key: id, since, form, photos } = plain();
  await outbox?.add({ id, since, body: JSON.stringify(bodyOf(form, stations.value)), form, photos, receipt: null, refused: null });
  if (draft.key === id) clearDraft();
  return id;
}

/** A refused parcel becomes the draft again, under a new key: it will be another body. What is being written stays below it. */
export function takeBack({ id, form, photos }: Parcel, told: string): void {
  const content = [form?.content, draft.form.content].filter(Boolean).join('\n\n');
  fresh({ ...draft.form, ...form, content }, [...photos, ...draft.photos], told);
  outbox?.discard(id);
}
export const discard = (id: string) => outbox?.discard(id);
export const retryNow = () => outbox?.nudge();
export const retryPhoto = (id: string, photo: string) => outbox?.retryPhoto(id, photo);
export const leaveOut = (id: string, photo: string) => outbox?.leaveOut(id, photo);

let reading: Promise<void> | null = null;
/** Stations, types and limits, when a field first wants them; `anew`: in another language. */
export function wantReference(anew = false): Promise<void> {
  if (reference.value && !anew) return Promise.resolve();
  reading ??= read<Reference>('/api/v1/public/reference', 'lines').then((found) => void (reference.value = found), () => {
    /* the form takes places in one's own words; the next field that wants it asks again */
  }).finally(() => void (reading = null));
  return reading;
}
/** Those who have it in one language have it in the other. */
export const rereadReference = () => reference.value && wantReference(true);
