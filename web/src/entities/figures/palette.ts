// The theme's colours for what draws on a canvas, read when it draws: light, dark or paper.
import type { Tone } from './drawing';

export interface Palette {
  text: string;
  muted: string;
  border: string;
  surface: string;
  tones: Record<Tone, string>;
  /** Pixels of one rem. */
  rem: number;
  font: string;
}

const tokens: Record<Tone, string> = { plain: '--hl-primary', ok: '--hl-ok', warning: '--hl-warning', danger: '--hl-danger', muted: '--hl-border-strong', second: '--hl-public' };

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: of('--hl-text'), muted: of('--hl-muted'), border: of('--hl-border'), surface: of('--hl-surface'), rem: parseFloat(style.fontSize) || 16, font: of('--hl-font') || 'sans-serif',
    tones: Object.fromEntries(Object.entries(tokens).map(([tone, name]) => [tone, of(name)])) as Record<Tone, string>,
  };
}
