// Any report that the contract allows, whatever the shop: from nothing to a country's chats, with slots missing, free texts of any kind.
// Its slots tell of the same chats, as the service's do.
import {
  type AfterHoursValue,
  type CostAssumption,
  type CostValue,
  costOf,
  costOfParts,
  addDays,
  daysBetween,
  closed,
  heroOf,
  type HeroValue,
  type ImpactReport,
  type JourneyNode,
  type JourneyValue,
  JOURNEY_NODES,
  judged,
  MOST_MINUTES,
  type OutcomeCounts,
  OUTCOMES,
  rateOf,
  type ReportMeta,
  type ReopenRateValue,
  type SentimentValue,
  type Slot,
  CATALOGUE,
  TURNS_EXACT_UP_TO,
  type TurnsValue,
  turnsWithin,
} from '@qontak/impact-contract';
import fc from 'fast-check';
import { anyCount, anyDay, anyDifference, anyPart, anySplit, anyUnavailable, anyWriting, orNull, orUnavailable, partOf, split } from './any.ts';
import { anyMeta, anyMomentOf } from './any-meta.ts';
import { anyTrend } from './any-trend.ts';

const anyOutcomes: fc.Arbitrary<OutcomeCounts> = fc
  .tuple(anyCount, anySplit(OUTCOMES.length), fc.shuffledSubarray([...OUTCOMES], { minLength: OUTCOMES.length }))
  .map(([all, shares, order]) => {
    const counts = split(all, shares);
    return Object.fromEntries(order.map((outcome, i) => [outcome, counts[i]!])) as OutcomeCounts;
  });

const anyHero = (outcomes: OutcomeCounts): fc.Arbitrary<HeroValue> => {
  const net = rateOf(outcomes.stayed_solved, judged(outcomes));
  return fc
    .record({ settled: anyPart, stillOpen: anyCount, corrected: anyPart, vsPrevious: anyDifference(net), vsFirstMonth: anyDifference(net) })
    .map(({ settled, corrected, ...rest }) =>
      heroOf({ outcomes, settledHumanOnly: partOf(outcomes.human_only, settled), corrected: partOf(outcomes.stayed_solved, corrected), ...rest }),
    );
};

const BEFORE: Readonly<Partial<Record<JourneyNode, JourneyNode>>> = {
  ai_first: 'arrived',
  team_first: 'arrived',
  human_only: 'team_first',
  came_back_ai: 'came_back',
  came_back_team: 'came_back',
  came_back_open: 'came_back',
};

const anyJourney = (outcomes: OutcomeCounts): fc.Arbitrary<JourneyValue> =>
  anySplit(3).map((shares) => {
    const total = closed(outcomes);
    const [came_back_ai, came_back_team, came_back_open] = split(outcomes.came_back, shares) as [number, number, number];
    const team_first = outcomes.human_only;
    const chats: Record<JourneyNode, number> = {
      ...outcomes,
      came_back_ai,
      came_back_team,
      came_back_open,
      team_first,
      ai_first: total - team_first,
      arrived: total,
    };
    const nodes = JOURNEY_NODES.map((id) => ({ id, chats: chats[id] })).filter((node) => node.chats > 0);
    const links = nodes.filter(({ id }) => id !== 'arrived').map((node) => ({ from: BEFORE[node.id] ?? 'ai_first', to: node.id, chats: node.chats }));
    return { status: 'ok', total, nodes, links };
  });

/** Rupiah. Times the most chats and minutes they stay whole numbers that a computer can hold. */
const anyAmount = fc.oneof(fc.constantFrom(0, 1, 9_999, 10_000, 35_000, 700_000), fc.integer({ min: 0, max: 1_000_000 }));
const anyAssumption: fc.Arbitrary<CostAssumption> = fc.record({
  minutes_per_chat: orNull(
    fc.oneof(
      fc.constantFrom(0.25, 1, 4.5, 5, 6, MOST_MINUTES),
      fc.integer({ min: 1, max: 24_000 }).map((n) => n / 100),
    ),
  ),
  hourly_cost: orNull(anyAmount),
  ai_fee_per_month: orNull(anyAmount),
  effective_from: orNull(anyDay),
  changed: orNull(fc.record({ by: anyWriting, at: anyDay.chain(anyMomentOf) })),
});

const anyCost = (chats: number, { period }: ReportMeta): fc.Arbitrary<CostValue> =>
  fc
    .record({ first: anyAssumption, second: anyAssumption, cut: anyPart, before: anyPart, measured: fc.boolean() })
    .map(({ first, second, cut, before, measured }) => {
      const days = daysBetween(period.from, period.to);
      const firstDays = partOf(days, cut);
      // Changed on a day within the period, or not at all.
      const changedOn = firstDays === 0 || firstDays === days ? null : addDays(period.from, firstDays);
      const earlier = partOf(chats, before);
      const stretches =
        changedOn === null
          ? [{ from: period.from, to: period.to, chats, assumption: first }]
          : [
              { from: period.from, to: addDays(changedOn, -1), chats: earlier, assumption: first },
              { from: changedOn, to: period.to, chats: chats - earlier, assumption: { ...second, effective_from: changedOn } },
            ];
      const cost = costOf(stretches, period.channel);
      return measured ? costOfParts(cost.parts.map((part) => ({ ...part, minutes_source: 'measured' }))) : cost;
    });

const anyAfterHours = (outcomes: OutcomeCounts): fc.Arbitrary<AfterHoursValue> =>
  fc.record({ day: anySplit(24), away: anySplit(24), answered: anyPart, counted: anyPart, solved: anyPart }).map(({ day, away, answered, counted, solved }) => {
    const hours = split(closed(outcomes), day).map((chats, hour) => ({ hour, chats, after_hours: partOf(chats, away[hour]!) }));
    const chats = hours.reduce((sum, { after_hours }) => sum + after_hours, 0);
    const byAi = Math.min(closed(outcomes) - outcomes.human_only, partOf(chats, answered));
    const of = Math.min(judged(outcomes), partOf(byAi, counted));
    const net = rateOf(Math.min(outcomes.stayed_solved, partOf(of, solved)), of);
    return { status: 'ok', chats, answered: byAi, net, would_have_waited: net.count, hours };
  });

const anyReopenRate = ({ return_rate, corrected }: HeroValue): fc.Arbitrary<ReopenRateValue> =>
  anyDifference(return_rate).map((difference) => ({
    status: 'ok',
    rate: return_rate,
    corrected,
    // Fewer returns are the better news.
    vs_previous: difference && { ...difference, verdict: ({ better: 'worse', same: 'same', worse: 'better', other: 'other' } as const)[difference.verdict] },
  }));

const anySentiment = (outcomes: OutcomeCounts): fc.Arbitrary<SentimentValue> =>
  fc.record({ eligible: anyPart, measured: anyPart, moods: anySplit(3) }).map(({ eligible: several, measured: known, moods }) => {
    const eligible = partOf(closed(outcomes) - outcomes.human_only, several);
    const measured = partOf(eligible, known);
    const [better, same, worse] = split(measured, moods).map((count) => rateOf(count, measured)) as [
      ReturnType<typeof rateOf>,
      ReturnType<typeof rateOf>,
      ReturnType<typeof rateOf>,
    ];
    return { status: 'ok', better, same, worse, measured, eligible };
  });

const anyTurns = ({ stayed_solved: of }: OutcomeCounts): fc.Arbitrary<TurnsValue> =>
  fc.tuple(anyPart, anySplit(TURNS_EXACT_UP_TO + 1)).map(([known, shares]) => {
    const measured = partOf(of, known);
    const histogram = split(measured, shares);
    return { status: 'ok', median: turnsWithin(histogram, 0.5), nine_of_ten: turnsWithin(histogram, 0.9), measured, of, histogram };
  });

/** What only later parts of the product measure. */
const LATER = CATALOGUE.flatMap(({ slot, phase }): Slot[] => (phase === 1 ? [] : [slot]));
const anyLater = fc.record(Object.fromEntries(LATER.map((slot) => [slot, anyUnavailable]))) as fc.Arbitrary<Record<(typeof LATER)[number], never>>;

export const anyReport: fc.Arbitrary<ImpactReport> = anyOutcomes.chain(anyHero).chain((hero) => {
  const net = hero.net;
  return anyMeta(net).chain((meta) => {
    // In final data nothing waits any more.
    const outcomes = meta.period.status === 'final' ? { ...hero.outcomes, human_only: hero.outcomes.human_only, checking: 0 } : hero.outcomes;
    const told = { ...hero, outcomes };
    return fc
      .record({
        hero: orUnavailable(fc.constant(told)),
        trend: orUnavailable(anyTrend),
        journey: orUnavailable(anyJourney(outcomes)),
        cost: orUnavailable(anyCost(net.count, meta)),
        after_hours: orUnavailable(anyAfterHours(outcomes)),
        reopen_rate: orUnavailable(anyReopenRate(told)),
        sentiment: orUnavailable(anySentiment(outcomes)),
        turns: orUnavailable(anyTurns(outcomes)),
        later: anyLater,
      })
      .map(({ later, ...data }): ImpactReport => ({ status: 'success', data: { ...data, ...later }, meta }));
  });
});
