// All words of the pages. Each part brings its own: `defineMessages('intake', {zhCN, zhTW, en})`, all three with the same keys (the type says so).
import { createI18n } from 'vue-i18n';
import { setLanguage } from '../api/client';

export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];
/** Each language by its own name. */
export const languageNames: Record<Language, string> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };
type Words = { readonly [key: string]: string | Words };
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

export const i18n = createI18n({ legacy: false, locale: 'zh-CN', fallbackLocale: 'zh-CN', missingWarn: false, fallbackWarn: false, messages: {} as Record<Language, Words> });

/** Puts a part's words below its name: `t('intake.title')`. */
export function defineMessages<const T extends Words>(part: string, words: { readonly zhCN: T; readonly zhTW: Same<T>; readonly en: Same<T> }): void {
  i18n.global.mergeLocaleMessage('zh-CN', { [part]: words.zhCN });
  i18n.global.mergeLocaleMessage('zh-TW', { [part]: words.zhTW });
  i18n.global.mergeLocaleMessage('en', { [part]: words.en });
}

/** The language now; reactive when read in a computation. */
export const language = (): Language => i18n.global.locale.value as Language;

/** `t` for code outside of components; reactive like that of `useI18n`. */
export function say(key: string, values?: Record<string, unknown> | number): string {
  if (typeof values === 'number') return i18n.global.t(key, values);
  return values ? i18n.global.t(key, values) : i18n.global.t(key);
}

/** The word for a code, `word('stage', 'review')`; the code itself when there is none, nothing for null. */
export function word(part: string, code: string | null | undefined): string {
  if (code === null || code === undefined || code === '') return '';
  const key = `${part}.${code}`;
  return i18n.global.te(key) || i18n.global.te(key, 'zh-CN') ? i18n.global.t(key) : code;
}

export function chooseLanguage(language: Language): void {
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
  setLanguage(language);
}
