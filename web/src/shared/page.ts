// What a page says of itself. `src/pages/NAME/page.ts` exports one by default; the frame finds them all, so that a page is one folder more.
import type { Component } from 'vue';
import type { Schemas } from './api/client';

export type Role = Schemas['Role'];

export interface PageDefinition {
  name: string; // route name
  path: string; // below /staff
  component: () => Promise<{ default: Component }>;
  /** Who may open it; all staff when left out. */
  roles?: readonly Role[];
  /** Its place in the navigation, when it has one. `label` is a message key that the frame knows without loading the page: `nav.NAME`. */
  nav?: { order: number; icon: string; label: string };
  /** A page without the frame around it: login, wall, print. */
  bare?: boolean;
}

export const definePage = (page: PageDefinition): PageDefinition => page;
