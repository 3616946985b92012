// Shops that live long enough for forecasts and a starting point: weeks of chats, looked at again and again while they come in.
import { addDays, type LocalDate } from '@qontak/impact-contract';
import fc from 'fast-check';
import { DAY, HOUR, startOfDay } from '#mocks/local-time';
import { DAYS, type RandomShop, ZONES } from './random-shop.ts';
import { type Draft, roomRow, type Rows } from './rows.ts';

const LAST_WEEK = 14;

const week = fc.record({ chats: fc.constantFrom(0, 49, 60, 80, 100, 100), more: fc.integer({ min: -6, max: 6 }) });
type Week = { chats: number; more: number };

/** Each week about the same share is solved, or nobody could tell what comes next. */
function chatsOf(weeks: readonly Week[], share: number): Draft[] {
  return weeks.flatMap(({ chats, more }, number) =>
    Array.from({ length: chats }, (_, i): Draft => ({
      id: `${number} ${i}`,
      contact_id: `${number} ${i}`,
      channel: i % 4 === 0 ? 'instagram' : 'whatsapp',
      topic: null,
      opened: number * 7 * DAY + (i % 7) * DAY + (i % 24) * HOUR,
      lasts: 0,
      closed_reason: 'RESOLVE_AI',
      assign_channel_agent_id: i < share * chats + more ? null : 'agent',
      is_test: false,
      initiated_by: 'customer',
      updated: 0,
    })),
  );
}

/** The days of the week after which the data are counted, as weeks since the start; the first import comes when there is a history already. */
const stops = fc.uniqueArray(fc.integer({ min: 5 * 7, max: (LAST_WEEK + 1) * 7 }), { minLength: 3, maxLength: 8 }).map((days) => days.sort((a, b) => a - b));

export const longShop: fc.Arbitrary<RandomShop> = fc
  .record({
    time_zone: fc.constantFrom(...ZONES),
    day: fc.constantFrom(...DAYS),
    weeks: fc.array(week, { minLength: LAST_WEEK, maxLength: LAST_WEEK }),
    share: fc.constantFrom(0.1, 0.6, 0.95),
    stops,
    activated: fc.option(fc.integer({ min: -9, max: 30 })),
    late: fc.boolean(),
  })
  .map(({ time_zone, day, weeks, share, stops: days, activated, late }) => {
    const at = (offset: number): string => new Date(startOfDay(day, time_zone) + offset).toISOString();
    const rows: Rows['rooms'] = chatsOf(weeks, share).map((draft) => roomRow(draft, at));
    // what should have come in at the start and came at the end changes weeks that were told and frozen
    const [first, last] = late ? [rows.slice(60), rows.slice(0, 60)] : [rows, []];
    const query = (from: LocalDate, to: LocalDate, channel: string | null = null) => ({ from, to, channel });
    return {
      time_zone,
      ai_activated_on: activated === null ? null : addDays(day, activated),
      settings: {},
      steps: days.map((stop, i) => ({
        rooms: i === 0 ? first : i === days.length - 1 ? last : [],
        activity: [],
        asOf: at(stop * DAY + HOUR),
        allowEarlier: false,
      })),
      queries: [query(addDays(day, 50), addDays(day, 90)), query(addDays(day, 50), addDays(day, 90), 'whatsapp')],
    };
  });
