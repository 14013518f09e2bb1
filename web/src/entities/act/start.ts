// What a form begins with: what is known already, so that nothing is typed twice.
import { proposedFeedback } from '@/entities/history/timeline';
import type { ActName, Complaint, Event } from '@/shared/api/client';
import { toLocalInput } from '@/shared/format';
import { emptyPlace, startValues, type PlaceValue, type Values } from './form';
import type { FieldName } from './table';

type Given = Partial<Record<FieldName, string>>;

/** The opinion of this unit that was rejected last: what was proposed is changed, not written anew. */
function rejectedOpinion(complaint: Complaint, events: readonly Event[], unit: string | null): Given {
  const rejected = complaint.opinions.filter((one) => one.round === complaint.round && one.unit === unit && one.lead && one.verdict === 'rejected').at(-1);
  const texts = events.find((event) => event.seq === rejected?.seq)?.texts;
  if (!rejected || !texts) return { cause: complaint.cause ?? '' };
  return { claim: rejected.claim, cause: rejected.cause ?? '', findings: texts.findings ?? '', measures: texts.measures ?? '', responsibility: texts.responsibility ?? '', public_text: texts.public_text ?? '' };
}

function placeOf(complaint: Complaint): PlaceValue {
  const place = emptyPlace();
  for (const key of Object.keys(place) as (keyof PlaceValue)[]) place[key] = complaint.place?.[key] ?? '';
  return place;
}

export function startOf(act: ActName, complaint: Complaint, events: readonly Event[], suggested: string | null, unit: string | null): Values {
  switch (act) {
    case 'dispatch': {
      const assisting = complaint.round > 1 ? complaint.handling_units.filter((one) => !one.lead && one.unit !== suggested).map((one) => one.unit) : [];
      return startValues(act, {}, { lead: suggested, assisting });
    }
    case 'submit_opinion': return startValues(act, rejectedOpinion(complaint, events, unit));
    case 'give_feedback': return startValues(act, { text: proposedFeedback(events) });
    case 'reclassify': return startValues(act, { kind: complaint.kind, type: complaint.type ?? '', cause: complaint.cause ?? '' }, undefined, placeOf(complaint));
    case 'grant_extension': return startValues(act, { until: toLocalInput(complaint.extension_request?.until), clock: complaint.extension_request?.clock ?? 'stage' });
    default: return startValues(act);
  }
}
