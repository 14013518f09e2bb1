// Two entry points: the passenger's pages (index.html) and the staff's (staff.html).
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { manual } from './build/manual.mjs';
import { vueOfBoth } from './build/passenger.mjs';

// The server answers every address below /staff with the staff's page; so do the development servers.
type Connect = { middlewares: { use(handler: (request: { url?: string }, response: unknown, next: () => void) => void): unknown } };
const rewrite = (server: Connect) => void server.middlewares.use((request, _response, next) => {
  if (/^\/staff(\/|\?|$)/.test(request.url ?? '')) request.url = '/staff.html';
  else if (/^\/(track|s)(\/|\?|$)/.test(request.url ?? '')) request.url = '/index.html';
  next();
});
const addresses: Plugin = { name: 'addresses', configureServer: rewrite, configurePreviewServer: rewrite };

const proxy = { '/api': process.env.HEARLINE_API ?? 'http://127.0.0.1:8080' };
const src = fileURLToPath(new URL('src', import.meta.url));

export default defineConfig({
  resolve: { alias: { '@': src } },
  plugins: [addresses, manual(), vueOfBoth()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: process.env.HEARLINE_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    manifest: true, // build/budgets.mjs reads it
    assetsInlineLimit: 0, // the content security policy allows no data: addresses but pictures
    modulePreload: { polyfill: false },
    target: ['chrome109', 'safari16', 'firefox115'],
    reportCompressedSize: false,
    rolldownOptions: {
      input: { passenger: 'index.html', staff: 'staff.html', offline: 'src/offline/worker.ts' },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'offline' ? 'offline.js' : 'assets/[name]-[hash].js'), // a worker's address stays the same
        codeSplitting: {
          groups: [
            { name: 'vue', test: /\/node_modules\/(vue|@vue\/(runtime-core|runtime-dom|reactivity|shared))\/[^?]*$|plugin-vue:export-helper/, priority: 3 },
            // What staff pages share comes with the first load, so that a page costs its own code only. The passenger's pages take nothing of it but types.
            { name: 'parts', test: /\/src\/shared\/(?!api\/)(?!.*\?passenger$)/, priority: 2 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy, fs: { allow: ['..'] } }, // the manual lies beside this folder
  preview: { port: 5173, proxy },
  test: { environment: 'happy-dom', include: ['src/**/*.spec.ts'] },
});
