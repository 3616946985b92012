// Who may import whom. The table is the whole rule; a file that is in no layer, or a layer that grows a new dependency, fails here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';
import { filesOf, importsOf } from './imports.ts';

interface Layer {
  name: string;
  /** The folder of a file of this layer; the longest that fits is the file's layer. */
  folder: string;
  /** Doors of other layers, as they are written in an import. */
  doors: readonly RegExp[];
  /** npm packages (and node: modules). */
  packages: readonly RegExp[];
  /** Fewer files than this means that the test looks in the wrong place. */
  atLeast: number;
}

const CONTRACT = /^@qontak\/impact-contract$/;
const LIT = /^(lit|lit\/.+)$/;
const BELOW_KIT = [CONTRACT, /^#lang$/, /^#data$/, /^#state$/];
/** What a method of every element does, fetched when it is called: a kit that is loaded has none of it. */
const WAYS_OUT = /^#widgets\/share\/out$/;
const BELOW_WIDGETS = [...BELOW_KIT, /^#kit$/];

const LAYERS: readonly Layer[] = [
  { name: 'contract', folder: 'src/contract', doors: [], packages: [/^zod\/mini$/, /^jstat$/], atLeast: 12 },
  { name: 'lang', folder: 'src/lang', doors: [], packages: [/^i18next$/], atLeast: 3 },
  { name: 'data', folder: 'src/data', doors: [CONTRACT], packages: [/^@tanstack\/query-core$/], atLeast: 4 },
  { name: 'state', folder: 'src/state', doors: [CONTRACT, /^#lang$/, /^#data$/], packages: [LIT, /^@lit\/context$/], atLeast: 4 },
  { name: 'kit', folder: 'widgets/kit', doors: [...BELOW_KIT, WAYS_OUT], packages: [LIT, /^chart\.js$/], atLeast: 5 },
  { name: 'widget', folder: 'widgets', doors: BELOW_WIDGETS, packages: [LIT, /^chart\.js$/, /^d3-sankey$/], atLeast: 5 },
  { name: 'report', folder: 'widgets/report', doors: [...BELOW_WIDGETS, /^#widgets\/[a-z-]+$/], packages: [LIT], atLeast: 3 },
  { name: 'embed', folder: 'src/embed', doors: [...BELOW_WIDGETS, /^#report$/, /^#widgets\/[a-z-]+$/], packages: [], atLeast: 4 },
  {
    name: 'entries',
    folder: 'entries',
    doors: [/^#data$/, /^#embed(\/all)?$/, /^#report$/, /^#widgets\/[a-z-]+$/],
    packages: [/^react$/, /^vue$/],
    atLeast: 4,
  },
  {
    name: 'mocks',
    folder: 'mocks',
    doors: [CONTRACT, /^@qontak\/impact-contract\/statistics$/, /^@qontak\/impact-contract\/openapi$/],
    packages: [/^msw(\/.+)?$/],
    atLeast: 8,
  },
  { name: 'demo', folder: 'demo', doors: [...BELOW_WIDGETS, /^#(report|mocks)$/, /^#(widgets|mocks)\/.+$/], packages: [LIT, /^vite\/client$/], atLeast: 4 },
  {
    // As much of us as any host has: the package.
    name: 'shells',
    folder: 'demo/shells',
    doors: [],
    packages: [
      /^@qontak\/impact-report(\/.+)?$/,
      /^(vue|vue-router|react|react-dom(\/client)?|single-spa)$/,
      /^(chart\.js|zod\/mini|@tanstack\/query-core|@vitejs\/plugin-vue|vite)$/,
    ],
    atLeast: 15,
  },
  {
    name: 'service',
    folder: 'service/src',
    doors: [CONTRACT, /^@qontak\/impact-contract\/(openapi|statistics)$/],
    packages: [/^node:/, ...dependenciesOf('service/package.json').map((name) => new RegExp(`^${name}(/.+)?$`))],
    atLeast: 15,
  },
];

/** Tests and stories may look anywhere; what ships may not. */
const FREE = /\.(node|test|e2e|story)\.ts$/;

function dependenciesOf(file: string): string[] {
  return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> }).dependencies);
}

function layerOf(file: string): Layer | undefined {
  return LAYERS.filter(({ folder }) => file.startsWith(`${folder}/`)).sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** Why an import may not stand in a file, or null. */
function complaint(file: string, layer: Layer, specifier: string): string | null {
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(file), specifier));
    if (layerOf(target) !== layer) return `reaches out of its layer with a relative path: ${specifier}`;
    return layer.name === 'widget' && target.split('/')[1] !== file.split('/')[1] ? `takes from another widget: ${specifier}` : null;
  }
  return [...layer.doors, ...layer.packages].some((allowed) => allowed.test(specifier)) ? null : `may not import ${specifier}`;
}

describe('architecture', () => {
  for (const layer of LAYERS) {
    test(`${layer.name} imports only what lies below it`, () => {
      const files = filesOf(layer.folder).filter((file) => layerOf(file) === layer && !FREE.test(file));
      assert.ok(files.length >= layer.atLeast, `${layer.folder} has ${files.length} files, at least ${layer.atLeast} expected`);
      const complaints = files.flatMap((file) =>
        importsOf(file).flatMap((specifier) => {
          const why = complaint(file, layer, specifier);
          return why === null ? [] : [`${file} ${why}`];
        }),
      );
      assert.deepEqual(complaints, []);
    });
  }

  test('what the front end ships names nothing of Node and nothing of the mocks', () => {
    const shipped = [...filesOf('src'), ...filesOf('widgets'), ...filesOf('entries')].filter((file) => !FREE.test(file));
    const complaints = shipped.flatMap((file) =>
      importsOf(file)
        .filter((name) => /^(node:|msw|#mocks)/.test(name))
        .map((name) => `${file}: ${name}`),
    );
    assert.deepEqual(complaints, []);
  });

  test('what builds and runs the project takes nothing from its tests', () => {
    const scripts = filesOf('scripts').filter((file) => !FREE.test(file));
    assert.ok(scripts.length > 20, String(scripts.length));
    const named = scripts.filter((file) =>
      importsOf(file).some((name) => name.startsWith('#test/') || normalize(join(dirname(file), name)).startsWith('test/')),
    );
    assert.deepEqual(named, []);
  });

  test('the kit fetches the ways out of the page later, and from one place', () => {
    const named = filesOf('widgets/kit').filter((file) => !FREE.test(file) && importsOf(file).some((name) => WAYS_OUT.test(name)));
    assert.deepEqual(named.toSorted(), ['widgets/kit/ways-out.ts']);
    // Of its types there is nothing left when it runs.
    const loaded = named.flatMap((file) => readFileSync(file, 'utf8').match(/^(import|export) .*from '#widgets.*$/gm) ?? []);
    assert.deepEqual(loaded, []);
  });

  test('the rule sees a wrong import', () => {
    const kit = LAYERS.find(({ name }) => name === 'kit')!;
    assert.match(complaint('widgets/kit/card.ts', kit, '#report')!, /may not import/);
    assert.match(complaint('widgets/kit/card.ts', kit, '../hero/hero.ts')!, /relative path/);
    assert.match(
      complaint(
        'widgets/hero/hero.ts',
        LAYERS.find(({ name }) => name === 'widget')!,
        '../trend/trend.ts',
      )!,
      /another widget/,
    );
  });
});
