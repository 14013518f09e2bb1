// The life of one intake form: begins with a call, is kept as a draft, is looked over, handed in; the server's refusals come back to its fields.
import { computed, nextTick, onScopeDispose, reactive, ref, shallowRef, type Ref } from 'vue';
import { leaveForm, outbox, submit, takeBack, type Submission } from './outbox';
import { bodyOf, check, emptyForm, faultsOf, isUntouched, randomKey, revive, beginAt, type Fault, type FieldName, type IntakeForm } from './form';
import { learnServerTime, serverNow } from './server-time';
import { hold } from './drafts';
import type { Queued } from '@/entities/attachment-upload/queue';
import { useDraft } from '@/shared/keep';
import { say } from '@/shared/i18n';
import { asProblem } from '@/shared/problem';
import './words';

interface Given {
  draftKey: string;
  start?: Partial<IntakeForm>;
  /** A draft that was taken up. */
  kept?: Record<string, unknown> | null;
  /** The clock runs from now on; else from the first thing that is typed (a form that waits for the next caller). */
  running: boolean;
  /** The element around the form, to find its fields in. */
  root: Ref<HTMLElement | null>;
  registered: (one: Submission, open: boolean) => void;
}

export function useIntake(given: Given) {
  const fresh = emptyForm(given.start);
  const start: IntakeForm = { ...fresh, place: { ...fresh.place } };
  const form = reactive(given.kept ? revive(given.kept, fresh) : fresh) as IntakeForm;
  const files = ref<Queued[]>(takeBack(given.draftKey)) as Ref<Queued[]>;
  const tried = ref(false);
  const refused = shallowRef<unknown>(null);
  const submission = shallowRef<Submission | null>(null);
  const summary = ref(0); // moves when the summary of faults asks for the focus

  if (given.running && form.received === '') form.received = beginAt(serverNow());
  /** What is typed first starts the clock of a form that waited. */
  function begin(): void {
    if (form.received === '') form.received = beginAt(serverNow());
  }
  void learnServerTime().then(() => {
    if (!form.receivedEdited && form.received !== '' && Date.parse(form.received) > serverNow()) form.received = beginAt(serverNow());
  });

  hold(given.draftKey);
  onScopeDispose(() => {
    hold(null);
    if (submission.value) leaveForm(submission.value);
  });
  const draft = useDraft<IntakeForm>(given.draftKey, {
    read: () => form,
    write: (kept) => void Object.assign(form, revive(kept, start)),
    empty: (now) => isUntouched(now, start),
  });
  const touched = computed(() => !isUntouched(form, start) || files.value.length > 0);

  const sending = computed(() => (submission.value ? outbox.find((one) => one.id === submission.value?.id) : undefined));
  const busy = computed(() => sending.value?.state === 'sending' || sending.value?.state === 'waiting');
  /** The same key came with another text: this very form was registered before, its answer was lost with the window. */
  const reused = computed(() => refused.value !== null && asProblem(refused.value).type.endsWith('/idempotency-key-reused'));
  const faults = computed<Fault[]>(() => (tried.value ? check(form, serverNow()) : []).concat(refused.value ? faultsOf(asProblem(refused.value)) : []));
  const textOf = (fault: Fault): string => fault.text ?? (fault.key ? say(fault.key) : '');
  const errorOf = (field: FieldName): string | undefined => {
    const found = faults.value.find((fault) => fault.field === field);
    return found && textOf(found);
  };
  /** Said of the whole: nothing that stands at a field. */
  const wholeProblem = computed(() => (refused.value && faultsOf(asProblem(refused.value)).length === 0 && !reused.value ? refused.value : null));

  function focusField(field: FieldName): void {
    void nextTick(() => {
      const element = given.root.value?.querySelector<HTMLElement>(`[data-field="${field}"]`);
      const folded = element?.closest('details');
      if (folded) folded.open = true;
      element?.focus();
    });
  }

  function register(open: boolean): void {
    if (busy.value) return;
    tried.value = true;
    refused.value = null;
    begin();
    if (check(form, serverNow()).length > 0) return void (summary.value += 1);
    const reason = form.severity === 'ordinary' ? '' : say('registration.reasonNote', { severity: say(`severity.${form.severity}`), reason: form.severityReason.trim() });
    submission.value = submit({
      key: form.key, draftKey: given.draftKey, form: JSON.parse(JSON.stringify(form)) as IntakeForm, body: bodyOf(form), reason, files: files.value, forget: draft.forget,
      answered: (one) => {
        if (one.state === 'registered') return given.registered(one, open);
        refused.value = one.problem;
        summary.value += 1;
      },
    });
  }
  /** What the server said is answered by a change: it is not said any longer. */
  function changed(): void {
    begin();
    if (refused.value && !reused.value) refused.value = null;
  }
  /** Registers what was registered before once more, as it stands now. */
  function registerAnew(): void {
    form.key = randomKey();
    refused.value = null;
    register(false);
  }
  function setReceived(at: string, edited: boolean): void {
    form.received = at;
    form.receivedEdited = edited;
  }
  return { form, files, draft, touched, busy, sending, reused, faults, textOf, errorOf, wholeProblem, summary, focusField, register, registerAnew, changed, begin, setReceived };
}
export type Intake = ReturnType<typeof useIntake>;
