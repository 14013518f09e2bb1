import { definePage } from '@/shared/page';

export default definePage({ name: 'help', path: '/help/:chapter?', component: () => import('./Help.vue'), title: 'nav.help' });
