import { beforeEach, describe, expect, it } from 'vitest';
import { nextLanguage, startLook, stepTextSize, takeLook, toggleDensity, toggleTheme, useLook } from './look';
import { singleKeysOn } from './shortcuts';

const look = useLook();
startLook();
beforeEach(() => takeLook({ language: 'zh-CN', theme: 'light', density: 'cosy', textSize: 100, singleKeys: true }));
const root = document.documentElement;

describe('the look', () => {
  it('is applied to the document', () => {
    takeLook({ theme: 'dark', density: 'dense', textSize: 150, language: 'en', singleKeys: false });
    expect([root.dataset.theme, root.dataset.density, root.style.getPropertyValue('--hl-text-scale'), root.lang, singleKeysOn.value]).toEqual(['dark', 'dense', '1.5', 'en', false]);
  });
  it('takes only what is sound of what was kept', () => {
    takeLook({ theme: 'pink', density: 3, textSize: 900, language: 'fr', singleKeys: 'no' });
    expect(look).toMatchObject({ theme: 'light', density: 'cosy', textSize: 100, language: 'zh-CN', singleKeys: true });
  });
  it('steps the size of text between 100 and 200', () => {
    for (let i = 0; i < 20; i++) stepTextSize(1);
    expect(look.textSize).toBe(200);
    for (let i = 0; i < 20; i++) stepTextSize(-1);
    expect(look.textSize).toBe(100);
  });
  it('switches', () => {
    toggleTheme();
    toggleDensity();
    nextLanguage();
    expect([look.theme, look.density, look.language]).toEqual(['dark', 'dense', 'zh-TW']);
  });
  it('is remembered by the browser, and nothing else is', () => {
    takeLook({ textSize: 125 });
    expect(Object.keys(localStorage)).toEqual(['hearline.look']);
    expect(JSON.parse(localStorage.getItem('hearline.look') ?? '')).toMatchObject({ textSize: 125 });
  });
});
