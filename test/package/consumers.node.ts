// What a consumer meets before there is a browser: types, servers.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SETTINGS, settingsOf } from '../../entries/elements.ts';
import { type Consumer, consumer } from './consumer.ts';
import { ROOT } from '../../scripts/build/entries.ts';

let host: Consumer;

/** Runs Node there, so that packages are found as an application finds them. */
function run(...args: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: host.folder, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

const COMPILER = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2024', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  types: [],
  allowImportingTsExtensions: true,
};

function check(name: string, options: object): void {
  const config = { compilerOptions: { ...COMPILER, ...options }, include: ['api.ts', 'vue', 'react'] };
  writeFileSync(join(host.folder, `${name}.json`), JSON.stringify(config));
  assert.deepEqual(run(join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', `${name}.json`), { code: 0, output: '' });
}

const server = (source: string): string => {
  const { code, output } = run('--input-type=module', '-e', source);
  assert.equal(code, 0, output);
  return output.trim();
};

describe('a consumer', () => {
  before(async () => {
    host = await consumer();
  });
  after(() => host.remove());

  test('has its program checked as a bundler resolves it, the declarations themselves too', () =>
    check('bundler', { module: 'preserve', moduleResolution: 'bundler', skipLibCheck: false }));

  test('has it checked as Node resolves it, under the strictest rules', () =>
    check('node', { module: 'nodenext', exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true }));

  test('can name the package on a server', () => {
    const names = server(`
      const all = await Promise.all(['', '/register', '/hero', '/report'].map((entry) => import('@qontak/impact-report' + entry)));
      console.log(all.map((one) => Object.keys(one).length > 0).join());
    `);
    assert.equal(names, 'true,true,true,true');
  });

  test('renders Vue on a server: the tags, and no function in an attribute', () => {
    const html = server(`
      import { createSSRApp, h } from 'vue';
      import { renderToString } from '@vue/server-renderer';
      import { impact, ImpactHero, ImpactProvider } from '@qontak/impact-report/vue';
      const app = createSSRApp({ render: () => h(ImpactProvider, { src: '/metrics', tokenProvider: () => 'secret' }, () => [h(ImpactHero, { class: 'first' })]) });
      app.use(impact, { locale: 'id' });
      console.log(await renderToString(app));
    `);
    assert.equal(html, '<qontak-impact-provider><qontak-impact-hero class="first"></qontak-impact-hero></qontak-impact-provider>');
  });

  test('renders React on a server', () => {
    const html = server(`
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      import { ImpactHero, ImpactProvider } from '@qontak/impact-report/react';
      const hero = createElement(ImpactHero, { className: 'first' });
      console.log(renderToString(createElement(ImpactProvider, { src: '/metrics', tokenProvider: () => 'secret', onImpactReady: () => {} }, hero)));
    `);
    assert.equal(html, '<qontak-impact-provider><qontak-impact-hero class="first"></qontak-impact-hero></qontak-impact-provider>');
  });
});

describe('the wrappers', () => {
  interface Manifest {
    modules: { declarations: { tagName: string; members: { kind: string; name: string }[] }[] }[];
  }

  test('hand on every setting that an element has', () => {
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
    const declarations = modules.flatMap((module) => module.declarations);
    assert.ok(declarations.length >= 14);
    for (const { tagName, members } of declarations) {
      const name = tagName.replace('qontak-impact-', '') as Parameters<typeof settingsOf>[0];
      const fields = members.filter(({ kind }) => kind === 'field').map((member) => member.name);
      assert.deepEqual(settingsOf(name).toSorted(), fields.toSorted(), tagName);
    }
    assert.ok(SETTINGS.includes('tokenProvider'));
  });
});
