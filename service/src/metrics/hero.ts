import { type Days, differenceOf, heroOf, type HeroValue, judged, OUTCOMES, type OutcomeCounts, previousPeriod, rateOf } from '@qontak/impact-contract';
import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';

const HERO = sqlFile(import.meta.url, './hero.sql');

interface Measured {
  period: 'current' | 'previous';
  /** An outcome, `still_open` or `human_only_young`. */
  measure: string;
  n: number;
}

/** The hero of a period, from the daily counts alone: its cost grows with the days, not with the chats. */
export async function hero(tx: Queryable, organizationId: string, days: Days, channel: string | null): Promise<HeroValue> {
  const before = previousPeriod(days);
  const slice = channel === null ? ['all', ''] : ['channel', channel];
  const rows = await tx.query<Measured>(HERO, [organizationId, ...slice, days.from, days.to, before.from, before.to]);
  const count = (period: Measured['period'], measure: string): number => rows.find((row) => row.period === period && row.measure === measure)?.n ?? 0;
  const outcomesOf = (period: Measured['period']): OutcomeCounts =>
    Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(period, outcome)])) as OutcomeCounts;
  const outcomes = outcomesOf('current');
  return heroOf({
    outcomes,
    settledHumanOnly: outcomes.human_only - count('current', 'human_only_young'),
    stillOpen: count('current', 'still_open'),
    corrected: 0,
    vsPrevious: differenceOf(net(outcomes), net(outcomesOf('previous'))),
    vsFirstMonth: null,
  });
}

const net = (outcomes: OutcomeCounts) => rateOf(outcomes.stayed_solved, judged(outcomes));
