// Three languages, chosen by link, by what was chosen before, or by the browser.
import { ref, shallowRef } from 'vue';
import { words } from '../words';
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

/** What the other languages are made of: it comes when one is chosen. */
const english = shallowRef<Record<Key, string>>();
const traditional = shallowRef<(text: string) => string>();

/** Rejects when the words cannot be fetched; then all stays as it was. */
export async function choose(wanted: Language, keep = true): Promise<void> {
  if (wanted === 'en') english.value ??= (await import('../words.en')).english;
  if (wanted === 'zh-TW') traditional.value ??= (await import('./traditional')).traditional;
  language.value = wanted;
  speak(wanted);
  document.documentElement.lang = wanted;
  try {
    if (keep) localStorage.setItem(place, wanted);
  } catch {
    /* not allowed here; the link says it again */
  }
}

export async function start(link: string | null): Promise<void> {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(place);
  } catch {
    /* as above */
  }
  await choose(nearest([link ?? kept ?? '', ...navigator.languages]), link !== null).catch(() => choose('zh-CN', false));
}

/** The server's fixed phrases, of which it has no traditional Chinese. */
export const retold = (text: string): string => (language.value === 'zh-TW' && traditional.value ? traditional.value(text) : text);
/** A text in the chosen language; `{0}` and on are filled in. */
export const say = (key: Key, ...values: (string | number)[]): string => {
  return ((language.value === 'en' && english.value?.[key]) || retold(words[key])).replace(/\{(\d)\}/g, (_, at: string) => String(values[+at]));
};
/** A text of the form's checks, or what the server said, which is in the right language already. */
export const sayOr = (text: string): string => (text in words ? say(text as Key) : text);
