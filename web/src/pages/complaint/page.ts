import { complaintPath } from '@/shared/links';
import { definePage, handlers } from '@/shared/page';

export default definePage({ name: 'complaint', path: complaintPath, component: () => import('./Complaint.vue'), roles: handlers, title: 'nav.complaint' });
