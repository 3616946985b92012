import { type AfterHoursValue, rateOf, type ReportMeta, type Shift, unavailable, type WorkingHours } from '@qontak/impact-contract';
import { commonStories } from '../kit/common-stories.ts';
import { sampleReport } from '../kit/sample-report.ts';
import type { Act, Story } from '#kit';
import type { Fetcher } from '#data';

const tag = 'qontak-impact-after-hours';
const ORIGIN = 'https://metrics.example.id';

/** A shop's day: busy at lunch and in the evening. */
export const DAY = [6, 3, 2, 1, 2, 5, 12, 21, 30, 44, 52, 55, 60, 48, 41, 43, 47, 52, 58, 66, 61, 44, 27, 14];

interface Sample {
  answered: number;
  judged: number;
  solved: number;
  /** Chats by hour, and from when to when the shop is open. */
  day?: readonly number[];
  opens?: number;
  closes?: number;
  /** Of the chats in working hours, how many came at a weekend: so many parts of ten. */
  weekend?: number;
}

/** The metric of a shop with these hours. Every hour of the closed time is outside, and a part of the others too. */
export function sampleAfterHours({ answered, judged, solved, day = DAY, opens = 8, closes = 17, weekend = 2 }: Sample): AfterHoursValue {
  const hours = day.map((chats, hour) => ({ hour, chats, after_hours: hour < opens || hour >= closes ? chats : Math.floor((chats * weekend) / 10) }));
  const chats = hours.reduce((sum, { after_hours }) => sum + after_hours, 0);
  return { status: 'ok', chats, answered: Math.min(answered, chats), net: rateOf(solved, judged), would_have_waited: solved, hours };
}

export const NIGHTS = sampleAfterHours({ answered: 214, judged: 205, solved: 131 });

const shift = (day_number: number, start: string, end: string): Shift => ({ day_number, start, end, is_24h: false, cross_midnight: end < start });

/** Office hours with a pause on Fridays, a late Saturday, closed on Sundays. */
export const OFFICE: WorkingHours = {
  time_zone: 'Asia/Jakarta',
  schedules: [
    {
      effective_from: '2026-01-01',
      shifts: [...[1, 2, 3, 4].map((day) => shift(day, '08:00', '17:00')), shift(5, '08:00', '11:30'), shift(5, '13:30', '17:00'), shift(6, '18:00', '02:00')],
      holidays: [
        { date: '2026-10-17', name: 'Ulang tahun toko' },
        { date: '2026-12-25', name: 'Natal' },
      ],
      changed: { by: 'u-1', at: '2026-01-02T02:10:00Z' },
    },
  ],
};
export const NONE: WorkingHours = { time_zone: 'Asia/Jakarta', schedules: [] };

/** A service that knows the working hours, and whether this reader may change them. */
export const hoursService =
  (hours: WorkingHours, can_edit: boolean, put: () => Response = () => new Response(null, { status: 503 })): Fetcher =>
  async (_, init) =>
    init.method === 'PUT'
      ? put()
      : Response.json({ status: 'success', data: hours, meta: { organization: sampleReport().meta.organization, can_edit } }, { headers: { ETag: '"1"' } });

/** A fetcher is an identity: each showing of a story gets its own. */
const asked = (fetcher: Fetcher) => ({ src: ORIGIN, fetcher: ((url, init) => fetcher(url, init)) satisfies Fetcher });

const running = { period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null } } as const;

const given = (name: string, after_hours: AfterHoursValue, fetcher: Fetcher | null = null, meta: Partial<ReportMeta> = {}): Story => ({
  tag,
  name,
  settings: () => ({ data: sampleReport({ after_hours }, meta), ...(fetcher === null ? {} : asked(fetcher)) }),
  ends: 'ready',
});

const missing = (name: string, fetcher: Fetcher | null, acts: readonly Act[] = []): Story => ({
  tag,
  name,
  settings: () => ({ data: sampleReport({ after_hours: unavailable('no_working_hours') }), ...(fetcher === null ? {} : asked(fetcher)) }),
  ends: 'ready',
  acts,
});

const press =
  (selector: string): Act =>
  (root) => {
    const button = root.querySelector<HTMLElement>(selector);
    button?.click();
    return button !== null;
  };
const OPEN = press('.open-editor');
const SAVE = press('.editor [type="submit"]');
const ADD_HOLIDAY = press('[data-add="holiday"]');
const MONDAY = press('[name="day_1"][type="radio"]:not(:checked) + span');
const there =
  (selector: string): Act =>
  (root) =>
    root.querySelector(selector) !== null;

const none = Array.from({ length: 24 }, () => 0);
const few = none.map((_, hour) => (hour > 18 ? 2 : hour > 9 ? 1 : 0));

export const stories: Story[] = [
  given('a month', NIGHTS, hoursService(OFFICE, true)),
  given('as a supervisor, not final yet', NIGHTS, hoursService(OFFICE, false), running),
  given('working hours that cannot be had', NIGHTS, async () => new Response(null, { status: 503 })),
  given('rough', sampleAfterHours({ answered: 60, judged: 52, solved: 31, day: DAY.map((n) => Math.round(n / 6)) })),
  given('x of n', sampleAfterHours({ answered: 20, judged: 18, solved: 12, day: DAY.map((n) => Math.round(n / 12)) })),
  given('counts only', sampleAfterHours({ answered: 6, judged: 5, solved: 1, day: few })),
  given('not counted yet', sampleAfterHours({ answered: 6, judged: 0, solved: 0, day: few }), null, running),
  given('AI answered none', sampleAfterHours({ answered: 0, judged: 0, solved: 0 })),
  given('nobody wrote outside the hours', sampleAfterHours({ answered: 0, judged: 0, solved: 0, opens: 0, closes: 24, weekend: 0 })),
  given('no chats at all', sampleAfterHours({ answered: 0, judged: 0, solved: 0, day: none })),
  given(
    'a busy shop that is open at night',
    sampleAfterHours({ answered: 41_200, judged: 40_800, solved: 29_377, day: DAY.map((n) => n * 150), opens: 18, closes: 24 }),
  ),
  missing('no working hours, as an admin', hoursService(NONE, true)),
  missing('no working hours, as a supervisor', hoursService(NONE, false)),
  missing('no working hours, nobody to ask', null),
  missing('working hours only from later on', hoursService({ ...OFFICE, schedules: [{ ...OFFICE.schedules[0]!, effective_from: '2026-11-02' }] }, true)),
  {
    tag,
    name: 'hours just entered, being counted',
    settings: () => ({ data: sampleReport({ after_hours: unavailable('being_counted') }, { recounting: true }), ...asked(hoursService(OFFICE, true)) }),
    ends: 'ready',
  },
  missing('entering the hours', hoursService(NONE, true), [OPEN, there('.editor')]),
  missing('entering the hours, with mistakes', hoursService(NONE, true), [OPEN, MONDAY, ADD_HOLIDAY, SAVE, there('.editor .problem[id]')]),
  { ...given('changing the hours', NIGHTS, hoursService(OFFICE, true)), acts: [OPEN, there('.editor')] },
  { ...given('changing the hours, not saved', NIGHTS, hoursService(OFFICE, true)), acts: [OPEN, there('.editor'), SAVE, there('.end .problem:not(:empty)')] },
  {
    ...given(
      'changing the hours, somebody else did too',
      NIGHTS,
      hoursService(OFFICE, true, () => new Response(null, { status: 412 })),
    ),
    acts: [OPEN, there('.editor'), SAVE, there('.buttons .button:nth-child(3)')],
  },
  { tag, name: 'not measured yet', settings: () => ({ data: sampleReport() }), ends: 'ready' },
  ...commonStories(tag, () => sampleReport({ after_hours: NIGHTS })),
];
