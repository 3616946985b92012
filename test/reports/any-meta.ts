import { addDays, type LocalDate, monthOf, type Rate, type ReportMeta } from '@qontak/impact-contract';
import fc from 'fast-check';
import { anyDay, anyRate, anyWriting, orNull } from './any.ts';

const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati', 'UTC'];

export const anyChannel: fc.Arbitrary<string> = fc.oneof(fc.constantFrom('whatsapp', 'instagram', 'Web chat', 'constructor'), anyWriting);

interface Days {
  from: LocalDate;
  to: LocalDate;
}

const anyDays: fc.Arbitrary<Days> = fc.oneof(
  anyDay.map((day) => monthOf(day.slice(0, 7))),
  fc.tuple(anyDay, fc.nat(365)).map(([from, days]) => ({ from, to: addDays(from, days) })),
);

/** Some time of a day, in UTC. */
export const anyMomentOf = (day: LocalDate): fc.Arbitrary<string> =>
  fc.nat(1439).map((minutes) => `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`);

/** Hours of the return window: two days, as everywhere now, and others that a service may come to use. */
const anyWindow = fc.oneof({ weight: 4, arbitrary: fc.constant(48) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 168 }) });

interface Basis extends Days {
  windowHours: number;
  /** Days from the last one to that on which the data end; below 0: the period still runs. Null: nothing was imported yet. */
  age: number | null;
}

const anyBasis: fc.Arbitrary<Basis> = fc
  .record({ days: anyDays, windowHours: anyWindow, age: orNull(fc.integer({ min: -40, max: 400 })) })
  .map(({ days, windowHours, age }) => ({ ...days, windowHours, age }));

/** What a report rests on. `net`: what may have been frozen of it, among others. */
export const anyMeta = (net: Rate | null): fc.Arbitrary<ReportMeta> =>
  anyBasis.chain(({ from, to, windowHours, age }) => {
    const wait = 1 + Math.ceil(windowHours / 24);
    const final = age !== null && age > wait;
    const end = addDays(to, age ?? 0);
    return fc.record({
      schema: fc.constantFrom('1.0', '1.7'),
      organization: fc.record({ id: fc.uuid(), name: anyWriting, time_zone: fc.constantFrom(...ZONES) }),
      source: fc.constantFrom('live', 'sample'),
      channels: fc.uniqueArray(anyChannel, { maxLength: 3 }),
      period: fc.record({
        from: fc.constant(from),
        to: fc.constant(to),
        channel: orNull(anyChannel),
        status: fc.constant(final ? ('final' as const) : ('provisional' as const)),
        final_on: fc.constant(addDays(to, wait)),
        frozen: final
          ? orNull(
              fc.record({
                revision: fc.integer({ min: 1, max: 20 }),
                frozen_at: anyMomentOf(addDays(to, wait)),
                revised_at: orNull(anyMomentOf(addDays(to, wait + 5))),
                net: net === null ? anyRate : fc.oneof(fc.constant(net), anyRate),
              }),
            )
          : fc.constant(null),
      }),
      recounting: fc.boolean(),
      as_of: age === null ? fc.constant(null) : anyMomentOf(end),
      match_rule: fc.record({ window_hours: fc.constant(windowHours), across_channels: fc.boolean(), topic: fc.constant('if_known' as const) }),
      generated_at: anyMomentOf(end),
    });
  });
