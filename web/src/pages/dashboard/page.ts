import { dashboardPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'dashboard', path: dashboardPath, component: () => import('./Dashboard.vue'), roles: ['agent', 'director', 'desk', 'head', 'leader'], nav: { order: 40, icon: 'dashboard', label: 'nav.dashboard' } });
