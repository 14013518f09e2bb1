// Three languages, chosen by link, by what was chosen before, or by the browser.
import { ref } from 'vue';
import { words } from '../words';
import { traditional } from './traditional';
import { speak } from './wire';

export const languages = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const;
export type Language = keyof typeof languages;
export type Key = keyof typeof words;

export const language = ref<Language>('zh-CN');

/** The nearest of ours to what is asked for. */
export function nearest(asked: readonly string[]): Language {
  for (const tag of asked) {
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-TW';
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}

const place = 'hearline-language';

export function choose(wanted: Language, keep = true): void {
  language.value = wanted;
  speak(wanted);
  document.documentElement.lang = wanted;
  try {
    if (keep) localStorage.setItem(place, wanted);
  } catch {
    /* not allowed here; the link says it again */
  }
}

export function start(link: string | null): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(place);
  } catch {
    /* as above */
  }
  choose(nearest([link ?? kept ?? '', ...navigator.languages]), link !== null);
}

/** The server's fixed phrases, of which it has no traditional Chinese. */
export const retold = (text: string): string => (language.value === 'zh-TW' ? traditional(text) : text);
/** A text in the chosen language; `{0}` and on are filled in. */
export const say = (key: Key, ...values: (string | number)[]): string => {
  const [chinese, english] = words[key];
  return (language.value === 'en' ? english : retold(chinese)).replace(/\{(\d)\}/g, (_, at: string) => String(values[+at]));
};
/** A text of the form's checks, or what the server said, which is in the right language already. */
export const sayOr = (text: string): string => (text in words ? say(text as Key) : text);
