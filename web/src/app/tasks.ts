// The next complaint that waits for this person, from wherever one is.
import type { QueryClient } from '@tanstack/vue-query';
import type { RouteLocationRaw } from 'vue-router';
import { nextTask } from '@/entities/act/next';
import { say } from '@/shared/i18n';
import { toComplaint } from '@/shared/links';
import type { useSession } from '@/shared/session';
import { toast } from '@/shared/ui/toast';

/** `current`: the number of the complaint that is open, if one is. */
export async function openNextTask(session: ReturnType<typeof useSession>, client: QueryClient, current: string | null): Promise<RouteLocationRaw | null> {
  try {
    const next = await nextTask(session, client, current);
    if (next) return toComplaint(next);
    toast.info(say('frame.nothingWaits'));
  } catch (error) {
    toast.problem(error);
  }
  return null;
}
