import { administrationPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'rules', path: `${administrationPath}/rules`, component: () => import('./Rules.vue'), title: 'nav.administration' });
