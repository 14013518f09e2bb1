import type { Plugin } from 'vite';

export interface Chapter {
  title: string;
  sections: { id: string; title: string; depth: number }[];
  html: string;
}
export function anchor(heading: string): string;
export function chapterOf(text: string): Chapter;
export function manual(): Plugin;
