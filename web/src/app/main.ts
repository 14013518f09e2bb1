import { VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { i18n } from '@/shared/i18n';
import App from './App.vue';
import { router } from './router';

createApp(App).use(createPinia()).use(router).use(i18n).use(VueQueryPlugin).mount('#app');
