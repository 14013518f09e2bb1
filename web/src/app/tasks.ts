// The next complaint that waits for this person: the one whose limit runs out first.
import type { QueryClient } from '@tanstack/vue-query';
import type { RouteLocationRaw } from 'vue-router';
import { api, ask } from '@/shared/api/client';
import { say } from '@/shared/i18n';
import { keys } from '@/shared/keys';
import { toComplaint } from '@/shared/links';
import type { useSession } from '@/shared/session';
import { waitingFilters } from '@/shared/waiting';
import { toast } from '@/shared/ui/toast';

export async function openNextTask(session: ReturnType<typeof useSession>, client: QueryClient): Promise<RouteLocationRaw | null> {
  const query = { ...waitingFilters(session.role, session.me?.unit ?? null), sort: 'due' as const, limit: 1 };
  try {
    const page = await client.fetchQuery({ queryKey: keys.ledger({ ...query, limit: '1' }), queryFn: () => ask(api.GET('/api/v1/complaints', { params: { query } })), staleTime: 0 });
    const first = page.items[0];
    if (first) return toComplaint(first.number);
    toast.info(say('frame.nothingWaits'));
  } catch (error) {
    toast.problem(error);
  }
  return null;
}
