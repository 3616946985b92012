import { availableParallelism } from 'node:os';
import { addDays, type LocalDate, type Shift } from '@qontak/impact-contract';
import { costAssumption, createOrganization, type OwnerDatabase, workingHours } from '@qontak/impact-service';
import { sqlFile } from '../../service/src/db/sql-file.ts';

const ROOMS = sqlFile(import.meta.url, './rooms.sql');
const SEED = 20_260_209;
const CHUNK = 50_000;

/** An organization with made-up chats, the newest of them from the moment of `AS_OF`. */
export interface Shop {
  organizationId: string;
  rooms: number;
  firstDay: LocalDate;
  days: number;
}

export const TIME_ZONE = 'Asia/Jakarta';
/** Chats end with the year, so that the last full month is December. */
export const AS_OF = '2025-12-31T17:00:00Z';
const DAY_AFTER = '2026-01-01';
/** As rooms.sql has them. */
const CHANNELS = ['whatsapp', 'instagram', 'webchat', 'facebook', 'email'];

export interface ShopPlan {
  number: number;
  rooms: number;
  weeks: number;
}

/** Makes the organization with its settings and its chats; nothing is counted yet. */
export async function makeShop(owner: OwnerDatabase, { number, rooms, weeks }: ShopPlan, tell: (progress: string) => void = () => {}): Promise<Shop> {
  const days = weeks * 7;
  const firstDay = addDays(DAY_AFTER, -days);
  const organizationId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  await createOrganization(owner, { id: organizationId, name: `Toko ${number}`, timeZone: TIME_ZONE, aiActivatedOn: firstDay, source: 'live' });
  await enterSettings(owner, organizationId, firstDay);
  const chunks = Array.from({ length: Math.ceil(rooms / CHUNK) }, (_, i) => [i * CHUNK + 1, Math.min(rooms, (i + 1) * CHUNK)] as const);
  const fill = async (): Promise<void> => {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
      await owner.query(ROOMS, [organizationId, ...chunk, rooms, `${firstDay}T00:00:00+07:00`, days, SEED + number]);
      tell(`${chunk[1].toLocaleString('en-US')} made`);
    }
  };
  // The server does the work, one core for each statement.
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, fill));
  return { organizationId, rooms, firstDay, days };
}

/** With a schedule and a cost assumption a report has all its cards. */
async function enterSettings(owner: OwnerDatabase, organizationId: string, firstDay: LocalDate): Promise<void> {
  const shifts = [1, 2, 3, 4, 5, 6].map((day_number): Shift => ({ day_number, start: '08:00', end: '17:00', is_24h: false, cross_midnight: false }));
  await owner.transaction(async (tx) => {
    await tx.query(`select set_config('app.organization_id', $1, true)`, [organizationId]);
    await workingHours.change(tx, { replaces: 0, by: 'bench', input: { effective_from: firstDay, shifts, holidays: [] } });
    await costAssumption.change(tx, {
      replaces: 0,
      by: 'bench',
      input: { minutes_per_chat: 6, hourly_cost: 32_000, ai_fee_per_month: 4_500_000, effective_from: null },
    });
  });
}

/** The id of a chat by its number, as rooms.sql has it. */
export const roomId = (number: number): string => `room-${String(number).padStart(9, '0')}`;

const WINDOW_DAYS = 30;
/** Each report looks at the 30 days before as well. */
const BEFORE_FIRST = 2 * WINDOW_DAYS;

/** Paths of reports of 30 days, of all channels together or of one after the other. No two are alike until every day was the first one. */
export function* reportPaths({ firstDay, days }: Pick<Shop, 'firstDay' | 'days'>, channels: 'all' | 'each'): Generator<string, never> {
  const starts = days - BEFORE_FIRST - WINDOW_DAYS;
  for (let i = 0; ; i++) {
    const from = addDays(firstDay, BEFORE_FIRST + (i % starts));
    const slice = channels === 'all' ? '' : `&channel=${CHANNELS[i % CHANNELS.length]}`;
    yield `/v1/impact-report?from=${from}&to=${addDays(from, WINDOW_DAYS - 1)}${slice}`;
  }
}

export const take = (paths: Iterator<string>, n: number): string[] => Array.from({ length: n }, () => paths.next().value as string);
