// Builds the shells as their owners would: from the package as it is published, which lies in dist.
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const here = (file: string): string => `${import.meta.dirname}/${file}`;

export default defineConfig({
  root: here(''),
  base: './',
  publicDir: false,
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('qontak-impact-') } } })],
  resolve: {
    alias: [
      { find: /^@qontak\/impact-report$/, replacement: here('../../dist/esm/index.js') },
      { find: /^@qontak\/impact-report\/(.+)$/, replacement: here('../../dist/esm/$1.js') },
    ],
  },
  define: { __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  build: {
    target: 'es2022',
    outDir: here('../../dist/shells'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 1000,
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['vue', 'react', 'single-spa', 'iframe', 'framed'].map((name) => here(`${name}.html`)) },
  },
});
