// An extension of the stage does not move the overall limit (R4.6a): whoever asks or grants is told where the date passes it.
import type { ActName, Complaint } from '@/shared/api/client';
import { fromLocalInput } from '@/shared/format';
import type { FieldName } from './table';

/** The overall limit that the date in the form passes, or nothing. */
export function beyondReply(act: ActName, complaint: Pick<Complaint, 'clocks'>, texts: Partial<Record<FieldName, string>>): string | null {
  if (act !== 'request_extension' && act !== 'grant_extension') return null;
  const until = fromLocalInput(texts.until ?? '');
  const reply = complaint.clocks.find((clock) => clock.stage === 'reply' && (clock.outcome === 'running' || clock.outcome === 'paused'));
  if (texts.clock === 'reply' || !until || !reply) return null;
  return Date.parse(until) > Date.parse(reply.due_at) ? reply.due_at : null;
}
