// What stands in a cell of the ledger, as text: for the table, the cards and the paper.
import { ofRound } from '@/entities/complaint/facts';
import '@/entities/complaint/words';
import { placeWords } from '@/entities/place/text';
import type { ColumnCode } from '@/entities/ledger/columns';
import type { Complaint } from '@/shared/api/client';
import { due, number, time } from '@/shared/format';
import { i18n, say, word } from '@/shared/i18n';
import type { useReference } from '@/shared/reference';

export type Names = Pick<ReturnType<typeof useReference>, 'unitName' | 'typePath' | 'causeName' | 'lineName' | 'stationName'>;

/** `共 1,234 件`: the number written as people read it, the words in the right number. */
export const counted = (key: string, count: number): string => i18n.global.t(key, { n: number(count) }, count);

const ofField: Partial<Record<ColumnCode, string>> = {
  complainant: 'field.name', contact: 'ledger.contact', handling_unit: 'ledger.handling_unit', assisting_units: 'ledger.assisting_units', due_at: 'ledger.columnDue', imported: 'ledger.imported',
};
export const columnName = (code: ColumnCode): string => say(ofField[code] ?? `field.${code}`);

const unitsText = (complaint: Complaint, lead: boolean, names: Names): string =>
  complaint.handling_units.filter((unit) => unit.lead === lead).map((unit) => names.unitName(unit.unit)).join(say('common.list'));

const plain: { readonly [code in ColumnCode]: (complaint: Complaint, names: Names) => string } = {
  number: (c) => c.number,
  complainant: (c) => (c.complainant.anonymous ? say('common.anonymous') : (c.complainant.name ?? '')),
  contact: (c) => [c.complainant.phone, c.complainant.email].filter(Boolean).join(' '),
  received_at: (c) => time(c.received_at),
  place: (c, names) => placeWords(c.place, names).join(' '),
  content: (c) => c.content ?? c.subject ?? '',
  registered_at: (c) => time(c.registered_at),
  handling_unit: (c, names) => unitsText(c, true, names),
  progress: (c) => (c.closing ? word('closedAs', c.closing) : word('stage', c.stage)) + (c.suspended ? ` · ${word('clockOutcome', 'paused')}` : ''),
  result: (c) => ofRound(c.result, 'result', c),
  due_at: (c) => due(c.next_due_at),
  kind: (c) => word('kind', c.kind),
  channel: (c) => word('channel', c.channel),
  type: (c, names) => names.typePath(c.type),
  cause: (c, names) => names.causeName(c.cause),
  severity: (c) => word('severity', c.severity),
  subject: (c) => c.subject ?? '',
  accepting_unit: (c, names) => names.unitName(c.accepting_unit),
  assisting_units: (c, names) => unitsText(c, false, names),
  occurred_at: (c) => time(c.occurred_at),
  fed_back_at: (c) => time(c.fed_back_at),
  closed_at: (c) => time(c.closed_at),
  resolution: (c) => ofRound(word('resolution', c.resolution), 'result', c),
  satisfaction: (c) => ofRound(word('satisfaction', c.satisfaction), 'view', c),
  round: (c) => String(c.round),
  external_id: (c) => c.external_id ?? '',
  imported: (c) => (c.imported ? say('ledger.importedYes') : ''),
};
/** Long texts are cut for the screen: a cell shows two lines of them. */
const longest = 240;
export function cellText(code: ColumnCode, complaint: Complaint, names: Names, whole = false): string {
  const text = plain[code](complaint, names);
  return whole || text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
