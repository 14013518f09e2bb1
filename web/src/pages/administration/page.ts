import { administrationPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'administration', path: administrationPath, component: () => import('./Administration.vue'), nav: { order: 60, icon: 'administration', label: 'nav.administration' } });
