// The web's house rules: who may import whom (app → pages → entities → shared), no inline styles (the content security policy forbids them).
import vue from 'eslint-plugin-vue';
import ts from 'typescript-eslint';

// A folder reaches the ones below it by '@/…' and its own files by './…' or '../…'; this is what it may not reach.
const above = { shared: ['entities', 'pages', 'app', 'passenger'], entities: ['pages', 'app', 'passenger'], pages: ['app', 'passenger'], passenger: ['entities', 'pages', 'app'], app: ['passenger'] };
const zones = Object.entries(above).map(([folder, forbidden]) => ({
  files: [`src/${folder}/**/*.ts`, `src/${folder}/**/*.vue`],
  rules: {
    'no-restricted-imports': ['error', { patterns: [
      { group: forbidden.flatMap((name) => [`@/${name}`, `@/${name}/**`, `**/../${name}/**`]), message: `${folder} may not import this: app → pages → entities → shared.` },
      ...(folder === 'passenger' ? [{ group: ['vue-router', 'pinia', 'vue-i18n', '@tanstack/**'], message: 'The passenger pages stay small: Vue and native controls only.' }] : []),
    ] }],
  },
}));

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/shared/api/schema.gen.ts'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['src/**/*.ts', 'src/**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  ...zones,
);
