import { administrationPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'organisation', path: `${administrationPath}/organisation`, component: () => import('./Organisation.vue'), title: 'nav.administration' });
