import { administrationPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'audit', path: `${administrationPath}/audit`, component: () => import('./Audit.vue'), roles: ['auditor'], title: 'nav.administration' });
