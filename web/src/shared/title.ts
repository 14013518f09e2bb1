// The title of the window: what the page is about, then the product.
import { ref, watchEffect } from 'vue';
import { say } from './i18n';

/** What has come and was not looked at yet; stands before the title. */
export const titleCount = ref(0);

const titled = (text: string): string => (text ? `${text} · ${say('common.product')}` : say('common.product'));
export const setTitle = (text: string): void => void (document.title = `${titleCount.value > 0 ? `(${titleCount.value}) ` : ''}${titled(text)}`);
/** Follows `text` while the component lives. */
export function useTitle(text: () => string): void {
  watchEffect(() => setTitle(text()));
}
