// `npm run bench:service`: what the service takes, beside the least that it could take. See ../README.md.
import type { Figure } from '../figure.ts';
import { thisMachine } from '../machine.ts';
import { Part } from '../part.ts';
import { publish } from '../results.ts';
import { step } from '../steps.ts';
import { countCrowd, crowdFigures, makeCrowd, measureCrowd } from './crowd.ts';
import { checkReport, dashboardFigures } from './dashboard.ts';
import { WrongFigures } from './direct-count.ts';
import { assertSpace } from './disk.ts';
import { importFigures, importMemory, measureImports } from './import.ts';
import { coldMedian, latencyFigures, measureLatencies, traceReports } from './latency.ts';
import type { Loading } from './load.ts';
import { BenchRefused, readBenchOptions, type Sizes } from './options.ts';
import { type BenchDatabase, newDatabase, openServer, type Server, settingOf } from './postgres.ts';
import { rebuild, rebuildFigures, rebuildMemory, type Rebuilt } from './rebuild.ts';
import { measureRefreshes, refreshFigures } from './refresh.ts';
import type { Serving } from './serve.ts';
import { SECRET, type Served, served, sizeText, USUAL_PATH } from './served.ts';
import { makeShop, type Shop, take } from './shop.ts';
import type { Working } from './work.ts';

/** The same for every size: what grows is the number of chats a day. */
const WEEKS = 104;

interface Loaded {
  database: BenchDatabase;
  shop: Shop;
  rebuilt: Rebuilt;
}

interface LoadedCrowd {
  database: BenchDatabase;
  shops: Shop[];
  counted: Figure;
}

async function loadSize(server: Server, rooms: number): Promise<Loaded> {
  const database = await newDatabase(server);
  const label = sizeText(rooms);
  const shop = await step(`Making ${label} chats`, (tell) => makeShop(database.owner, { number: 1, rooms, weeks: WEEKS }, tell));
  const rebuilt = await step(`Counting ${label} chats from scratch`, () => rebuild(database, shop));
  return { database, shop, rebuilt };
}

async function loadCrowd(server: Server, { organizations, roomsEach }: Sizes): Promise<LoadedCrowd> {
  const database = await newDatabase(server);
  const shops = await step(`Making ${organizations} organizations`, () => makeCrowd(database, organizations, roomsEach));
  const counted = await step(`Counting ${organizations} organizations`, () => countCrowd(database, shops));
  return { database, shops, counted };
}

/** Figures come in the order of the points; measuring goes in the order that disturbs least: what only reads comes first. */
async function measure(server: Server, sizes: Sizes): Promise<Figure[]> {
  const loaded: Loaded[] = [];
  for (const rooms of sizes.rooms) loaded.push(await loadSize(server, rooms));
  const crowd = await loadCrowd(server, sizes);
  const [serving, load] = [new Part<Serving>(new URL('./serve.ts', import.meta.url)), new Part<Loading>(new URL('./load.ts', import.meta.url))];
  const databases = [...loaded, crowd].map(({ database }) => ({ databaseUrl: database.url }));
  const origins = await step('Starting the service', () => serving.ask('open', { databases, secret: SECRET }));
  const all = loaded.map(({ shop, database }, i) => served(shop, database, origins[i]!));
  const everywhere = [...all, ...crowdSample(crowd, origins.at(-1)!)];

  await step('Counting the figures of reports one by one', () => checkAll(everywhere));
  const latencies = await step('Asking for reports', () => measureLatencies(load, all, sizes.rounds));
  const traces = await step('Tracing reports', () => traceReports(load, serving, all));
  const dashboards = await step('Asking raw chats', () => dashboardFigures(all, sizes.dashboards, coldMedian(latencies, all.at(-1)!)));
  const asked = await step('Asking for all organizations at once', () => measureCrowd(load, origins.at(-1)!, crowd.shops, sizes.seconds));
  const servingPeak: Figure = { point: 'g', name: 'the service after all requests, peak of Node', value: await serving.ask('peak'), unit: 'MB' };
  const refreshes = await step('Changing chats and refreshing', () => refreshAll(all, sizes.refreshes));
  await step('Counting the figures of reports one by one, after the changes', () => checkAll(everywhere));
  await Promise.all([serving.stop(), load.stop()]);
  const imports = await step('Importing a file', () => measureImports(server, all[0]!, sizes.importRows, sizes.imports));

  const rebuilt = loaded.map((one) => one.rebuilt);
  return [
    ...latencyFigures(latencies, all, traces),
    ...dashboards,
    ...rebuildFigures(rebuilt),
    crowd.counted,
    ...refreshFigures(refreshes),
    ...importFigures(imports),
    ...importMemory(imports),
    ...rebuildMemory(rebuilt),
    servingPeak,
    ...crowdFigures(asked, crowd.shops.length),
  ];
}

/** The largest organization, one of the middle, and the smallest. */
const crowdSample = ({ shops, database }: LoadedCrowd, origin: string): Served[] =>
  [shops[0]!, shops[Math.floor(shops.length / 2)]!, shops.at(-1)!].map((shop) => served(shop, database, origin));

/** The report that everybody sees, and one of a channel that nobody has asked for. */
async function checkAll(everywhere: readonly Served[]): Promise<void> {
  for (const one of everywhere) for (const path of [USUAL_PATH, ...take(one.paths.each, 1)]) await checkReport(one, path);
}

async function refreshAll(all: readonly Served[], times: number): ReturnType<typeof measureRefreshes> {
  const work = new Part<Working>(new URL('./work.ts', import.meta.url));
  const refreshes = await measureRefreshes(work, all, times);
  await work.stop();
  return refreshes;
}

// Without this the server would outlive the one who stopped its benchmark.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

async function run(): Promise<void> {
  const start = performance.now();
  const { quick, sizes, databaseUrl } = readBenchOptions(process.argv.slice(2), process.env);
  if (databaseUrl === undefined) assertSpace(sizes);
  const [started_at, machine] = [new Date().toISOString(), thisMachine()];
  const server = await openServer(databaseUrl);
  const figures = await measure(server, sizes);
  const setting = { ...(await settingOf(server)), weeks: WEEKS, 'requests of each kind': sizes.rounds, refreshes: sizes.refreshes, imports: sizes.imports };
  publish({ name: 'service', quick, machine, setting, started_at, minutes: (performance.now() - start) / 60_000, figures });
}

try {
  await run();
  process.exit(0);
} catch (error) {
  console.error(error instanceof WrongFigures || error instanceof BenchRefused ? error.message : error);
  process.exit(1);
}
