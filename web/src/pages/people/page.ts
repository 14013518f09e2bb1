import { administrationPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'people', path: `${administrationPath}/people`, component: () => import('./People.vue'), roles: ['director', 'auditor', 'sysadmin', 'secadmin'], title: 'nav.administration' });
