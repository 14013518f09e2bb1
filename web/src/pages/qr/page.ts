import { definePage } from '@/shared/page';

export default definePage({ name: 'qr', path: '/qr', component: () => import('./Qr.vue'), title: 'nav.administration' });
