// One set of tables beside the same partitioned by month: `npm run bench:partitions -- [--rooms N] [--months N]`. docs/scale.md tells what came out.
import { parseArgs } from 'node:util';
import { addDays, type LocalDate } from '@qontak/impact-contract';
import {
  type ActivityRow,
  createOrganization,
  type Database,
  importActivity,
  importRooms,
  openDatabase,
  type OwnerDatabase,
  rebuildOrganization,
  refreshOrganization,
  type RoomRow,
} from '@qontak/impact-service';
import { chatPage } from '../../service/src/chats/chat-page.ts';
import { pageEndOf } from '../../service/src/chats/cursor.ts';
import { impactReport, reportBasis } from '../../service/src/metrics/report.ts';
import { retainOrganization } from '../../service/src/retention/retain.ts';
import { newDatabase, openServer, settle } from '../service/postgres.ts';
import { AS_OF, makeShop, TIME_ZONE } from '../service/shop.ts';
import { median } from '../statistics.ts';
import { numberText } from '../table.ts';
import { dropMonths, ofMonths, partition } from './partitioned.ts';

const WEEKS_A_MONTH = 52 / 12;
const CHUNK = 25_000;
const CHANGED = 1_000;
const TIMES = 5;
const LOOKS = 100;
const NEVER = new AbortController().signal;

const { values } = parseArgs({ options: { rooms: { type: 'string', default: '300000' }, months: { type: 'string', default: '24' } } });
const months = Number(values.months);
const days = Array.from({ length: months + 1 }, (_, i) => new Date(Date.UTC(2026, i - months, 1)).toISOString().slice(0, 10) as LocalDate);
const kept = days.slice(Math.floor(months / 2));

/** In one database and in the other. */
const measured = new Map<string, [number[], number[]]>();
const server = await openServer(undefined);
const { rooms, logs, organizationId } = await madeUp();
const sides = [await side(false), await side(true)] as const;

for (let i = 0; i < rooms.length; i += CHUNK)
  await both('import, ms per 25,000 rooms', ({ owner }) => importRooms(owner, organizationId, rooms.slice(i, i + CHUNK)));
for (let i = 0; i < logs.length; i += CHUNK)
  await both('import, ms per 25,000 rows of AI activity', ({ owner }) => importActivity(owner, organizationId, logs.slice(i, i + CHUNK)));
await both('first count, ms', ({ owner }) => refreshOrganization(owner, organizationId, { asOf: AS_OF }));
for (const { owner } of sides) {
  await owner.query('vacuum (analyze)');
  await settle({ owner });
}
for (let i = 0; i < 3; i++) await both('rebuild, ms', ({ owner }) => rebuildOrganization(owner, organizationId));
const changing = rooms.filter(({ closed_at }) => closed_at !== null).slice(-CHANGED);
for (let i = 0; i < TIMES; i++) {
  const changed = changing.map((room) => ({ ...room, closed_reason: i % 2 === 0 ? 'RESOLVE' : 'SPAM', updated_at: `2026-01-0${i + 1}T00:00:00Z` }));
  await both('the same rooms come again, 1,000 changed, ms', ({ owner }) => importRooms(owner, organizationId, changed));
  await both('refresh after them, ms', ({ owner }) => refreshOrganization(owner, organizationId));
}
for (let i = 0; i < LOOKS; i++) {
  const period = { from: addDays(days[2]!, i), to: addDays(days[2]!, i + 29), channel: null };
  await both('report, ms', ({ request }) =>
    request.asOrganization(organizationId, async (tx) => impactReport(tx, (await reportBasis(tx, organizationId, period))!)),
  );
  const wanted = {
    figure: 'came_back',
    place: null,
    days: { from: period.from, to: period.to },
    channel: null,
    after: pageEndOf(undefined),
    limit: 50,
  } as const;
  await both('list of chats, ms', ({ request }) => request.asOrganization(organizationId, (tx) => chatPage(tx, organizationId, wanted)));
}
for (const [place, { owner }] of sides.entries()) {
  const [row] = await owner.query<{ mb: number }>('select pg_database_size(current_database()) / 1048576.0 as mb');
  note('size of the database, MB', place, row!.mb);
}
const [whole, inMonths] = sides;
await timed('retention of half the months, ms', 0, () =>
  retainOrganization(whole.owner, organizationId, { months: kept.length - 1, now: AS_OF, signal: NEVER, onBatch: () => {} }),
);
await timed('retention of half the months, ms', 1, () =>
  dropMonths(
    inMonths.owner,
    days.filter((day) => day < kept[0]!),
  ),
);
await timed('vacuum after it, ms', 0, () => whole.owner.query('vacuum (analyze)'));
await timed('vacuum after it, ms', 1, () => inMonths.owner.query('vacuum (analyze)'));
for (const [place, { owner }] of sides.entries()) {
  const [row] = await owner.query<{ n: number }>('select count(*)::int as n from rooms');
  note('rooms that are left', place, row!.n);
}
console.log(`${rooms.length} rooms of ${months} months, ${logs.length} rows of AI activity: one table | by month | ratio`);
for (const [name, [one, other]] of measured) {
  const [a, b] = [median(one), median(other)];
  console.log([name, numberText(a), numberText(b), `${numberText(b / a)}x`].join(' | '));
}
process.exit();

async function madeUp(): Promise<{ rooms: RoomRow[]; logs: ActivityRow[]; organizationId: string }> {
  const database = await newDatabase(server);
  const { owner } = database;
  const shop = await makeShop(owner, { number: 1, rooms: Number(values.rooms), weeks: Math.floor(months * WEEKS_A_MONTH) });
  const made = {
    rooms: await owner.query<RoomRow>('select * from rooms order by id'),
    logs: await owner.query<ActivityRow>('select * from ai_activity_logs order by room_id'),
    organizationId: shop.organizationId,
  };
  await database.drop();
  return made;
}

async function side(byMonth: boolean): Promise<{ owner: OwnerDatabase; request: Database['request'] }> {
  const { url, owner } = await newDatabase(server);
  if (byMonth) await partition(owner, days);
  const { request } = await openDatabase({ databaseUrl: url });
  await createOrganization(owner, { id: organizationId, name: 'Toko', timeZone: TIME_ZONE, aiActivatedOn: days[0]!, source: 'live' });
  return { owner: byMonth ? ofMonths(owner) : owner, request };
}

/** In turn, and first the one and then the other, so that whatever else the machine does meets both. */
async function both(name: string, work: (on: (typeof sides)[number]) => Promise<unknown>): Promise<void> {
  const done = measured.get(name)?.[0].length ?? 0;
  for (const place of done % 2 === 0 ? [0, 1] : [1, 0]) await timed(name, place, () => work(sides[place]!));
}

async function timed(name: string, place: number, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  note(name, place, performance.now() - start);
}

function note(name: string, place: number, value: number): void {
  const all = measured.get(name) ?? [[], []];
  all[place]!.push(value);
  measured.set(name, all);
}
