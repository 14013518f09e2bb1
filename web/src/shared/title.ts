// The title of the window: what the page is about, then the product.
import { watchEffect } from 'vue';
import { say } from './i18n';

export const setTitle = (text: string): void => void (document.title = text ? `${text} · ${say('common.product')}` : say('common.product'));
/** Follows `text` while the component lives. */
export function useTitle(text: () => string): void {
  watchEffect(() => setTitle(text()));
}
