// Named reports for stories: one for each state worth looking at. Only counts stand here; shares, ranges and verdicts follow from them.
import {
  differenceOf,
  type Hero,
  heroOf,
  type ImpactReport,
  judged,
  MATCH_RULE,
  NO_OUTCOMES,
  type OutcomeCounts,
  type Rate,
  rateOf,
  SCHEMA_VERSION,
  unavailable,
} from '@qontak/impact-contract';
import { periodOf } from './reference/period.ts';
import { nothingMeasured } from './reference/report.ts';

/** What a scenario is made of. */
interface Scenario {
  outcomes: Partial<OutcomeCounts>;
  /** Solved, of all judged chats of the month before. */
  before?: readonly [count: number, of: number];
  stillOpen?: number;
  /** The newest event; the month is October 2026. Null: nothing was imported yet. */
  asOf?: string | null;
}

const FINAL = '2026-11-16T03:00:00.000Z';
const YOUNG = '2026-11-01T03:12:00.000Z';
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };
const ZONE = 'Asia/Jakarta';

const FULL: Partial<OutcomeCounts> = { human_only: 455, uncheckable: 3, came_back: 61, stayed_solved: 620, handed_over: 240, ended_unclear: 79 };

const SCENARIOS = {
  /** A busy shop, a month that cannot change any more. */
  full: { outcomes: FULL, before: [585, 960] },
  /** Percentages with a wide range. */
  rough: { outcomes: { human_only: 96, came_back: 4, stayed_solved: 38, handed_over: 17, ended_unclear: 5 }, before: [12, 25] },
  /** 10 to 29 chats: "x of n". */
  x_of_n: { outcomes: { human_only: 259, came_back: 2, stayed_solved: 13, handed_over: 4, ended_unclear: 2 } },
  /** Fewer than 10: counts only. */
  counts: { outcomes: { human_only: 31, stayed_solved: 5, handed_over: 2 } },
  /** Chats, but none that AI answered. */
  empty: { outcomes: { human_only: 391 } },
  /** Nothing was imported yet. */
  no_data_yet: { outcomes: {}, asOf: null },
  /** The newest chats wait for their two days. */
  provisional: { outcomes: { ...FULL, checking: 34 }, stillOpen: 12, before: [585, 960], asOf: YOUNG },
  /** All chats are too young to say anything. */
  checking: { outcomes: { human_only: 20, checking: 34 }, stillOpen: 9, asOf: YOUNG },
  final: { outcomes: FULL, before: [585, 960] },
  better: { outcomes: FULL, before: [480, 960] },
  worse: { outcomes: FULL, before: [690, 960] },
  same: { outcomes: FULL, before: [590, 960] },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];

/** The report of a scenario; a new object each time, so that nobody spoils another story's. */
export function scenario(name: ScenarioName): ImpactReport {
  const { outcomes, before, stillOpen = 0, asOf = FINAL }: Scenario = SCENARIOS[name];
  return {
    status: 'success',
    data: { ...nothingMeasured(), hero: asOf === null ? unavailable('no_data_yet') : heroFrom({ ...NO_OUTCOMES, ...outcomes }, stillOpen, before) },
    meta: {
      schema: SCHEMA_VERSION,
      organization: { id: '6f1d8a52-3c47-4b0e-9a65-2d7c1e94b301', name: 'Toko Melati', time_zone: ZONE },
      source: 'sample',
      channels: asOf === null ? [] : ['whatsapp', 'instagram', 'tokopedia', 'webchat'],
      period: { ...periodOf(OCTOBER, null, asOf === null ? null : Date.parse(asOf), ZONE), frozen: null },
      as_of: asOf,
      recounting: false,
      match_rule: MATCH_RULE,
      generated_at: asOf ?? FINAL,
    },
  };
}

function heroFrom(outcomes: OutcomeCounts, stillOpen: number, before: Scenario['before']): Hero {
  const net: Rate = rateOf(outcomes.stayed_solved, judged(outcomes));
  const vsPrevious = before ? differenceOf(net, rateOf(...before)) : null;
  return heroOf({ outcomes, stillOpen, settledHumanOnly: outcomes.human_only, corrected: 0, vsPrevious, vsFirstMonth: null });
}
