// The starts of docs/embedding.md, as a new integrator pastes them: into a project that has the packed package and a framework, checked,
// built, and opened in the browser under the policy that the same page gives.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import vue from '@vitejs/plugin-vue';
import type { Browser } from 'puppeteer-core';
import { build, preview, type PreviewServer, type ProxyOptions } from 'vite';
import { launch, waitForText, waitToSee, watchedPage } from '../../scripts/demo-browser.ts';
import { DIST } from '../../scripts/build/built.ts';
import { REPOSITORY, ROOT } from '../../scripts/build/entries.ts';
import { DOCUMENT } from '../../scripts/embedding.ts';
import { POLICIES } from '../../scripts/shells/policies.ts';
import { serveShells, type ShellServer } from '../../scripts/shells/server.ts';
import { type Consumer, consumer } from './consumer.ts';

const MOST_LINES = 10;

interface Start {
  /** The framework, or `try` for what serves them all. */
  by: string;
  file: string;
  text: string;
}

const STARTS = Map.groupBy(
  [...readFileSync(DOCUMENT, 'utf8').matchAll(/<!-- start (\S+) (\S+) -->\n+```\w+\n([^]*?)```/g)].map(([, by, file, text]): Start => ({
    by: by!,
    file: file!,
    text: text!,
  })),
  ({ by }) => by,
);

/** What stands in a project before anything is pasted. */
const PROJECTS: Readonly<Record<string, { files: Record<string, string>; policy: string }>> = {
  vue: {
    files: {
      'index.html': '<!doctype html><div id="app"></div><script type="module" src="/src/main.ts"></script>',
      'src/main.ts': "import { createApp } from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('#app');\n",
    },
    policy: POLICIES['/vue.html']!,
  },
  react: {
    files: {
      'index.html': '<!doctype html><div id="root"></div><script type="module" src="/src/main.tsx"></script>',
      'src/main.tsx':
        "import { StrictMode } from 'react';\nimport { createRoot } from 'react-dom/client';\nimport App from './App.tsx';\ncreateRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);\n",
    },
    policy: POLICIES['/react.html']!,
  },
  'single-spa': {
    files: { 'index.html': '<!doctype html><div id="impact"></div><script type="module" src="/src/root.ts"></script>' },
    policy: POLICIES['/single-spa.html']!,
  },
  plain: { files: {}, policy: POLICIES['/plain/index.html']! },
};

let host: Consumer;
let service: ShellServer;
let browser: Browser;
/** That of the page, with the port of this service. */
let proxy: Record<string, ProxyOptions>;

const folderOf = (name: string): string => join(host.folder, `start-${name}`);

function write(folder: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** As the page says: the one file at an address with its version, and its hash. */
function placeFile(folder: string): void {
  const version = REPOSITORY.version;
  const hashes = JSON.parse(readFileSync(join(DIST, 'cdn', version, 'sri.json'), 'utf8')) as Record<string, string>;
  cpSync(join(DIST, 'cdn', version, 'impact.js'), join(folder, 'vendor/impact', version, 'impact.js'));
  const page = join(folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('sha384-...', hashes['impact.js']!));
}

function checkTypes(folder: string): void {
  const compilerOptions = { strict: true, noEmit: true, target: 'es2023', module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', types: [] };
  write(folder, { 'tsconfig.json': JSON.stringify({ compilerOptions: { ...compilerOptions, allowImportingTsExtensions: true }, include: ['src'] }) });
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
}

async function serve(name: string): Promise<PreviewServer> {
  const folder = folderOf(name);
  if (name !== 'plain') await build({ configFile: false, root: folder, logLevel: 'error', plugins: name === 'vue' ? [vue()] : [] });
  return preview({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    preview: { port: 0, host: '127.0.0.1', proxy, headers: { 'Content-Security-Policy': PROJECTS[name]!.policy } },
  });
}

describe('the starts of docs/embedding.md', () => {
  before(
    async () => {
      [host, service, browser] = await Promise.all([consumer(), serveShells(), launch()]);
      const config = join(host.folder, 'vite.config.js');
      const [{ text }] = STARTS.get('try')! as [Start];
      writeFileSync(config, `export default {\n${text}};\n`.replaceAll('http://127.0.0.1:8787', service.url.slice(0, -1)));
      ({ proxy } = ((await import(pathToFileURL(config).href)) as { default: { server: { proxy: typeof proxy } } }).default.server);
    },
    { timeout: 120_000 },
  );
  after(async () => {
    await browser?.close();
    await service?.close();
    host?.remove();
  });

  test('are those of every host, and of this version', () => {
    assert.deepEqual([...STARTS.keys()].sort(), [...Object.keys(PROJECTS), 'try'].sort());
    for (const [version] of readFileSync(DOCUMENT, 'utf8').matchAll(/(?<=impact-report-|impact\/|cdn\/)\d+\.\d+\.\d+/g))
      assert.equal(version, REPOSITORY.version);
  });

  for (const name of Object.keys(PROJECTS)) {
    test(`${name}: ten lines that need no other, and the report stands`, async () => {
      const pasted = STARTS.get(name)!;
      const lines = pasted.flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''));
      assert.ok(lines.length <= MOST_LINES, `${lines.length} lines`);
      assert.doesNotMatch(lines.join('\n'), /from '\./, 'it needs another file');
      write(folderOf(name), PROJECTS[name]!.files);
      // A page without a bundler is served as it is.
      const place = name === 'plain' ? join(folderOf(name), 'dist') : folderOf(name);
      write(place, Object.fromEntries(pasted.map(({ file, text }) => [file, text])));
      if (name === 'plain') placeFile(place);
      // Vue's own files are for the compiler of Vue alone.
      else if (name !== 'vue') checkTypes(folderOf(name));
      const server = await serve(name);
      const { page, problems } = await watchedPage(browser);
      await page.goto(server.resolvedUrls!.local[0]!);
      await waitForText(page, /AI solved|AI menyelesaikan/);
      // The chart is there, and its code comes once someone points at it.
      const chart = 'qontak-impact-report >>> qontak-impact-trend >>> .first svg';
      await (await waitToSee(page, chart)).hover();
      await page.waitForSelector(chart, { hidden: true });
      assert.deepEqual(problems, []);
      await page.close();
      await server.close();
    });
  }
});
