// Reports from a primary that counts, beside the same from its streaming replica: `npm run bench:replica -- [--rooms N]`. docs/scale.md tells what
// came out.
//
// Two machines are wanted and one is there, so each server and the service in front of it get a processor core of their own. Whoever asks shares the
// replica's core, and whoever counts that of the primary.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { migrate, openDatabase, rebuildOrganization, selfCheck } from '@qontak/impact-service';
import { type RealPostgres, startPostgres } from '../../service/test/real-postgres.ts';
import type { Crowd, Lane, Loading } from '../service/load.ts';
import { SETTINGS } from '../service/postgres.ts';
import type { Serving } from '../service/serve.ts';
import { SECRET, tokenOf } from '../service/served.ts';
import { AS_OF, makeShop, reportPaths, type Shop, take } from '../service/shop.ts';
import type { Working } from '../service/work.ts';
import { Part } from '../part.ts';
import { median, quantile } from '../statistics.ts';
import { numberText } from '../table.ts';

const READERS = 4;
/** As many organizations are counted at once, by processes of their own. */
const COUNTED = 4;
const SECONDS = 8;
const ROUNDS = 4;
const PRIMARY_CORE = 0;
const REPLICA_CORE = 1;

const { values } = parseArgs({ options: { rooms: { type: 'string', default: '300000' } } });

const primary = await startPostgres(SETTINGS);
const [read, ...counted] = await fill(primary, Number(values.rooms));
const replica = await primary.replicate();
await pinServer(primary, PRIMARY_CORE);
await pinServer(replica, REPLICA_CORE);
const places = { primary: await serve(primary, PRIMARY_CORE), replica: await serve(replica, REPLICA_CORE) };
const works = counted.map(() => pinned(new Part<Working>(new URL('../service/work.ts', import.meta.url)), PRIMARY_CORE));
const load = pinned(new Part<Loading>(new URL('../service/load.ts', import.meta.url)), REPLICA_CORE);
const watcher = await openDatabase({ databaseUrl: primary.url });
const lags: number[] = [];

const crowds = new Map<string, Crowd[]>();
let rebuilds = 0;
const names = Object.keys(places) as (keyof typeof places)[];
for (let round = 0; round < ROUNDS; round++) {
  for (const name of round % 2 === 0 ? names : names.toReversed()) await ask(name, 'nothing else');
  for (const name of round % 2 === 0 ? names : names.toReversed()) await whileCounting(() => ask(name, 'the primary counts'));
}
console.log(['meanwhile', 'reports from', 'reports/s', 'p50 ms', 'p99 ms'].join(' | '));
for (const [name, all] of crowds) {
  const latencies = all.flatMap((crowd) => crowd.latencies);
  const perSecond = latencies.length / all.reduce((sum, { seconds }) => sum + seconds, 0);
  console.log([name, ...[perSecond, median(latencies), quantile(latencies, 0.99)].map(numberText)].join(' | '));
}
console.log(`lag: ${numberText(median(lags))} ms at the median, ${numberText(Math.max(...lags))} ms at most, of ${lags.length} looks; ${rebuilds} rebuilds`);
process.exit();

/** One organization is read, the others are counted and have all the rooms together. */
async function fill({ url }: RealPostgres, rooms: number): Promise<[read: Shop, ...counted: Shop[]]> {
  const database = await openDatabase({ databaseUrl: url });
  await migrate(database.owner);
  await selfCheck(database);
  const shops: [Shop, ...Shop[]] = [await makeShop(database.owner, { number: 1, rooms: 20_000, weeks: 104 })];
  for (let i = 0; i < COUNTED; i++) shops.push(await makeShop(database.owner, { number: 2 + i, rooms: Math.ceil(rooms / COUNTED), weeks: 104 }));
  for (const { organizationId } of shops) await rebuildOrganization(database.owner, organizationId, { asOf: AS_OF });
  await database.close();
  return shops;
}

async function serve({ url }: RealPostgres, core: number): Promise<string> {
  const serving = pinned(new Part<Serving>(new URL('../service/serve.ts', import.meta.url)), core);
  return (await serving.ask('open', { databases: [{ databaseUrl: url }], secret: SECRET }))[0]!;
}

function pinned<P extends { pid: number }>(part: P, core: number): P {
  pin(part.pid, core);
  return part;
}

/** Connections that are opened from now on. */
async function pinServer({ url }: RealPostgres, core: number): Promise<void> {
  const database = await openDatabase({ databaseUrl: url });
  const rows = await database.owner.query<{ pid: number }>(
    `select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid union all select pid from pg_stat_activity where backend_type <> 'client backend'`,
  );
  for (const { pid } of rows) pin(pid, core);
  await database.close();
}

function pin(pid: number, core: number): void {
  const { status, stderr } = spawnSync('taskset', ['-acp', String(core), String(pid)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Could not pin process ${pid} to core ${core}: ${stderr}`);
}

async function ask(place: keyof typeof places, meanwhile: string): Promise<void> {
  const token = await tokenOf(read);
  const paths = reportPaths(read, 'each');
  const lanes = Array.from({ length: READERS }, (): Lane => ({ name: place, origin: places[place], paths: take(paths, 600), token }));
  const name = `${meanwhile} | ${place}`;
  crowds.set(name, [...(crowds.get(name) ?? []), await load.ask('allAtOnce', { lanes, warmUpSeconds: 1, seconds: SECONDS })]);
}

/** Counts everything again and again, and looks how far the replica is behind. */
async function whileCounting(asking: () => Promise<void>): Promise<void> {
  let going = true;
  const counting = Promise.all(
    works.map(async (work, i) => {
      while (going) {
        await work.ask('rebuild', { url: primary.url, organizationId: counted[i]!.organizationId, asOf: AS_OF });
        rebuilds++;
      }
    }),
  );
  const looking = setInterval(() => void look(), 500);
  await asking();
  clearInterval(looking);
  going = false;
  await counting;
}

async function look(): Promise<void> {
  const [row] = await watcher.owner.query<{ ms: number }>('select coalesce(extract(epoch from replay_lag) * 1000, 0)::float8 as ms from pg_stat_replication');
  lags.push(row!.ms);
}
