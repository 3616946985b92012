// The pages that are measured side by side, and their production builds.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, mergeConfig, type UserConfig } from 'vite';
import { compileHints } from '../../scripts/build/compile-hint.ts';
import { shipped } from '../../vite.config.ts';

const HERE = import.meta.dirname;
const PEERS = join(HERE, '../peers');
/** Where the builds lie, one folder for each page. */
export const BUILT = join(HERE, '../../dist/bench');

/** Where a page shows what is waited for. `>>>` goes into a shadow root; a canvas counts once something was drawn on it. */
export interface Marks {
  hero: string;
  /** Empty: the page has none. */
  charts: readonly string[];
}

export interface BenchPage extends Marks {
  /** Its folder. */
  name: string;
  title: string;
  /** `limit` and `floor` are no peers: nobody would build the product that way. */
  kind: 'ours' | 'peer' | 'limit' | 'floor';
}

const hero = '.figure';
const OURS = {
  hero: 'qontak-impact-hero >>> [part=value]',
  charts: ['qontak-impact-trend >>> .first svg path', 'qontak-impact-journey >>> svg[part=chart] .way'],
};
const REPORT = 'qontak-impact-report >>> ';

export const PAGES: readonly BenchPage[] = [
  { name: 'ours', title: 'Ours: four widgets', kind: 'ours', ...OURS },
  { name: 'ours-report', title: 'Ours: the whole report', kind: 'ours', hero: REPORT + OURS.hero, charts: OURS.charts.map((path) => REPORT + path) },
  { name: 'react-recharts', title: 'React 19 + Recharts', kind: 'peer', hero, charts: ['.net-line path', '.recharts-sankey-links path'] },
  { name: 'react-recharts-lazy', title: 'React 19 + Recharts, charts lazy', kind: 'peer', hero, charts: ['.net-line path', '.recharts-sankey-links path'] },
  {
    name: 'react-echarts',
    title: 'React 19 + ECharts, charts lazy',
    kind: 'peer',
    hero,
    charts: ['.card:nth-child(3) canvas', '.card:nth-child(4) canvas'],
  },
  { name: 'vue-echarts', title: 'Vue 3 + ECharts, charts lazy', kind: 'peer', hero, charts: ['.card:nth-child(3) canvas', '.card:nth-child(4) canvas'] },
  { name: 'carbon', title: 'Carbon charts', kind: 'peer', hero, charts: ['.trend path.line', '.journey path.link'] },
  { name: 'limit', title: 'Plain DOM and SVG (the limit)', kind: 'limit', hero, charts: ['.trend .line', '.journey .way'] },
  { name: 'floor', title: 'Empty page and fetch (the floor)', kind: 'floor', hero, charts: [] },
];

/** The peers' packages are no part of the product: they are installed where the peers lie, when they are wanted. */
function installPeers(): void {
  if (!existsSync(join(PEERS, 'node_modules'))) execFileSync('npm', ['ci', '--loglevel=error'], { cwd: PEERS, stdio: 'inherit' });
}

export async function buildPages(pages: readonly BenchPage[]): Promise<void> {
  if (pages.some(({ kind }) => kind !== 'ours')) installPeers();
  for (const { name, kind } of pages) {
    const page: UserConfig = {
      root: join(kind === 'ours' ? HERE : PEERS, name),
      base: './',
      publicDir: false,
      logLevel: 'warn',
      build: { outDir: join(BUILT, name), emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000 },
    };
    // Each as its own makers would: ours as it ships, the others as Vite does it by itself.
    if (kind === 'ours') await build({ configFile: false, ...mergeConfig(mergeConfig(shipped, page), { plugins: [compileHints] }) });
    else await build({ configFile: false, ...page, plugins: name === 'vue-echarts' ? [(await vue()).default()] : [] });
  }
}

/** Not a package of the product, so it is named from where the peers lie. */
const vue = async (): Promise<{ default: () => never }> => import(join(PEERS, 'node_modules/@vitejs/plugin-vue/dist/index.mjs')) as never;
