// What a page says of itself. `src/pages/NAME/page.ts` exports one (or several) by default; the frame finds them all, so that a page is one folder more.
import type { Component } from 'vue';
import type { Schemas } from './api/client';
import type { IconName } from './ui/icons';

export type Role = Schemas['Role'];

export interface PageDefinition {
  name: string; // route name
  path: string; // below /staff; see shared/links.ts
  component: () => Promise<{ default: Component }>;
  /** Who may open it; all staff when left out. */
  roles?: readonly Role[];
  /** Its place in the navigation, when it has one. `label` is a message key that the frame knows without loading the page: `nav.NAME`. */
  nav?: { order: number; icon: IconName; label: string; /** keys that open it from everywhere, like `g l` */ keys?: string };
  /** Made for large screens: not offered where there is none (shared/large.ts). */
  large?: boolean;
  /** A page without the frame around it: login, wall, print. */
  bare?: boolean;
  /** The title of the window, a message key known to the frame; else that of `nav`. The page may say more by `useTitle`. */
  title?: string;
}

export const definePage = (page: PageDefinition): PageDefinition => page;

/** Who works on complaints. */
export const handlers: readonly Role[] = ['agent', 'director', 'desk', 'head'];
