// What readers notice while a cluster of Citus gets another node, and while one is away:
// `npm run bench:nodes -- --citus URL --add HOST:PORT --stop COMMAND --start COMMAND`.
// The database is empty and has the extension and its nodes; the new node has the same database with the extension. The commands stop and start the
// node at the port in $1. docs/scale.md tells what came out.
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { migrate, openDatabase, type OwnerDatabase, rebuildOrganization, refreshOrganization } from '@qontak/impact-service';
import type { Serving } from '../service/serve.ts';
import { SECRET, tokenOf } from '../service/served.ts';
import { AS_OF, makeShop, reportPaths, type Shop } from '../service/shop.ts';
import { Part } from '../part.ts';
import { median, quantile } from '../statistics.ts';
import { numberText } from '../table.ts';

const ORGANIZATIONS = 40;
const READERS = 4;
/** Ids that are close to each other are not spread evenly when there are few. */
const APART = 1_000_003;

const { values } = parseArgs({
  options: {
    citus: { type: 'string' },
    add: { type: 'string' },
    stop: { type: 'string' },
    start: { type: 'string' },
    rooms: { type: 'string', default: '1000' },
  },
});
const { citus, add, stop, start } = values;
if (citus === undefined || add === undefined || stop === undefined || start === undefined) {
  console.error('Could not begin: --citus URL --add HOST:PORT --stop COMMAND --start COMMAND.');
  process.exit(2);
}

/** What one reader was told. */
interface Answer {
  shop: Shop;
  status: number;
  retryAfter: string | null;
  ms: number;
}

const database = await openDatabase({ databaseUrl: citus });
const { owner } = database;
await migrate(owner);
const shops = await fill(owner, Number(values.rooms));
const serving = new Part<Serving>(new URL('../service/serve.ts', import.meta.url));
const [origin] = (await serving.ask('open', { databases: [{ databaseUrl: citus }], secret: SECRET })) as [string];

let answers: Answer[] = [];
let going = true;
const readers = Array.from({ length: READERS }, (_, i) => readOn(i));
await phase('nothing else', () => pause(8_000));
await phase('shards move to the new node', addNode);
const [lost] = [...(await nodesOf())].toSorted(([, one], [, other]) => one - other) as [[node: string, organizations: number]];
const port = lost[0].split(':').at(-1)!;
await phase(`the node of ${lost[1]} organizations is away`, async () => {
  run(stop);
  await pause(8_000);
  const measured = await (await fetch(`${origin}/metrics`)).text();
  console.log(`  /readyz ${(await fetch(`${origin}/readyz`)).status}, ${/^impact_database_up .*$/m.exec(measured)?.[0]}`);
});
await phase('it comes back, and 10 s after', async () => {
  run(start);
  await pause(10_000);
});
await phase('10 s later', () => pause(10_000));
going = false;
await Promise.all(readers);
await write();
process.exit();

async function fill(on: OwnerDatabase, rooms: number): Promise<Shop[]> {
  const made: Shop[] = [];
  for (let i = 0; i < ORGANIZATIONS; i++) {
    const shop = await makeShop(on, { number: 1 + i * APART, rooms, weeks: 52 });
    await rebuildOrganization(on, shop.organizationId, { asOf: AS_OF });
    made.push(shop);
  }
  return made;
}

/** One report after the other, of each organization in turn, whatever comes. */
async function readOn(first: number): Promise<void> {
  const paths = shops.map((shop) => reportPaths(shop, 'each'));
  for (let turn = first; going; turn++) {
    const shop = shops[turn % shops.length]!;
    const begun = performance.now();
    const answer = await fetch(origin + (paths[turn % shops.length]!.next().value as string), { headers: { authorization: `Bearer ${await tokenOf(shop)}` } });
    await answer.arrayBuffer();
    answers.push({ shop, status: answer.status, retryAfter: answer.headers.get('retry-after'), ms: performance.now() - begun });
    if (answer.status !== 200) await pause(50);
  }
}

async function phase(name: string, work: () => Promise<unknown>): Promise<void> {
  answers = [];
  const begun = performance.now();
  await work();
  const seen = answers;
  const seconds = (performance.now() - begun) / 1000;
  const times = seen.filter(({ status }) => status === 200).map(({ ms }) => ms);
  const told = Map.groupBy(seen, ({ status, retryAfter }) => (status === 200 ? '200' : `${status} Retry-After ${retryAfter}`));
  const counts = [...told].map(([text, all]) => `${text}: ${all.length} (${new Set(all.map(({ shop }) => shop.organizationId)).size} organizations)`);
  const figures =
    times.length === 0 ? '' : ` p50 ${numberText(median(times))} ms, p99 ${numberText(quantile(times, 0.99))} ms, longest ${numberText(Math.max(...times))} ms`;
  console.log(`${name}: ${numberText(seconds)} s; ${counts.join(', ')};${figures}`);
}

async function addNode(): Promise<void> {
  const { hostname, port } = new URL(`tcp://${add}`);
  await owner.query('select citus_add_node($1, $2::integer)', [hostname, port]);
  await owner.query('select citus_rebalance_start()');
  await owner.query('select citus_rebalance_wait()');
  for (const [node, n] of await nodesOf()) console.log(`  ${n} of ${shops.length} organizations are on ${node}`);
}

/** How many of the organizations each node has. */
async function nodesOf(): Promise<Map<string, number>> {
  const nodes: string[] = [];
  for (const { organizationId } of shops) {
    const [row] = await owner.query<{ node: string }>(
      `select nodename || ':' || nodeport as node from citus_shards where shardid = get_shard_id_for_distribution_column('organizations', $1::uuid)`,
      [organizationId],
    );
    nodes.push(row!.node);
  }
  return new Map([...Map.groupBy(nodes, (node) => node)].map(([node, all]) => [node, all.length]));
}

/** That the cluster still takes and counts what comes. */
async function write(): Promise<void> {
  for (const { organizationId } of shops) await refreshOrganization(owner, organizationId);
  console.log(`counted again: ${shops.length} organizations`);
}

function run(command: string): void {
  const { status, stderr } = spawnSync('sh', ['-c', command, 'sh', port], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Could not run ${command}: ${stderr}`);
}
