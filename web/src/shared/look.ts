// Language, theme, density, text size: what the user chose, applied to the document. Kept on the server; the browser holds a copy for the first paint (nothing personal).
import { reactive, watch } from 'vue';
import { chooseLanguage, languages, type Language } from './i18n';
import { singleKeysOn } from './shortcuts';

export interface Look {
  language: Language;
  theme: 'system' | 'light' | 'dark';
  density: 'cosy' | 'dense';
  textSize: number; // percent
  singleKeys: boolean;
  /** A notice when something new waits for me. */
  notices: boolean;
}

export const textSizes = [100, 112, 125, 150, 175, 200] as const;
const place = 'hearline.look';
const byBrowser = (): Language => {
  const told = typeof navigator === 'undefined' ? 'zh-CN' : navigator.language;
  if (/^zh-(TW|HK|MO|Hant)/i.test(told)) return 'zh-TW';
  return /^zh/i.test(told) ? 'zh-CN' : 'en';
};

export const look = reactive<Look>({ language: 'zh-CN', theme: 'system', density: 'cosy', textSize: 100, singleKeys: true, notices: true });

/** Takes what is sound of a kept look. */
export function takeLook(kept: Partial<Record<keyof Look, unknown>>): void {
  if (languages.includes(kept.language as Language)) look.language = kept.language as Language;
  if (kept.theme === 'system' || kept.theme === 'light' || kept.theme === 'dark') look.theme = kept.theme;
  if (kept.density === 'cosy' || kept.density === 'dense') look.density = kept.density;
  if (typeof kept.textSize === 'number' && kept.textSize >= 100 && kept.textSize <= 200) look.textSize = kept.textSize;
  if (typeof kept.singleKeys === 'boolean') look.singleKeys = kept.singleKeys;
  if (typeof kept.notices === 'boolean') look.notices = kept.notices;
}

export const isDark = (): boolean => look.theme === 'dark' || (look.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);

// How much room there is for text of this size: media queries know the window only. The frame's layout follows it; pages have `@container page`.
function measureRoom(): void {
  const width = (window.innerWidth * 16) / (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  document.documentElement.dataset.room = width <= 640 ? 'narrow' : width <= 1024 ? 'middle' : 'wide';
}

function apply(): void {
  const root = document.documentElement;
  root.dataset.theme = isDark() ? 'dark' : 'light';
  root.dataset.density = look.density;
  root.style.setProperty('--hl-text-scale', String(look.textSize / 100));
  measureRoom();
  singleKeysOn.value = look.singleKeys;
  chooseLanguage(look.language);
}

export function startLook(): void {
  look.language = byBrowser();
  try {
    takeLook(JSON.parse(localStorage.getItem(place) ?? '{}'));
  } catch {
    /* storage is closed or its content is not ours */
  }
  apply();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
  window.addEventListener('resize', measureRoom);
  new ResizeObserver(measureRoom).observe(document.body); // text that grows by other means makes the page longer
  watch(look, () => {
    apply();
    try {
      localStorage.setItem(place, JSON.stringify(look));
    } catch {
      /* then only for this visit */
    }
  }, { flush: 'sync' });
}

export function stepTextSize(by: 1 | -1): void {
  const next = by > 0 ? textSizes.find((size) => size > look.textSize) : [...textSizes].reverse().find((size) => size < look.textSize);
  if (next !== undefined) look.textSize = next;
}
export const toggleTheme = (): void => void (look.theme = isDark() ? 'light' : 'dark');
export const toggleDensity = (): void => void (look.density = look.density === 'dense' ? 'cosy' : 'dense');
export const nextLanguage = (): void => void (look.language = languages[(languages.indexOf(look.language) + 1) % languages.length] ?? 'zh-CN');
export const useLook = (): Look => look;
