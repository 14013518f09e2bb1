// Which form stands on the page: a fresh one, the next one, a draft that is taken up again.
import { computed, nextTick, onMounted, ref, shallowRef, watch } from 'vue';
import { findDrafts, newDraftKey, throwAway, type DraftKind } from '@/entities/registration/drafts';
import { hasFailed, isSettled, outbox, restore, type Submission } from '@/entities/registration/outbox';
import type { Kept } from '@/shared/keep';
import { useSession } from '@/shared/session';

export interface Standing {
  key: string;
  kept: Record<string, unknown> | null;
  /** When the draft was kept that was taken up. */
  at: string | null;
  running: boolean;
}
/** A draft older than this is offered in the list, not put on the page by itself. */
const fresh = 12 * 3_600_000;

export function useForms(kind: DraftKind, touched: () => boolean) {
  const session = useSession();
  const standing = shallowRef<Standing>({ key: newDraftKey(kind), kept: null, at: null, running: true });
  const drafts = ref<Kept[]>([]);

  const mine = computed(() => outbox.filter((one) => one.user === session.me?.name));
  // A list that was asked for before may still have what was thrown away or handed in since.
  const thrown = ref(new Set<string>());
  const handedIn = computed(() => new Set(mine.value.filter((one) => one.state !== 'refused').map((one) => one.key)));
  const open = computed(() => drafts.value.filter((draft) => !handedIn.value.has(String(draft.body.key)) && !thrown.value.has(draft.key) && draft.key !== standing.value.key));
  const results = computed(() => [...mine.value].filter((one) => one.state === 'registered').reverse());
  const waiting = computed(() => mine.value.filter((one) => one.state === 'waiting'));

  /** Handed in without network and refused since: among the drafts again. */
  const sentBack = computed(() => mine.value.filter((one) => one.restored && one.state === 'refused'));

  async function look(): Promise<void> {
    const gone = new Set(mine.value.filter((one) => one.state !== 'refused').map((one) => one.draftKey));
    drafts.value = await findDrafts(kind, standing.value.key, gone).catch(() => drafts.value);
  }
  function take(draft: Kept): void {
    standing.value = { key: draft.key, kept: draft.body, at: draft.updated_at, running: true };
    drafts.value = drafts.value.filter((one) => one.key !== draft.key);
    void look();
  }
  async function drop(draft: Pick<Kept, 'key'>): Promise<void> {
    thrown.value.add(draft.key);
    await throwAway(draft.key).catch(() => undefined);
  }
  /** An empty form for the next one; its clock starts with what is typed first. */
  function next(running = false): void {
    standing.value = { key: newDraftKey(kind), kept: null, at: null, running };
    void look();
  }
  onMounted(async () => {
    await restore(); // what was handed in on this device before is no draft
    await look();
    const newest = open.value[0];
    if (newest && !touched() && Date.now() - Date.parse(newest.updated_at) < fresh) take(newest);
  });
  // One that was handed in without network has come back as a draft.
  watch(() => sentBack.value.length, () => void look());
  /** Its files and notes have gone through, one way or the other. */
  function settled(one: Submission): Promise<boolean> {
    return new Promise((done) => {
      const look = () => (isSettled(one) ? done(!hasFailed(one)) : void setTimeout(look, 100));
      void nextTick(look);
    });
  }
  return { standing, drafts: open, results, waiting, sentBack, take, drop, next, settled, look };
}
