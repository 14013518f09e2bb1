// The staff's pages: styles, languages, session, router, and the frame around them.
import { VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import './theme.css';
import '@/shared/i18n/words';
import { i18n } from '@/shared/i18n';
import { handleKey } from '@/shared/shortcuts';
import App from './App.vue';
import { watchConnection } from './connection';
import { startLook } from '@/shared/look';
import { queryClient } from './query';
import { watchRenewal } from './renewal';
import { router } from './router';

startLook();
watchConnection();
watchRenewal();
window.addEventListener('keydown', (event) => void handleKey(event));
const app = createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient }).use(router);
// Not before it is known who is there: the frame is for those who are logged in.
void router.isReady().finally(() => app.mount('#app'));
