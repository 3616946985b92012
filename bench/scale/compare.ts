// One server beside a Citus cluster, with the same organization in both: `npm run bench:scale -- --plain URL --citus URL [--rooms N] [--weeks N]`.
// Both databases have to be empty; the second has the extension and its nodes. docs/scale.md tells what came out.
import { parseArgs } from 'node:util';
import {
  type ActivityRow,
  createOrganization,
  type Database,
  importActivity,
  importRooms,
  migrate,
  openDatabase,
  rebuildOrganization,
  refreshOrganization,
  type RoomRow,
} from '@qontak/impact-service';
import { impactReport, reportBasis } from '../../service/src/metrics/report.ts';
import { AS_OF, makeShop, type Shop } from '../service/shop.ts';
import { median, quantile } from '../statistics.ts';

const REPORTS = 300;
const CHANGED = 1_000;

const { values } = parseArgs({
  options: { plain: { type: 'string' }, citus: { type: 'string' }, rooms: { type: 'string', default: '300000' }, weeks: { type: 'string', default: '52' } },
});
if (values.plain === undefined || values.citus === undefined) {
  console.error('Could not compare: name two empty databases, --plain URL and --citus URL.');
  process.exit(2);
}

const [plain, citus] = (await Promise.all(
  [values.plain, values.citus].map(async (databaseUrl) => {
    const database = await openDatabase({ databaseUrl });
    await migrate(database.owner);
    return database;
  }),
)) as [Database, Database];

// Made by the one server, and read from it: what both then take in is the same.
const shop = await makeShop(plain.owner, { number: 1, rooms: Number(values.rooms), weeks: Number(values.weeks) });
const rooms = await plain.owner.query<RoomRow & { organization_id?: string }>('select * from rooms where organization_id = $1 order by id', [
  shop.organizationId,
]);
const logs = await plain.owner.query<ActivityRow>('select * from ai_activity_logs where organization_id = $1 order by room_id', [shop.organizationId]);
const copy: Shop = { ...shop, organizationId: '00000000-0000-4000-8000-00000000c0b1' };

const results = new Map<string, [plain: number | null, citus: number | null]>();
const note = (what: string, place: 0 | 1, value: number): void => {
  const row = results.get(what) ?? [null, null];
  row[place] = value;
  results.set(what, row);
};
for (const [place, database] of [
  [0, plain],
  [1, citus],
] as const)
  await fill(place, database);
await compareReports();
for (const [what, [one, other]] of results) console.log(`${what.padEnd(48)} ${text(one)} ${text(other)}   ${one && other ? (other / one).toFixed(2) : ''}`);
await Promise.all([plain.close(), citus.close()]);

async function fill(place: 0 | 1, { owner }: Database): Promise<void> {
  const id = copy.organizationId;
  await createOrganization(owner, { id, name: 'Toko', timeZone: 'Asia/Jakarta', aiActivatedOn: copy.firstDay, source: 'live' });
  note('import of rooms, rows/s', place, rooms.length / (await seconds(() => importRooms(owner, id, rooms))));
  note('import of AI activity, rows/s', place, logs.length / (await seconds(() => importActivity(owner, id, logs))));
  note('first count, chats/s', place, rooms.length / (await seconds(() => refreshOrganization(owner, id, { asOf: AS_OF }))));
  note('rebuild, chats/s', place, rooms.length / (await seconds(() => rebuildOrganization(owner, id))));
  const changed = rooms.slice(-CHANGED).map((room) => ({ ...room, closed_reason: 'RESOLVE', updated_at: '2027-01-01T00:00:00Z' }));
  await importRooms(owner, id, changed);
  note(`refresh after ${CHANGED} changed chats, ms`, place, 1000 * (await seconds(() => refreshOrganization(owner, id))));
  const [size] = await owner.query<{ n: number; bytes: number }>(
    'select count(*)::int as n, coalesce(sum(pg_column_size(d.*)), 0)::bigint as bytes from daily_counts d where organization_id = $1',
    [id],
  );
  note('daily_counts, rows', place, size!.n);
  note('daily_counts, MB in its rows', place, size!.bytes / 2 ** 20);
}

/** In turn, so that whatever else the machine does meets both. */
async function compareReports(): Promise<void> {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < REPORTS; i++) {
    const period = { from: '2025-10-01', to: `2025-10-${String(1 + (i % 31)).padStart(2, '0')}`, channel: null };
    for (const place of [0, 1] as const) times[place].push(await seconds(() => report([plain, citus][place]!, period)));
  }
  for (const place of [0, 1] as const) {
    // The first ones open connections and plan.
    const warm = times[place].slice(REPORTS / 3);
    note('report, p50 ms', place, 1000 * median(warm));
    note('report, p95 ms', place, 1000 * quantile(warm, 0.95));
  }
}

function report({ request }: Database, period: Parameters<typeof reportBasis>[2]): Promise<unknown> {
  return request.asOrganization(copy.organizationId, async (tx) => impactReport(tx, (await reportBasis(tx, copy.organizationId, period))!));
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function text(value: number | null): string {
  return (value === null ? '' : value.toLocaleString('en-US', { maximumSignificantDigits: 3 })).padStart(12);
}
