// All words of the pages. Each part brings its own: `defineMessages('intake', {zhCN, zhTW, en})`, all three with the same keys (the type says so).
import { createI18n } from 'vue-i18n';
import { setLanguage } from '../api/client';

export const languages = ['zh-CN', 'zh-TW', 'en'] as const;
export type Language = (typeof languages)[number];
type Words = { [key: string]: string | Words };
type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

export const i18n = createI18n({ legacy: false, locale: 'zh-CN', fallbackLocale: 'zh-CN', missingWarn: false, fallbackWarn: false, messages: {} as Record<Language, Words> });

/** Puts a part's words below its name: `t('intake.title')`. */
export function defineMessages<const T extends Words>(part: string, words: { zhCN: T; zhTW: Same<T>; en: Same<T> }): void {
  i18n.global.mergeLocaleMessage('zh-CN', { [part]: words.zhCN });
  i18n.global.mergeLocaleMessage('zh-TW', { [part]: words.zhTW });
  i18n.global.mergeLocaleMessage('en', { [part]: words.en });
}

export function chooseLanguage(language: Language): void {
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
  setLanguage(language);
}
