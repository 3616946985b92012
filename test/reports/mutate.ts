// What can go wrong with a report on its way: a service with a fault, a proxy, a half-finished change, somebody's mischief.
import { type ImpactReport, rateOf } from '@qontak/impact-contract';

/** Numbers from 0 to 1 that come out the same for the same seed (mulberry32), so that a failing case can be had again. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
type Holder = Record<string, unknown>;
interface Place {
  holder: Holder;
  key: string;
}

const pick = <T>(random: Random, choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Every field and every entry of a list, however deep. */
function placesIn(value: unknown): Place[] {
  if (!isHolder(value)) return [];
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...placesIn(value[key])]);
}

/** Written as they stand into the JSON: what a careless writer makes of a number. */
const RAW = ['NaN', 'Infinity', '1e999', '-0', '01', '+5', '0x1F', '1_000', 'undefined', '{', "'5'"];
const raw = (text: string): string => `\u0001raw:${RAW.indexOf(text)}\u0001`;

/** In marks as all that somebody wrote, so that it is not taken for our word where a name may stand. */
const TEXTS = [
  '⟦<script>alert(1)</script>⟧',
  '⟦<img src=x onerror=alert(1)>⟧',
  '⟦\u202E\u2066malem\u0000⟧',
  '⟦=1+1⟧',
  '⟦NaN⟧',
  '⟦{{net}} $t(title)⟧',
  `⟦${'lama '.repeat(3000)}⟧`,
  '',
  '12',
  '1e3',
  'ok',
  'unavailable',
  'better',
  'final',
  'live',
  'a_newer_kind',
  '2026-02-30',
  '0001-01-01',
  '9999-12-31',
  '2026-10-01',
  '2026-11-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-12:00',
  'Mars/Olympus_Mons',
];
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [null],
  -1,
  0,
  1,
  0.5,
  1.5,
  99,
  100,
  1e21,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  -1e308,
  ...TEXTS,
  ...RAW.map(raw),
];

type Change = (place: Place, random: Random, all: readonly Place[]) => void;

const replace: Change = ({ holder, key }, random) => void (holder[key] = structuredClone(pick(random, VALUES)));
const remove: Change = ({ holder, key }) => void delete holder[key];
/** A little more or less: the numbers then contradict each other, and nothing else is wrong. */
const nudge: Change = ({ holder, key }, random) => {
  const value = holder[key];
  if (typeof value === 'number') holder[key] = pick(random, [value + 1, value - 1, value * 2, -value, value / 3, value + 0.01, 1 - value]);
  else replace({ holder, key }, random, []);
};
/** Another value of the same report, such as a gross that stands where net should. */
const copy: Change = ({ holder, key }, random, all) => {
  const same = all.filter((other) => typeof other.holder[other.key] === typeof holder[key] && other.key === key);
  const from = pick(random, same.length > 1 && random() < 0.7 ? same : all);
  holder[key] = structuredClone(from.holder[from.key]);
};
/** A rate that is right by itself, and of other chats than what stands beside it. */
const otherRate: Change = (_, random, all) => {
  const rates = all.filter(({ holder, key }) => isHolder(holder[key]) && 'share' in holder[key] && 'size' in holder[key]);
  if (rates.length === 0) return;
  const { holder, key } = pick(random, rates);
  const { count, of } = holder[key] as { count: number; of: number };
  const chats = random() < 0.5 ? of : of + Math.floor(random() * 100);
  holder[key] = rateOf(Math.min(chats, random() < 0.5 ? count : Math.floor(random() * (chats + 1))), chats);
};
const reorder: Change = (_, random, all) => {
  const lists = all.map(({ holder, key }) => holder[key]).filter((value) => Array.isArray(value) && value.length > 0) as unknown[][];
  if (lists.length === 0) return;
  const list = pick(random, lists);
  pick<() => unknown>(random, [() => list.reverse(), () => list.pop(), () => list.shift(), () => list.push(list[0])])();
};

const CHANGES: readonly Change[] = [replace, replace, remove, nudge, nudge, nudge, copy, copy, otherRate, otherRate, reorder];

/** What is worth spoiling: what the figures rest on, and every metric that has a value. */
const partsOf = ({ data, meta }: Holder): Holder[] =>
  [meta, meta, ...(isHolder(data) ? Object.values(data) : [])].filter((part): part is Holder => isHolder(part) && part['status'] !== 'unavailable');

/** A report with a fault or two, as the text of an answer. `other`: of which whole metrics may come. */
export function mutated(report: ImpactReport, other: ImpactReport, random: Random): string {
  const spoilt = structuredClone(report) as unknown as Holder;
  if (random() < 0.08) {
    const slot = pick(random, Object.keys(report.data));
    (spoilt['data'] as Holder)[slot] = structuredClone((other.data as unknown as Holder)[slot]);
  } else {
    for (let faults = random() < 0.8 ? 1 : 2; faults > 0; faults -= 1) {
      const all = placesIn(spoilt);
      // As often in a small metric as in the trend with its hundreds of numbers.
      const parts = partsOf(spoilt);
      const among = random() < 0.9 && parts.length > 0 ? placesIn(pick(random, parts)) : all;
      pick(random, CHANGES)(pick(random, among.length > 0 ? among : all), random, among.length > 0 && random() < 0.5 ? among : all);
    }
  }
  const text = JSON.stringify(spoilt).replaceAll(/"\\u0001raw:(\d+)\\u0001"/g, (_, index: string) => RAW[Number(index)]!);
  if (random() < 0.01) return text.slice(0, Math.floor(random() * text.length));
  return random() < 0.01 ? `\uFEFF${text}` : text;
}
