// One act on one complaint, meant for the version that was seen, sent once.
import type { Row } from '@/entities/ledger/selection';
import { api, ask, type ActName, type Complaint } from '@/shared/api/client';

// All acts are called alike; the contract types each path for itself, this one stands for all.
type AnyAct = '/api/v1/complaints/{number}/note';

export const performAct = (act: ActName, row: Row, body: Record<string, unknown>, idempotencyKey: string): Promise<Complaint> =>
  ask(
    api.POST(`/api/v1/complaints/{number}/${act}` as AnyAct, {
      params: { path: { number: row.number }, header: { 'If-Match': `"${row.version}"`, 'Idempotency-Key': idempotencyKey } },
      body: body as { text: string },
    }),
  );
