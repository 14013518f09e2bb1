import { definePage } from '@/shared/page';

export default definePage({ name: 'account', path: '/account', component: () => import('./Account.vue'), title: 'nav.account' });
