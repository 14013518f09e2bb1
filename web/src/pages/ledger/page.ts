import { definePage, handlers } from '@/shared/page';
import { ledgerPath } from '@/shared/links';

export default definePage({ name: 'ledger', path: ledgerPath, component: () => import('./Ledger.vue'), roles: handlers, nav: { order: 30, icon: 'ledger', label: 'nav.ledger', keys: 'g l' } });
