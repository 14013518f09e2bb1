// @vitest-environment node
// Every pair of text and ground of the tokens keeps WCAG AA, in light and dark.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/app/theme.css', 'utf8');
function tokens(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/(--hl-[\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map((found) => [found[1] ?? '', found[2] ?? '']));
}
const light = tokens('html:root');
const dark = new Map([...light, ...tokens("html:root[data-theme='dark']")]);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const grounds = ['page', 'surface', 'sunken', 'raised', 'hover', 'selected'];
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [['text', ground, 4.5], ['muted', ground, 4.5], ['primary-text', ground, 4.5], ['danger-text', ground, 4.5]]),
  ['placeholder', 'surface', 4.8], ['placeholder', 'raised', 4.5], ['placeholder', 'sunken', 4.5],
  ...['page', 'surface', 'sunken', 'raised'].flatMap((ground): [string, string, number][] => [['border-strong', ground, 3], ['focus', ground, 3], ['primary', ground, 3], ['danger', ground, 3]]),
  ['on-primary', 'primary', 4.5], ['on-primary', 'primary-strong', 4.5], ['on-danger', 'danger', 4.5], ['on-danger', 'danger-strong', 4.5],
  ...['primary', 'danger', 'warning', 'ok', 'neutral', 'public'].map((tone): [string, string, number] => [`${tone}-text`, `${tone}-ground`, 4.5]),
  ['on-bar', 'bar', 4.5], ['bar-muted', 'bar', 4.5],
];

describe.each([['light', light], ['dark', dark]])('the %s theme', (_, theme) => {
  it.each(pairs)('%s on %s at least %s : 1', (text, ground, least) => {
    const [a, b] = [theme.get(`--hl-${text}`), theme.get(`--hl-${ground}`)];
    expect(a && b && contrast(a, b)).toBeGreaterThanOrEqual(least);
  });
});

describe('the light theme', () => {
  it('has a primary at least as dark as #1f6fd6', () => expect(luminance(light.get('--hl-primary') ?? '#ffffff')).toBeLessThanOrEqual(luminance('#1f6fd6')));
});
