// Every folder of src/pages that has a page.ts is a route.
import { createRouter, createWebHistory } from 'vue-router';
import type { PageDefinition } from '@/shared/page';

const found = import.meta.glob<{ default: PageDefinition | PageDefinition[] }>('../pages/*/page.ts', { eager: true });
export const pages: PageDefinition[] = Object.values(found).flatMap((module) => module.default);

export const router = createRouter({
  history: createWebHistory('/staff'),
  routes: pages.map((page) => ({ name: page.name, path: page.path, component: page.component, meta: { page } })),
});
