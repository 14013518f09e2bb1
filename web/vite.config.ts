// Two entry points: the passenger's pages (index.html, no component library) and the staff's (staff.html, Element Plus by component).
import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import components from 'unplugin-vue-components/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const src = fileURLToPath(new URL('src', import.meta.url));

export default defineConfig({
  resolve: { alias: { '@': src } },
  plugins: [
    vue(),
    components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css', directives: true })] }),
  ],
  define: {
    __VUE_OPTIONS_API__: 'true', // Element Plus needs it in places
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: process.env.HEARLINE_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy allows no data: addresses but pictures
    modulePreload: { polyfill: false },
    target: ['chrome109', 'safari16', 'firefox115'],
    reportCompressedSize: false,
    rolldownOptions: { input: { passenger: 'index.html', staff: 'staff.html' } },
  },
  server: { port: 5173, proxy: { '/api': process.env.HEARLINE_API ?? 'http://127.0.0.1:8080' } },
  test: { environment: 'happy-dom', include: ['src/**/*.spec.ts'] },
});
