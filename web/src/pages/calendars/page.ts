import { administrationPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'calendars', path: `${administrationPath}/calendars`, component: () => import('./Calendars.vue'), title: 'nav.administration' });
