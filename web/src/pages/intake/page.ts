import { intakePath, onSitePath } from '@/shared/links';
import { definePage, handlers } from '@/shared/page';

export default [
  definePage({ name: 'intake', path: intakePath, component: () => import('./Intake.vue'), roles: handlers, nav: { order: 20, icon: 'intake', label: 'nav.intake', keys: 'g i' } }),
  definePage({ name: 'intake-on-site', path: onSitePath, component: () => import('./OnSite.vue'), roles: handlers, title: 'nav.intake' }),
];
