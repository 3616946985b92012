// Shops whose source uses a room for one chat after the other: closes that come late or again, rows that are old or that no close explains, logs of a
// chat and logs of a whole room.
import { addDays } from '@qontak/impact-contract';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE, startOfDay } from '#mocks/local-time';
import { DAYS, type RandomShop, ZONES } from './random-shop.ts';
import { type CloseDraft, closeRow, type Draft, logRow, roomRow } from './rows.ts';

const ROOMS = ['room 1', 'room 2', 'room@3'];
const room = fc.constantFrom(...ROOMS);

/** Few moments, so that a close and a message, or two closes, often fall together. */
const moment = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0, 0, 0, 1000, -1000, HOUR, 30 * MINUTE)).map(([days, rest]) => days * DAY + rest);

const some = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Who closed it, and what a close may leave to the room's row. */
const facts = fc.record({
  closed_reason: some('RESOLVE_AI', 'RESOLVE_AI', 'RESOLVE_AI', 'RESOLVE', null, 'SPAM'),
  assign_channel_agent_id: some(null, null, null, 'agent'),
  contact_id: some(null, null, 'x', 'y'),
  channel: some(null, null, null, 'whatsapp', 'instagram'),
  topic: some(null, null, 'p', 'q'),
  initiated_by: some<Draft['initiated_by']>(null, null, 'customer', 'business'),
});

/** Any close at all: also one without a message, or with one that an earlier close knows already. */
const stray: fc.Arbitrary<CloseDraft> = fc
  .record({ room, closed: moment, lasts: some(null, 0, HOUR, DAY, 2 * DAY), facts, updated: moment })
  .map(({ room: room_id, closed, lasts, facts: who, updated }) => ({ room_id, closed, opened: lasts === null ? null : closed - lasts, updated, ...who }));

/** The true story of a room: a chat begins when the one before is closed, often just when it matters whether that is a return. */
const story: fc.Arbitrary<CloseDraft[]> = fc
  .record({
    room,
    chats: fc.array(fc.record({ gap: some(1000, HOUR, DAY, 2 * DAY, 2 * DAY + 1000), lasts: some(0, HOUR, DAY), facts }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ room: room_id, chats }) => {
    let closed = -2 * DAY;
    return chats.map(({ gap, lasts, facts: who }) => {
      const opened = closed + gap;
      closed = opened + lasts;
      return { room_id, opened, closed, updated: closed, ...who };
    });
  });

const row: fc.Arbitrary<Draft> = fc.record({
  id: room,
  contact_id: some(null, 'x', 'y'),
  channel: some('whatsapp', 'instagram'),
  topic: some(null, 'p', 'q'),
  opened: fc.option(moment, { freq: 5 }),
  lasts: some(null, null, 0, HOUR, DAY, 2 * DAY),
  closed_reason: some('RESOLVE_AI', 'RESOLVE', null),
  assign_channel_agent_id: some(null, null, 'agent'),
  is_test: some(false, false, false, false, false, true),
  initiated_by: some<Draft['initiated_by']>(null, 'customer', 'business'),
  updated: moment,
});

const log = fc.record({
  room_id: room,
  answered: fc.option(moment, { freq: 1 }),
  ai_answers: some(null, 0, 1, 3),
  thanks_only: some(null, false, true),
  customer_messages: some(null, 1, 2),
  turns: some(null, 1, 2, 21),
  sentiment_start: some(null, 'negative', 'neutral'),
  sentiment_end: some(null, 'neutral', 'positive'),
  updated: moment,
});

const step = fc.record({
  rooms: fc.array(row, { maxLength: 4 }),
  stray: fc.array(stray, { maxLength: 3 }),
  logs: fc.array(log, { maxLength: 4 }),
  asOf: some(DAY, 4 * DAY, 9 * DAY, 12 * DAY),
  allowEarlier: some(false, false, true),
  /** Everything that this step brings, in one import; the first steps may know nothing yet of rooms that are used again. */
  knowsCloses: some(true, true, false),
});

export const reusedShop: fc.Arbitrary<RandomShop> = fc
  .record({
    time_zone: fc.constantFrom(...ZONES),
    day: fc.constantFrom(...DAYS),
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
    stories: fc.array(story, { minLength: 1, maxLength: 3 }),
    /** In which step each close comes in: late ones show that one chat was two. */
    delays: fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
    activated: fc.option(fc.integer({ min: -3, max: 3 })),
  })
  .map(({ time_zone, day, steps, stories, delays, activated }) => {
    const at = (offset: number): string => new Date(startOfDay(day, time_zone) + offset).toISOString();
    const story = stories.flat();
    return {
      time_zone,
      ai_activated_on: activated === null ? null : addDays(day, activated),
      settings: {},
      steps: steps.map(({ rooms, stray: others, logs, asOf, allowEarlier, knowsCloses }, i) => {
        const isLast = i === steps.length - 1;
        const due = story.filter((_, n) => delays[n] === i || (isLast && delays[n]! > i));
        const closes = [...due, ...others].map((draft) => closeRow(draft, at));
        return {
          rooms: rooms.map((draft) => roomRow(draft, at)),
          activity: logs.map(({ answered, ...draft }) => ({ ...logRow(draft, at), answered_at: answered === null ? null : at(answered) })),
          ...((knowsCloses || isLast) && { closes }),
          asOf: at(asOf),
          allowEarlier,
        };
      }),
      queries: [{ from: addDays(day, -10), to: addDays(day, 20), channel: null }],
    };
  });
