// What keeps the passenger's pages small: a Vue of their own, and templates without what makes large pages fast.
import vue from '@vitejs/plugin-vue';

const own = '?passenger';
const ours = /\/src\/passenger\/[^?]*\.vue(\?|$)/;

/** The passenger's pages take Vue (and the reading of telephone numbers) as a copy of their own, of which only what they use is left; shared, it would be all that the staff's pages use. */
const ownVue = () => ({
  name: 'own-vue',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    // Vue, and what imports nothing of the staff's.
    if (!importer || !/^(vue|@vue\/[\w-]+|@\/shared\/phone|\/.*\/src\/shared\/phone)$/.test(source)) return null;
    if (!importer.endsWith(own) && !importer.includes('/src/passenger/')) return null;
    const found = await this.resolve(source, importer.replace(own, ''), { skipSelf: true });
    return found && found.id + own;
  },
  transform(code, id) {
    return id.endsWith(own) && code.includes('__VUE_OPTIONS_API__') ? { code: code.replaceAll('__VUE_OPTIONS_API__', 'false'), map: null } : null;
  },
});

/** Takes the hints of what may change (patch flags) from the calls that a template was compiled to; without them everything is compared. */
function withoutHints(node, seen = new Set()) {
  if (typeof node !== 'object' || node === null || seen.has(node)) return;
  seen.add(node);
  if (node.type === 13) node.patchFlag = node.dynamicProps = undefined; // NodeTypes.VNODE_CALL
  for (const value of Object.values(node)) withoutHints(value, seen);
}

/** Vue's plugin for the passenger's files: no hoisting, no caching, no hints. Pages of this size are compared in no time. */
function plainVue() {
  const plugin = vue({
    include: ours,
    template: {
      compilerOptions: {
        hoistStatic: false,
        cacheHandlers: false,
        nodeTransforms: [(node) => (node.type === 0 ? () => withoutHints(node) : undefined)], // NodeTypes.ROOT, left last
      },
    },
  });
  const { handler } = plugin.transform;
  // Style blocks pass by `include`; the staff's instance sees to those.
  return { ...plugin, name: 'vue-passenger', transform: { handler(code, id, options) { return ours.test(id) ? handler.call(this, code, id, options) : null; } } };
}

/** The other half: blocks, which only list what the hints are for, become plain nodes; `say` is known to be a function. */
const plainBlocks = () => ({
  name: 'plain-blocks',
  apply: 'build',
  transform(code, id) {
    if (!ours.test(id) || !code.includes('_openBlock')) return null;
    const plain = code.replace(/_openBlock\((true)?\), /g, '').replace(/\b_createElementBlock\(/g, '_plainElement(').replace(/\b_createBlock\(/g, '_plainNode(').replaceAll('_unref(say)', 'say');
    return { code: `import { createElementVNode as _plainElement, createVNode as _plainNode } from 'vue';\n${plain}`, map: null };
  },
});

/** What the passenger's pages fetch later has no style sheets: what looks for them is not worth a request of the first load. */
const plainImports = () => ({
  name: 'plain-imports',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const helper = /import\{(?:\w+ as )?(\w+)\}from"\.\/preload-helper-[\w-]+\.js";/;
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && file.name === 'passenger');
      const page = bundle['index.html'];
      if (!entry || !page || !helper.test(entry.code)) throw new Error('the passenger’s first script is not what build/passenger.mjs expects');
      entry.code = entry.code.replace(helper, 'const $1=load=>load();');
      page.source = String(page.source).replace(/\s*<link rel="modulepreload"[^>]*preload-helper[^>]*>/, '');
    },
  },
});

/** Vue's plugins for both applications, in the place of `vue()`. */
export const vueOfBoth = () => [ownVue(), plainVue(), plainBlocks(), plainImports(), vue({ include: /\.vue$/, exclude: ours })];
