import { administrationPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'imports', path: `${administrationPath}/imports`, component: () => import('./Imports.vue'), roles: ['director'], title: 'nav.administration' });
