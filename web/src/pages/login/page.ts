import { loginPath } from '@/shared/links';
import { definePage } from '@/shared/page';

export default definePage({ name: 'login', path: loginPath, component: () => import('./Login.vue'), bare: true, title: 'nav.login' });
