// The starts of docs/embedding.md and both README files, as a new integrator pastes them: into a project that has the packed package and a framework, checked,
// built, and opened in the browser under the policy that the same page gives.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import vue from '@vitejs/plugin-vue';
import type { Browser } from 'puppeteer-core';
import { build, preview, type PreviewServer, type ProxyOptions } from 'vite';
import { launch, waitForText, waitToSee, watchedPage } from '../../scripts/demo-browser.ts';
import { DIST } from '../../scripts/build/built.ts';
import { REPOSITORY, ROOT } from '../../scripts/build/entries.ts';
import { serveShells, type ShellServer } from '../../scripts/shells/server.ts';
import { authOf } from '../../service/src/auth/auth.ts';
import { type Consumer, consumer, link } from './consumer.ts';
import { DOCUMENTS, PROJECTS, SESSION, type Start, STARTS } from './starts.ts';

const MOST_LINES = 10;

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

type Checker = 'test/package/vue-tsc.ts' | 'node_modules/typescript/bin/tsc';

/** What is wrong with the types of some projects, a line each. */
function faultsIn(names: readonly string[], checker: Checker): string[] {
  const compilerOptions = { strict: true, noEmit: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx', types: [] };
  const include = names.flatMap((name) => [`start-${name}/src`, `start-${name}/*.ts`]);
  write(host.folder, { 'tsconfig.json': JSON.stringify({ compilerOptions: { ...compilerOptions, allowImportingTsExtensions: true }, include }) });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, checker), '-p', host.folder], { encoding: 'utf8' });
  const lines = (stdout + stderr).split('\n').filter((line) => line !== '');
  assert.equal(lines.length === 0, status === 0);
  return lines;
}

/** Everything stands in its project as it is pasted. */
function paste(name: string): void {
  const pasted = STARTS.get(name)!;
  const { files } = PROJECTS[name]!;
  // A page without a bundler is served as it is.
  const place = name === 'plain' ? join(folderOf(name), 'dist') : folderOf(name);
  // The service of production is behind the proxy here.
  write(place, { ...files, ...Object.fromEntries(pasted.map(({ file, text }) => [file, text.replace('https://metrics.example.id', '/impact-api/')])) });
  if (name === 'plain') placeFile(place);
}

/** The host of demo/shells that the page quotes, as it stands. */
function placeShell(): void {
  const folder = folderOf('shell');
  for (const part of ['vue', 'host']) cpSync(join(ROOT, 'demo/shells', part), join(folder, 'src', part), { recursive: true });
  link(folder, ['@tanstack/query-core', 'chart.js', 'vue-router', 'zod']);
}

async function serve(name: string): Promise<PreviewServer> {
  const folder = folderOf(name);
  const own = join(folder, 'vite.config.ts');
  const config = existsSync(own) ? { configFile: own } : { configFile: false as const, plugins: [vue()] };
  if (name !== 'plain') await build({ ...config, root: folder, logLevel: 'error' });
  return preview({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    preview: { port: 0, host: '127.0.0.1', proxy, headers: { 'Content-Security-Policy': PROJECTS[name]!.policy } },
  });
}

describe('the code of docs/embedding.md and the README files', () => {
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

  test('is all run, quoted or checked, and of this version', () => {
    assert.deepEqual([...STARTS.keys()].sort(), [...Object.keys(PROJECTS), 'checked', 'token', 'try'].sort());
    for (const document of DOCUMENTS) {
      const unmarked = [...document.matchAll(/(?<!<!-- (?:start|quote|checked) [^\n]* -->\n\n)^```(?:[jt]sx?|vue|html|css)\n[^\n]*/gm)];
      assert.deepEqual(
        unmarked.map(([text]) => text),
        [],
      );
      for (const [version] of document.matchAll(/(?<=impact-report-|impact\/|cdn\/)\d+\.\d+\.\d+/g)) assert.equal(version, REPOSITORY.version);
    }
  });

  test('has the types that it has to have, also where it is not run', () => {
    const names = Object.keys(PROJECTS).filter((name) => name !== 'plain');
    for (const name of names) paste(name);
    const folder = folderOf('checked');
    write(folder, Object.fromEntries(STARTS.get('checked')!.map(({ file, text }) => [file, text])));
    const app = '<template><ImpactProvider><ImpactHero :heading-level="3" /></ImpactProvider></template>';
    // One mistake in a template, to see that templates are looked at.
    write(folder, { 'src/session.ts': SESSION, 'src/App.vue': app, 'src/Wrong.vue': '<template><ImpactHero heading-level="3" /></template>' });
    placeShell();
    const faults = faultsIn([...names, 'checked', 'shell'], 'test/package/vue-tsc.ts');
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0]!, /Wrong\.vue.*Type 'string' is not assignable to type 'number'/);
    // The TypeScript of today, which knows no templates.
    assert.deepEqual(
      faultsIn(
        names.filter((name) => !STARTS.get(name)!.some(({ file }) => file.endsWith('.vue'))),
        'node_modules/typescript/bin/tsc',
      ),
      [],
    );
  });

  test('token: one that the service takes', async () => {
    const [{ file, text }] = STARTS.get('token') as [Start];
    write(host.folder, { [file]: text });
    const secret = 'a secret of thirty-two bytes, or more';
    process.env['AUTH_SECRET'] = secret;
    const { impactToken } = (await import(pathToFileURL(join(host.folder, file)).href)) as { impactToken: (user: object) => Promise<string> };
    delete process.env['AUTH_SECRET'];
    const user = { organizationId: '6f1d8a52-3c47-4b0e-9a65-2d7c1e94b301', role: 'supervisor', id: 'user-1042' };
    const auth = authOf({ mode: 'production', keys: { kind: 'secret', secret }, audience: 'impact-metrics', issuer: null });
    assert.deepEqual(await auth.verify(await impactToken(user)), { organizationId: user.organizationId, role: 'supervisor', subject: 'user-1042' });
  });

  for (const name of Object.keys(PROJECTS)) {
    const { files, lines: most = MOST_LINES } = PROJECTS[name]!;
    test(`${name}: ${most} lines that need no other file, and the report stands`, async () => {
      const pasted = STARTS.get(name)!;
      const lines = pasted.flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''));
      assert.ok(lines.length <= most, `${lines.length} lines`);
      if (!('src/session.ts' in files)) assert.doesNotMatch(lines.join('\n'), /from '\./, 'it needs another file');
      paste(name);
      const server = await serve(name);
      const { page, problems } = await watchedPage(browser);
      await page.goto(server.resolvedUrls!.local[0]!);
      await waitForText(page, /AI solved|AI menyelesaikan/, 'qontak-impact-report, qontak-impact-hero');
      // The chart is there, and its code comes once someone points at it.
      const chart = '>>> qontak-impact-trend >>> .first svg';
      await (await waitToSee(page, chart)).hover();
      await page.waitForSelector(chart, { hidden: true });
      await (await waitToSee(page, '>>> [part~="chats-button"]')).click();
      await waitToSee(page, '>>> dialog[open] [part="row"]');
      assert.deepEqual(problems, []);
      await page.close();
      await server.close();
    });
  }
});
