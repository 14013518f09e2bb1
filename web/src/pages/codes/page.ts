import { administrationPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'codes', path: `${administrationPath}/codes`, component: () => import('./Codes.vue'), title: 'nav.administration' });
