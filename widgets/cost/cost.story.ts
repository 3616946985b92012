import {
  type CostAssumption,
  type CostAssumptionInput,
  costIn,
  costOf,
  costOfParts,
  type CostStretch,
  type CostValue,
  type ImpactReport,
  unavailable,
} from '@qontak/impact-contract';
import { commonStories } from '../kit/common-stories.ts';
import { sampleReport, waiting } from '../kit/sample-report.ts';
import type { Act, Story } from '#kit';
import type { FieldName } from './draft.ts';

const tag = 'qontak-impact-cost';
const ORIGIN = 'https://metrics.example.id';
const { organization } = sampleReport().meta;

/** What an organization has entered. */
export const entered = (
  minutes_per_chat: number | null,
  hourly_cost: number | null,
  ai_fee_per_month: number | null,
  effective_from: string | null = null,
): CostAssumption => ({
  minutes_per_chat,
  hourly_cost,
  ai_fee_per_month,
  effective_from,
  changed: { by: 'admin-7', at: '2026-11-02T03:15:00Z' },
});

/** The figures of spec/wording.md: 460 chats at 6 minutes and Rp35,000 an hour, and a fee of Rp700,000. */
export const MONTH = entered(6, 35_000, 700_000);
export const NOTHING: CostAssumption = { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null, changed: null };

type Meta = Parameters<typeof sampleReport>[1];

interface Shop {
  chats: number;
  figures: CostAssumption;
  /** What was entered before those, the oldest first. */
  earlier?: readonly CostAssumption[];
  can_edit?: boolean;
  meta?: Meta;
  /** What the figures so far are answered with; absent: those that were entered. */
  history?: () => Response | Promise<Response>;
  /** Instead of storing a change; null: it is stored. */
  refuses?: () => Response | null;
  /** How the answer to a stored change comes; absent: at once. */
  answers?: (answer: () => Response) => Response | Promise<Response>;
  /** What a change is answered with; absent: it is stored. */
  put?: (figures: CostAssumptionInput) => Response | Promise<Response>;
}

/** The same as measured minutes give it. */
export const measured = ({ parts }: CostValue): CostValue => costOfParts(parts.map((part) => ({ ...part, minutes_source: 'measured' })));

/** October by figures that changed on the 15th: 210 chats before, 250 from then on. */
export const inTwoParts = (before: CostAssumption, after: CostAssumption): CostValue => {
  const stretches: CostStretch[] = [
    { from: '2026-10-01', to: '2026-10-14', chats: 210, assumption: before },
    { from: '2026-10-15', to: '2026-10-31', chats: 250, assumption: { ...after, effective_from: '2026-10-15' } },
  ];
  return costOf(stretches, null);
};

/** Somebody else was faster. */
export const meets = (theirs: CostAssumption) => (): Response =>
  Response.json(
    { status: 'error', error: { code: 'conflict', messages: [] }, data: theirs, meta: { organization } },
    { status: 412, headers: { etag: '"9"' } },
  );

/** A service that keeps the figures of one shop; the report follows those that held on its first day. */
export function shop({
  chats,
  figures,
  earlier = [],
  can_edit = true,
  meta = {},
  history,
  refuses,
  answers = (answer) => answer(),
  put,
}: Shop): (url: URL, init: RequestInit) => Promise<Response> {
  const versions = [...earlier, figures];
  const { period } = sampleReport({}, meta).meta;
  const held = (): CostAssumption => versions.findLast(({ effective_from }) => effective_from === null || effective_from <= period.from) ?? NOTHING;
  const answer = (): Response =>
    Response.json({ status: 'success', data: versions.at(-1), meta: { organization, can_edit } }, { headers: { etag: `"${versions.length}"` } });
  return async (url, init) => {
    if (url.pathname.endsWith('/history')) return history === undefined ? soFar(versions) : history();
    if (!url.pathname.endsWith('cost-assumption')) return Response.json(sampleReport({ cost: costIn(chats, held(), period) }, meta));
    if (init.method !== 'PUT') return answer();
    const input = JSON.parse(init.body as string) as CostAssumptionInput;
    const refusal = refuses?.() ?? null;
    if (refusal !== null) return refusal;
    if (put !== undefined) return put(input);
    if (new Headers(init.headers).get('if-match') !== `"${versions.length}"`)
      return Response.json({ status: 'error', error: { code: 'conflict', messages: [] } }, { status: 412 });
    versions.push({ ...input, changed: { by: 'admin-9', at: `2026-11-22T04:00:0${versions.length}Z` } });
    return answers(answer);
  };
}

/** Every change of the versions, the newest first. */
export const soFar = (versions: readonly CostAssumption[], next_cursor: string | null = null): Response =>
  Response.json({ status: 'success', data: changesIn(versions).toReversed(), meta: { organization, next_cursor } });

function figuresOf(version: CostAssumption): CostAssumptionInput {
  const { changed: _, ...figures } = version;
  return figures;
}

const changesIn = (versions: readonly CostAssumption[]) =>
  versions.flatMap((version, i) => {
    const before = versions[i - 1];
    return version.changed === null ? [] : [{ ...version.changed, before: before?.changed ? figuresOf(before) : null, after: figuresOf(version) }];
  });

/** Three times entered, each time something else. */
const SO_FAR: readonly CostAssumption[] = [
  { ...entered(null, 30_000, null), changed: { by: 'admin-7', at: '2026-03-04T02:05:00Z' } },
  { ...entered(6, 30_000, 18_500_000), changed: { by: 'rina@example.id', at: '2026-06-30T09:40:00Z' } },
  entered(6, 35_000, 700_000, '2026-11-01'),
];

const click =
  (selector: string): Act =>
  (root) => {
    const target = root.querySelector<HTMLElement>(selector);
    target?.click();
    return target !== null;
  };

const fill =
  (name: FieldName, text: string): Act =>
  (root) => {
    const input = root.querySelector<HTMLInputElement>(`#${name}`);
    if (input === null) return false;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  };

const sees =
  (selector: string): Act =>
  (root) =>
    root.querySelector(selector) !== null;

const rupiah = click('.segment:last-of-type input');
const change = click('#change');
const save = click('.form [type="submit"]');
const history = click('.history summary');

/** A shop's report alone: who reads it changes nothing. */
const read = (name: string, { chats, figures, meta }: Shop, ...acts: Act[]): Story =>
  told(name, () => sampleReport({ cost: costIn(chats, figures, sampleReport({}, meta).meta.period) }, meta), ...acts);

const told = (name: string, data: () => ImpactReport, ...acts: Act[]): Story => ({ tag, name, settings: () => ({ data: data() }), ends: 'ready', acts });
const parts = (name: string, before: CostAssumption, after: CostAssumption, ...acts: Act[]): Story =>
  told(name, () => sampleReport({ cost: inTwoParts(before, after) }), ...acts);

/** With a service behind it. */
const used = (name: string, options: Shop, ...acts: Act[]): Story => ({
  tag,
  name,
  settings: () => ({ src: ORIGIN, fetcher: shop(options) }),
  ends: 'ready',
  acts,
});

const running = {
  period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
} as const;
const fortnight = { period: { from: '2026-10-05', to: '2026-10-18', channel: 'whatsapp', status: 'final', final_on: '2026-10-20', frozen: null } } as const;
const says =
  (status: number, messages: string[] = []) =>
  (): Response =>
    Response.json({ status: 'error', error: { code: 'x', messages } }, { status });

export const stories: Story[] = [
  read('hours', { chats: 460, figures: MONTH }),
  read('rupiah', { chats: 460, figures: MONTH }, rupiah),
  read('a loss', { chats: 40, figures: MONTH }, rupiah),
  read('no fee', { chats: 460, figures: entered(6, 35_000, null) }, rupiah),
  read('an hour that costs nothing', { chats: 460, figures: entered(6, 0, 700_000) }, rupiah),
  read('starting assumption', { chats: 460, figures: NOTHING }),
  read('rupiah with the starting assumption', { chats: 460, figures: entered(null, 35_000, null) }, rupiah),
  read('no hourly cost, read only', { chats: 460, figures: NOTHING }, rupiah),
  told('measured minutes', () => sampleReport({ cost: measured(costIn(460, MONTH, sampleReport().meta.period)) })),
  parts('figures that changed within the month', MONTH, entered(8, 40_000, 900_000)),
  parts('figures that changed within the month, rupiah', MONTH, entered(8, 40_000, 900_000), rupiah),
  parts('the first figures within the month', NOTHING, MONTH),
  parts('no hourly cost for some days', NOTHING, MONTH, rupiah),
  parts('no fee for some days', entered(null, 35_000, null), MONTH, rupiah),
  read('not final yet', { chats: 460, figures: MONTH, meta: running }, rupiah),
  read('one channel, some days', { chats: 210, figures: entered(4.5, 42_500, 700_000), meta: fortnight }, rupiah),
  read('a busy shop', { chats: 311_007, figures: entered(7, 48_750, 18_500_000) }, rupiah),
  read('under an hour', { chats: 7, figures: entered(4.5, 35_000, null) }),
  read('no chats this month', { chats: 0, figures: MONTH, meta: running }),
  read('no chats in a month gone by, rupiah', { chats: 0, figures: MONTH }, rupiah),
  read('changed by an address', { chats: 460, figures: { ...MONTH, changed: { by: 'rina@example.id', at: MONTH.changed!.at } } }),

  used('an admin, nothing entered', { chats: 460, figures: NOTHING }, sees('#change')),
  used('an admin, no hourly cost', { chats: 460, figures: NOTHING }, rupiah, sees('.ask .button')),
  used('an admin', { chats: 460, figures: MONTH }, rupiah, sees('#change')),
  used('a supervisor', { chats: 460, figures: MONTH, can_edit: false }, rupiah),
  used('changing', { chats: 460, figures: MONTH }, change, fill('minutes_per_chat', '8'), fill('hourly_cost', '42.500')),
  used('changing to a loss', { chats: 460, figures: MONTH }, change, fill('ai_fee_per_month', '2,5 juta')),
  used('changing the figures of a month gone by', { chats: 460, figures: MONTH }, change, fill('minutes_per_chat', '8'), fill('effective_from', '')),
  used('changing from a day on', { chats: 460, figures: entered(6, 35_000, 700_000, '2026-10-01') }, change, fill('effective_from', '2026-09-15')),
  used('the first figures', { chats: 460, figures: NOTHING }, change, fill('ai_fee_per_month', '700 ribu')),
  used(
    'not numbers',
    { chats: 460, figures: MONTH },
    change,
    fill('minutes_per_chat', 'enam'),
    fill('hourly_cost', '3.5'),
    fill('ai_fee_per_month', '900 miliar'),
  ),
  used('saving', { chats: 460, figures: MONTH, put: waiting() }, change, fill('minutes_per_chat', '8'), save, sees('[aria-disabled="true"]')),
  used('saved', { chats: 460, figures: MONTH }, change, fill('minutes_per_chat', '8'), save, sees('.note.notice')),
  used('not saved', { chats: 460, figures: MONTH, put: says(503) }, change, fill('minutes_per_chat', '8'), save, sees('[role="alert"]')),
  used(
    'refused by the service',
    { chats: 460, figures: MONTH, put: says(422, ['hourly_cost: no']) },
    change,
    fill('hourly_cost', '1'),
    save,
    sees('.form .problem'),
  ),
  used('no longer an admin', { chats: 460, figures: MONTH, put: says(403) }, change, fill('minutes_per_chat', '8'), save, sees('.note.notice')),
  used('two changes met', { chats: 460, figures: MONTH, put: meets(entered(7, 40_000, null)) }, change, fill('minutes_per_chat', '8'), save, sees('.conflict')),

  used('the figures so far', { chats: 460, figures: MONTH, history: () => soFar(SO_FAR) }, history, sees('.history li')),
  used(
    'the figures so far, and earlier ones',
    { chats: 460, figures: MONTH, can_edit: false, history: () => soFar(SO_FAR, '7') },
    history,
    sees('.history li'),
  ),
  used('the figures so far, none', { chats: 460, figures: NOTHING }, history, sees('.history .help')),
  used('the figures so far, loading', { chats: 460, figures: MONTH, history: waiting() }, history, sees('.history .help')),
  used('the figures so far, not there', { chats: 460, figures: MONTH, history: says(503) }, history, sees('.history .problem')),

  { tag, name: 'not available', settings: () => ({ data: sampleReport() }), ends: 'ready' },
  { tag, name: 'no data yet', settings: () => ({ data: sampleReport({ cost: unavailable('no_data_yet') }) }), ends: 'ready' },
  ...commonStories(tag, () => sampleReport({ cost: costIn(460, MONTH, sampleReport().meta.period) })),
];
