// What each act asks for, and who will read it: one row an act, from which forms, previews, the history and the tests are made.
// The fields are those of the interface (act_fields of the program); act.spec.ts compares both.
import type { ActName, Complaint } from '@/shared/api/client';
import type { IconName } from '@/shared/ui/icons';

/** `public`: the complainant reads it as soon as the act is done. `proposed`: meant for the complainant, goes out with the feedback. `inside`: never leaves the house. */
export type Audience = 'inside' | 'proposed' | 'public';
export type FieldKind = 'text' | 'choice' | 'codes' | 'cause' | 'type' | 'date' | 'units' | 'contacted' | 'place';
export type FieldName =
  | 'units' | 'note' | 'result' | 'resolution' | 'public_text' | 'reason' | 'claim' | 'findings' | 'cause' | 'measures' | 'due' | 'responsibility' | 'contacted' | 'done'
  | 'means' | 'text' | 'outcome' | 'satisfaction' | 'solved' | 'comment' | 'direction' | 'until' | 'clock' | 'kind' | 'type' | 'place' | 'severity';

export interface ActField {
  name: FieldName;
  kind: FieldKind;
  required: boolean;
  audience: Audience;
  /** Of a choice: its codes, and the part of the words they stand in. */
  codes?: readonly string[];
  words?: string;
  /** Chosen already when the form opens. */
  initial?: string;
  /** Behind "more", for what is seldom filled in. */
  aside?: boolean;
  /** Shown only when another field has this value. */
  when?: { field: FieldName; is: string };
  /** Required when shown or when its partner is filled in; the server asks for it so. */
  with?: FieldName;
}

/** `forward` leads to the next stage, `back` to an earlier one, `close` to the end, `side` leaves the stage. */
export type Way = 'forward' | 'back' | 'close' | 'side';
export interface ActRow {
  act: ActName;
  way: Way;
  icon: IconName;
  fields: readonly ActField[];
  /** With evidence files in the same form. */
  files?: boolean;
}

export const resolutions = ['solved', 'partly', 'not_solved', 'cannot'] as const;
export const meansCodes = ['phone', 'sms', 'email', 'letter', 'visit', 'wechat', 'weibo', 'platform', 'other'] as const;
export const claims = ['true', 'partly', 'false'] as const;
export const solvedCodes = ['solved', 'partly', 'not_solved'] as const;
export const kinds = ['complaint', 'consultation', 'help', 'suggestion', 'praise', 'lost_property'] as const;

const text = (name: FieldName, required = true, audience: Audience = 'inside', more: Partial<ActField> = {}): ActField => ({ name, kind: 'text', required, audience, ...more });
const choice = (name: FieldName, words: string, codes: readonly string[], required = true, more: Partial<ActField> = {}): ActField => ({ name, kind: 'choice', required, audience: 'inside', words, codes, ...more });
const date = (name: FieldName, required = false, more: Partial<ActField> = {}): ActField => ({ name, kind: 'date', required, audience: 'inside', ...more });
const reason = (audience: Audience = 'inside'): ActField => text('reason', true, audience);
const means = (initial?: string): ActField => ({ name: 'means', kind: 'codes', required: true, audience: 'inside', words: 'means', codes: meansCodes, initial });
const publicText = (more: Partial<ActField> = {}): ActField => text('public_text', false, 'proposed', more);
const result = [text('result'), choice('resolution', 'resolution', resolutions), publicText()] as const;

const opinion: readonly ActField[] = [
  choice('claim', 'claim', claims),
  text('findings'),
  text('measures'),
  { name: 'cause', kind: 'cause', required: true, audience: 'inside' },
  publicText(),
  date('due', false, { aside: true }),
  text('responsibility', false, 'inside', { aside: true }),
  { name: 'contacted', kind: 'contacted', required: false, audience: 'inside', aside: true },
];
const extension = (audience: Audience): readonly ActField[] => [date('until', true), reason(audience), choice('clock', 'extensionClock', ['stage', 'reply'], false, { initial: 'stage' })];

const row = (act: ActName, way: Way, icon: IconName, fields: readonly ActField[], more: Partial<ActRow> = {}): ActRow => ({ act, way, icon, fields, ...more });

/** In the order in which they are offered. */
export const actTable: readonly ActRow[] = [
  row('dispatch', 'forward', 'send', [{ name: 'units', kind: 'units', required: true, audience: 'inside' }, text('note', false)]),
  row('submit_opinion', 'forward', 'edit', opinion, { files: true }),
  row('approve', 'forward', 'check', [date('due'), text('note', false)]),
  row('complete', 'forward', 'work', [text('done'), text('result', false, 'inside', { with: 'resolution' }), choice('resolution', 'resolution', resolutions, false, { with: 'result' }), publicText()], { files: true }),
  row('report_result', 'forward', 'file', result, { files: true }),
  row('give_feedback', 'forward', 'chat', [means('phone'), text('text', true, 'public')]),
  row('record_follow_up', 'forward', 'phone', [
    choice('outcome', 'followUp', ['answered', 'unreachable'], true, { initial: 'answered' }),
    choice('satisfaction', 'satisfaction', ['satisfied', 'basically_satisfied', 'dissatisfied'], true, { when: { field: 'outcome', is: 'answered' } }),
    choice('solved', 'solved', solvedCodes, false, { when: { field: 'outcome', is: 'answered' } }),
    text('comment', false),
  ]),
  row('answer', 'forward', 'chat', result, { files: true }),
  row('reopen', 'forward', 'undo', [reason()]),
  row('return', 'back', 'back', [reason()]),
  row('reject', 'back', 'undo', [reason()]),
  row('reject_result', 'back', 'undo', [reason(), date('due')]),
  row('assist_opinion', 'side', 'edit', opinion, { files: true }),
  row('note', 'side', 'note', [text('text')]),
  row('contact', 'side', 'phone', [choice('direction', 'direction', ['out', 'in'], true, { initial: 'out' }), means('phone'), text('text')]),
  row('publish_progress', 'side', 'globe', [text('text', true, 'public')]),
  row('request_extension', 'side', 'calendar', extension('inside')),
  row('grant_extension', 'side', 'calendar', extension('public')),
  row('refuse_extension', 'side', 'close', [reason()]),
  row('suspend', 'side', 'pause', [reason('public')]),
  row('resume', 'side', 'clock', [reason()]),
  row('reclassify', 'side', 'filter', [
    { name: 'kind', kind: 'codes', required: false, audience: 'inside', words: 'kind', codes: kinds },
    { name: 'type', kind: 'type', required: false, audience: 'inside' },
    { name: 'cause', kind: 'cause', required: false, audience: 'inside' },
    { name: 'place', kind: 'place', required: false, audience: 'inside' },
  ]),
  row('grade', 'side', 'flag', [choice('severity', 'severity', ['ordinary', 'serious', 'urgent']), reason()]),
  row('hold', 'side', 'lock', [reason()]),
  row('release_hold', 'side', 'lock', [reason()]),
  row('reveal', 'side', 'eye', [reason()]),
  row('refuse', 'close', 'close', [reason('public')]),
  row('withdraw', 'close', 'logout', [reason()]),
  row('end', 'close', 'danger', [reason('public')]),
];

const rows = new Map<ActName, ActRow>(actTable.map((one) => [one.act, one]));
export const rowOf = (act: ActName): ActRow | undefined => rows.get(act);

/** Acts whose version the server does not ask for (interface.md). */
export const needsNoVersion = (act: ActName): boolean => ['note', 'contact', 'attach', 'reveal'].includes(act);

/** Whether the complainant reads something as soon as this act is done with these values; then it is confirmed first. */
export const publicFields = (act: ActName): readonly ActField[] => (rowOf(act)?.fields ?? []).filter((field) => field.audience === 'public');

/** Texts in the history that are meant for the complainant, by act; beside the acts of staff those of the complainant's own. */
export function audienceOf(act: ActName, field: string): Audience {
  if (act === 'supplement' || act === 'rate' || act === 'again') return 'public';
  return rowOf(act)?.fields.find((one) => one.name === field)?.audience ?? 'inside';
}

export interface Offer {
  /** The next step. */
  forward: ActRow[];
  back: ActRow[];
  side: ActRow[];
  close: ActRow[];
}
/** What waits for somebody beside the stage's owner: an extension for the director, an opinion for an assisting unit, a suspended complaint for whoever resumes it. */
export type Task = 'extension' | 'opinion' | 'suspended';
export function tasksOf(complaint: Pick<Complaint, 'possible_acts' | 'opinions_owed' | 'suspended'>, unit: string | null): Task[] {
  const can = (act: ActName) => complaint.possible_acts.includes(act);
  const tasks: Task[] = [];
  if (can('grant_extension') || can('refuse_extension')) tasks.push('extension');
  if (can('assist_opinion') && unit !== null && complaint.opinions_owed.includes(unit)) tasks.push('opinion');
  if (complaint.suspended && can('resume')) tasks.push('suspended');
  return tasks;
}
const ofTask: Readonly<Record<Task, readonly [ActName, Way][]>> = {
  extension: [['grant_extension', 'forward'], ['refuse_extension', 'back']],
  opinion: [['assist_opinion', 'forward']],
  suspended: [['resume', 'forward']],
};

/** What may be done now, by weight: what a task asks for is a next step. Revealing and attaching have their own places on the page. */
export function offer(possible: readonly ActName[], tasks: readonly Task[] = []): Offer {
  const promoted = new Map(tasks.flatMap((task) => ofTask[task]));
  const mine = actTable.filter((one) => possible.includes(one.act) && one.act !== 'reveal');
  const of = (way: Way) => mine.filter((one) => (promoted.get(one.act) ?? one.way) === way);
  return { forward: of('forward'), back: of('back'), side: of('side'), close: of('close') };
}
