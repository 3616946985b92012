import { defineConfig, mergeConfig, parseSync, type Plugin, type UserConfig, Visitor } from 'vite';
import { compileHints } from './scripts/build/compile-hint.ts';
import { litPolicy } from './scripts/build/lit-policy.ts';
import { leaveOut } from './scripts/build/leave-out.ts';

/** What the service sends with its pages. The preview sends it too, so that the sandbox is tested under the same rule. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types qontak-impact',
].join('; ');

const inDemo = (file: string): string => `${import.meta.dirname}/demo/${file}`;

/** Says where the pages are. Vite's own option to open one prints a failure where there is no desktop. */
const sayWhere: Plugin = {
  name: 'say-where',
  configureServer(server) {
    server.printUrls = () => {
      const [url] = server.resolvedUrls?.local ?? [];
      server.config.logger.info(`Without a service: ${url}sandbox.html\nEvery state:       ${url}gallery.html`);
    };
  },
};

/**
 * Style sheets lose their comments and indentation; no minifier looks into a template. Only where nothing is inserted, and only what
 * cannot change a meaning: the space before a colon is a selector's.
 */
const terseStyles: Plugin = {
  name: 'terse-styles',
  apply: 'build',
  transform: {
    filter: { id: /\/widgets\/.+\.ts$/, code: 'css`' },
    handler: (code) => ({ code: code.replaceAll(/(?<=\bcss`)[^`$]*(?=`)/g, terse), map: null }),
  },
};

const terse = (sheet: string): string =>
  sheet
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(/(?<=[{;][\w-]+:) /g, '')
    .replaceAll(';}', '}')
    .trim();

/** Templates lose their indentation, not the space that it stands for. Looked for in the tree: expressions within may hold texts and templates of their own. */
const terseTemplates: Plugin = {
  name: 'terse-templates',
  apply: 'build',
  transform: {
    filter: { id: /\/widgets\/.+\.ts$/, code: /\b(html|svg)`/ },
    handler(code, id) {
      const parts: { start: number; end: number }[] = [];
      new Visitor({
        TaggedTemplateExpression({ tag, quasi }) {
          if (tag.type === 'Identifier' && (tag.name === 'html' || tag.name === 'svg')) parts.push(...quasi.quasis);
        },
      }).visit(parseSync(id, code).program);
      // From the last one on, so that the places of those before it stay.
      const terser = parts
        .toSorted((one, other) => other.start - one.start)
        .reduce((text, { start, end }) => text.slice(0, start) + text.slice(start, end).replaceAll(/\n\s+/g, '\n') + text.slice(end), code);
      return { code: terser, map: null };
    },
  },
};

/** What every build of ours has in common, the measured one too. */
export const shipped: UserConfig = {
  plugins: [terseStyles, terseTemplates, litPolicy, leaveOut],
  build: {
    target: 'es2022',
    // No code of ours or of a library of ours reads a property for what reading it does: 5 KB of Chart.js.
    rolldownOptions: { treeshake: { propertyReadSideEffects: false } },
  },
};

const outputs: Record<string, UserConfig> = {
  /** The pages: the report on the service, the sandbox without one, and the gallery of every state. */
  demo: {
    // Absolute, so that it does not matter where the build is started from.
    root: inDemo(''),
    base: './',
    publicDir: false,
    plugins: [sayWhere, compileHints],
    // `npm start` beside the development server: the page with live reload, on the real service.
    server: { proxy: { '/v1': 'http://127.0.0.1:8787', '/dev': 'http://127.0.0.1:8787' } },
    preview: { proxy: {}, headers: { 'Content-Security-Policy': PAGE_POLICY } },
    build: {
      outDir: inDemo('../dist/demo'),
      emptyOutDir: true,
      // The policy allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: inDemo('index.html'), sandbox: inDemo('sandbox.html'), gallery: inDemo('gallery.html') } },
    },
  },
};

export default defineConfig(({ mode }) => mergeConfig<UserConfig, UserConfig>(shipped, outputs[mode] ?? outputs.demo!));
