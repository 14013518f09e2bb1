import { definePage } from '@/shared/page';

export default definePage({ name: 'home', path: '/', component: () => import('./Home.vue'), nav: { order: 10, icon: 'home', label: 'nav.home' } });
