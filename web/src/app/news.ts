// What has come for this person since they last looked: told once by a notice, then counted in the window's title and beside the home page until it is
// looked at. From the live stream alone; what one does oneself is no news.
import type { QueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, ref, watch } from 'vue';
import type { RouteLocationNormalizedLoaded, Router } from 'vue-router';
import { api, ask, type Complaint } from '@/shared/api/client';
import { number } from '@/shared/format';
import { say, word } from '@/shared/i18n';
import { keys } from '@/shared/keys';
import { homePath, toComplaint } from '@/shared/links';
import { onChange, type LiveChange } from '@/shared/live';
import { useLook } from '@/shared/look';
import type { Role } from '@/shared/page';
import type { useSession } from '@/shared/session';
import { titleCount } from '@/shared/title';
import { toast } from '@/shared/ui/toast';
import { centreStages, unitStages, worksForCentre, worksForUnit } from '@/shared/waiting';

/** Acts after which it is somebody else's turn. Several at once come without a name (`null`). */
const passing: ReadonlySet<LiveChange['act']> = new Set<LiveChange['act']>([
  'register', 'dispatch', 'refuse', 'return', 'submit_opinion', 'approve', 'reject', 'report_result', 'reject_result', 'give_feedback', 'record_follow_up', 'reopen', 'again', 'resume', 'request_extension', null,
]);
interface Person {
  role: Role | null;
  unit: string | null;
  name: string;
}

/** May this change have brought something to them? Then the complaint itself is asked. */
export function mayConcern(change: LiveChange, { role, name }: Person): boolean {
  if (change.by === name || !passing.has(change.act)) return false;
  if (change.act === 'request_extension') return role === 'director';
  return worksForCentre(role) ? centreStages.includes(change.stage) : worksForUnit(role) && unitStages.includes(change.stage);
}
type Asked = Pick<Complaint, 'stage' | 'possible_acts' | 'handling_units' | 'suspended' | 'accepting_unit' | 'channel' | 'extension_request'>;
/** Does it wait for them now? What the centre's own people register they see by themselves: news is what comes from outside and from the stations. */
export function waitsFor(one: Asked, act: LiveChange['act'], { role, unit }: Person): boolean {
  if (act === 'request_extension') return role === 'director' && one.extension_request !== null;
  if (one.suspended) return false;
  if (worksForUnit(role)) return one.handling_units.some((handling) => handling.unit === unit && (handling.lead || one.possible_acts.includes('assist_opinion')));
  if (act === 'register') return one.accepting_unit !== unit || one.channel !== 'hotline';
  return one.stage !== 'follow_up' || one.possible_acts.includes('record_follow_up');
}

const together = 1_500; // ms: what comes at once is told at once
const mostAsked = 20;

export function useNews(session: ReturnType<typeof useSession>, client: QueryClient, router: Router, route: RouteLocationNormalizedLoaded) {
  const look = useLook();
  const unseen = ref<ReadonlySet<string>>(new Set());
  const person = (): Person => ({ role: session.role, unit: session.me?.unit ?? null, name: session.name });
  let waiting = new Map<string, LiveChange>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isSeen = (one: string) => document.visibilityState === 'visible' && (route.name === 'home' || route.params.number === one);
  const forget = () => {
    const left = [...unseen.value].filter((one) => !isSeen(one));
    if (left.length < unseen.value.size) unseen.value = new Set(left);
  };
  const load = (one: string) => client.fetchQuery({ queryKey: keys.complaint(one), queryFn: ({ signal }) => ask(api.GET('/api/v1/complaints/{number}', { params: { path: { number: one } }, signal })), staleTime: 1_000 }).catch(() => null);

  async function tell(): Promise<void> {
    timer = undefined;
    const changes = [...waiting.values()].slice(-mostAsked);
    waiting = new Map();
    const found = await Promise.all(changes.map(async (change) => {
      const complaint = await load(change.number);
      return complaint && waitsFor(complaint, change.act, person()) ? [complaint] : [];
    }));
    const come = found.flat();
    const [first] = come;
    if (!first) return;
    unseen.value = new Set([...unseen.value, ...come.map((one) => one.number)]);
    forget();
    if (come.length > 1) toast.info(say('frame.newsMany', { n: number(come.length) }), { label: say('frame.newsShow'), run: () => void router.push(homePath) });
    else if (route.params.number !== first.number) toast.info(say('frame.newsOne', { stage: word('stage', first.stage), what: first.subject ?? first.number }), { label: say('frame.newsOpen'), run: () => void router.push(toComplaint(first.number)) });
  }
  onChange(null, (change) => {
    if (!look.notices || !mayConcern(change, person())) return;
    waiting.set(change.number, change);
    timer ??= setTimeout(() => void tell(), together);
  });

  watch(() => route.fullPath, forget);
  watch(() => look.notices, (on) => void (on || (unseen.value = new Set())));
  document.addEventListener('visibilitychange', forget);
  const count = computed(() => unseen.value.size);
  watch(count, (now) => void (titleCount.value = now));
  onScopeDispose(() => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', forget);
    titleCount.value = 0;
  });
  return count;
}
