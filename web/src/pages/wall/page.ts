import { wallPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'wall', path: wallPath, component: () => import('./Wall.vue'), roles: ['agent', 'director', 'desk', 'head', 'leader'], bare: true, large: true, title: 'nav.wall', nav: { order: 45, icon: 'wall', label: 'nav.wall' } });
