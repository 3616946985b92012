// The service with connections of its own beside the same behind PgBouncer: `npm run bench:pooler -- --pgbouncer PROGRAM`.
// Ten instances and 200 organizations, all on this machine. docs/scale.md tells what came out.
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { type DatabaseConfig, openDatabase, selfCheck } from '@qontak/impact-service';
import { startPgBouncer } from '../../service/test/pgbouncer.ts';
import { startPostgres } from '../../service/test/real-postgres.ts';
import { countCrowd, makeCrowd } from '../service/crowd.ts';
import type { Crowd, Lane, Loading } from '../service/load.ts';
import { newDatabase, SETTINGS } from '../service/postgres.ts';
import type { Serving } from '../service/serve.ts';
import { fetchReport, SECRET, tokenOf, USUAL_PATH } from '../service/served.ts';
import { reportPaths, type Shop, take } from '../service/shop.ts';
import { Part } from '../part.ts';
import { median, quantile } from '../statistics.ts';
import { numberText } from '../table.ts';

const INSTANCES = 10;
const ORGANIZATIONS = 200;
const CHATS_EACH = 300;
/** What PgBouncer shares among all. */
const CONNECTIONS = 10;
const SECONDS = 10;
const ROUNDS = 3;
const ONE_BY_ONE = 150;

const { values } = parseArgs({ options: { pgbouncer: { type: 'string' } } });
if (values.pgbouncer === undefined) {
  console.error('Could not compare: name the program, --pgbouncer /usr/sbin/pgbouncer (1.21 or newer).');
  process.exit(2);
}

/** The instances that reach the database in one way. */
interface Way {
  name: string;
  origins: string[];
  /** Answers that were no report until all had found out what the pooler keeps. */
  refused: number;
  connections: number;
  crowds: Crowd[];
}

const server = { url: (await startPostgres([...SETTINGS, 'max_connections=200'])).url, isOurs: true };
const database = await newDatabase(server);
const shops = await makeCrowd(database, ORGANIZATIONS, CHATS_EACH);
await countCrowd(database, shops);
await selfCheck(await openDatabase({ databaseUrl: database.url }));
const pooled = async (preparedStatements: number): Promise<DatabaseConfig> => {
  const { url } = await startPgBouncer({ binary: values.pgbouncer!, databaseUrl: database.url, connections: CONNECTIONS, preparedStatements });
  return { databaseUrl: database.url, appDatabaseUrl: url };
};
const load = new Part<Loading>(new URL('../service/load.ts', import.meta.url));
const ways = [
  await open('direct', { databaseUrl: database.url }),
  await open('PgBouncer, 200 prepared statements', await pooled(200)),
  await open('PgBouncer, none', await pooled(0)),
];
await compareAnswers();
for (let round = 0; round < ROUNDS; round++) {
  for (let turn = 0; turn < ways.length; turn++) await crowd(ways[(round + turn) % ways.length]!);
}
const alone = await oneByOne();
console.log(['', 'requests/s', 'p50 ms', 'p99 ms', 'one at a time, p50 ms', 'p95 ms', 'connections', 'refused at first'].join(' | '));
for (const way of ways) {
  const latencies = way.crowds.flatMap((one) => one.latencies);
  const perSecond = latencies.length / way.crowds.reduce((sum, { seconds }) => sum + seconds, 0);
  const times = alone[way.name]!;
  const figures = [perSecond, median(latencies), quantile(latencies, 0.99), median(times), quantile(times, 0.95), way.connections, way.refused];
  console.log([way.name, ...figures.map(numberText)].join(' | '));
}
process.exit();

/** All instances are in one process, which has as many pools. */
async function open(name: string, place: DatabaseConfig): Promise<Way> {
  const serving = new Part<Serving>(new URL('../service/serve.ts', import.meta.url));
  const origins = await serving.ask('open', { databases: Array.from({ length: INSTANCES }, () => place), secret: SECRET });
  const way: Way = { name, origins, refused: 0, connections: 0, crowds: [] };
  for (let round = 0; round < 3; round++) {
    const statuses = await Promise.all(shops.flatMap((shop, i) => statusOf(originOf(way, i), shop)));
    way.refused += statuses.filter((status) => status !== 200).length;
  }
  return way;
}

async function statusOf(origin: string, shop: Shop): Promise<number> {
  const answer = await fetch(origin + take(reportPaths(shop, 'each'), 1)[0]!, { headers: { authorization: `Bearer ${await tokenOf(shop)}` } });
  await answer.arrayBuffer();
  return answer.status;
}

function originOf({ origins }: Way, i: number): string {
  return origins[i % origins.length]!;
}

/** Everybody at once through the pooler, against what they are told without it. */
async function compareAnswers(): Promise<void> {
  const [direct, ...others] = ways as [Way, ...Way[]];
  let compared = 0;
  for (const way of others) {
    await Promise.all(
      shops.map(async (shop, i) => {
        const [one, other] = await Promise.all([direct, way].map((its) => fetchReport({ origin: originOf(its, i), shop }, USUAL_PATH)));
        if (one!.meta.organization.id !== shop.organizationId || !isDeepStrictEqual(one!.data, other!.data))
          throw new Error(`${way.name} mixes organizations.`);
        compared++;
      }),
    );
  }
  console.log(`${compared} reports through PgBouncer are those of their organizations.`);
}

async function crowd(way: Way): Promise<void> {
  const lanes = await Promise.all(
    shops.map(async (shop, i): Promise<Lane> => ({
      name: way.name,
      origin: originOf(way, i),
      paths: take(reportPaths(shop, 'all'), 150),
      token: await tokenOf(shop),
    })),
  );
  const asking = load.ask('allAtOnce', { lanes, warmUpSeconds: 2, seconds: SECONDS });
  const watching = setInterval(() => void watch(way), 1_000);
  way.crowds.push(await asking);
  clearInterval(watching);
}

async function watch(way: Way): Promise<void> {
  const user = way.name === 'direct' ? 'impact\\_request\\_%' : 'pooled\\_%';
  const [row] = await database.owner.query<{ n: number }>(
    `select coalesce(max(n), 0)::int as n
     from (select count(*) as n from pg_stat_activity where datname = current_database() and usename like $1 group by usename) logins`,
    [user],
  );
  way.connections = Math.max(way.connections, row!.n);
}

/** One client, one organization, all ways in turn. */
async function oneByOne(): Promise<Record<string, number[]>> {
  const [shop] = shops as [Shop];
  const token = await tokenOf(shop);
  const lanes = ways.map(({ name, origins }): Lane => ({ name, origin: origins[0]!, paths: take(reportPaths(shop, 'each'), ONE_BY_ONE + 40), token }));
  return load.ask('inTurn', { lanes, warmUp: 40, rounds: ONE_BY_ONE });
}
