import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { visualRegressionPlugin } from '@web/test-runner-visual-regression/plugin';
import { chromium } from './scripts/chromium.ts';
import { forcedColorsPlugin } from './scripts/forced-colors.ts';
import { countReporter } from './scripts/wtr-count.ts';

const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

export default {
  // Pictures are those of the browser and the fonts that come from npm.
  files: ['{src,widgets,mocks,demo,test}/**/*.test.ts', ...(process.env.CHROME_PATH ? ['!test/pictures.test.ts'] : [])],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // Two pages of one browser fight over the focus, and on two cores nothing is gained.
  concurrency: 1,
  browsers: [chromeLauncher({ launchOptions: await chromium() })],
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 20_000 } },
  plugins: [
    // What a bundler does: @tanstack/query-core reads process.env.NODE_ENV.
    {
      name: 'node-env',
      transform: ({ response, body }) =>
        response.is('js') && typeof body === 'string' && body.includes('process.env.NODE_ENV')
          ? { body: body.replaceAll('process.env.NODE_ENV', '"development"') }
          : undefined,
    },
    // What a bundler does, too: jstat, which the mocks count with, is no module.
    {
      name: 'jstat',
      transform: ({ path, body }) =>
        path.endsWith('/jstat/dist/jstat.js') ? { body: `const module = {}, exports = {};\n${body}\nexport default module.exports;` } : undefined,
    },
    esbuildPlugin({ ts: true, target: 'es2022' }),
    a11ySnapshotPlugin(),
    forcedColorsPlugin(),
    // A picture that is missing fails; one that differs is drawn into test/pictures/failed.
    visualRegressionPlugin({
      update: process.argv.includes('--update-visual-baseline'),
      baseDir: 'test/pictures',
      // In per cents: rounding at an edge, not a line that moved.
      failureThreshold: 0.1,
      diffOptions: { threshold: 0.1 },
      getBaselineName: ({ name }) => name,
      getDiffName: ({ name }) => `failed/${name}-difference`,
      getFailedName: ({ name }) => `failed/${name}`,
    }),
  ],
  // msw's worker at the root, so that its scope covers every page.
  middleware: [
    async (context, next) => {
      if (context.path !== '/mockServiceWorker.js') return next();
      context.type = 'text/javascript';
      context.set('Cache-Control', 'no-store');
      context.body = await readFile(worker, 'utf8');
    },
  ],
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  filterBrowserLogs: ({ args }) => !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
};
