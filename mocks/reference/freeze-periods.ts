// Snapshots of what has become final, and of every change to it afterwards: spec/metrics.md, section 3, "Window not elapsed".
import { type Instant, judged, OUTCOMES, type PeriodRevision, rateOf } from '@qontak/impact-contract';
import { localDay } from '../local-time.ts';
import type { KeptRevision, Shop } from '../rows.ts';
import { spansBetween } from './calendar.ts';
import { channelsOf } from './channels.ts';
import { chatsOf, type ClosedChat, closedAmong, count, isCorrected, outcomesOf } from './cohort.ts';
import { revisionsOf } from './frozen.ts';
import { periodOf } from './period.ts';
import { judgedOf, sliceOf } from './report.ts';

/** Everything that was kept before, and a further revision of every final week and month whose figures are other ones now. */
export function freezePeriods(shop: Shop, frozenAt: Instant): readonly KeptRevision[] {
  const { as_of, period_revisions: before = [] } = shop;
  if (as_of === null) return before;
  // a channel that no chat has any more was frozen with some
  const channels = new Set([null, ...channelsOf(judgedOf(shop)), ...before.map(({ channel }) => channel)]);
  const changed = [...channels].flatMap((channel) => {
    const chats = sliceOf(shop, channel);
    return finalPeriods(shop, channel, closedAmong(chats)).flatMap((period): KeptRevision[] => {
      const last = revisionsOf(shop, { ...period, channel }).at(-1);
      const now = countsOf(closedAmong(chatsOf(chats, period)));
      if (last !== undefined && isSame(last, now)) return [];
      return [{ ...period, channel, kept: { revision: (last?.revision ?? 0) + 1, frozen_at: frozenAt, as_of, ...now } }];
    });
  });
  return [...before, ...changed];
}

/** The final weeks and months since the first chat, or since the first that was frozen; those without chats too. */
function finalPeriods({ organization, as_of, period_revisions = [] }: Shop, channel: string | null, closed: readonly ClosedChat[]) {
  const [asOf, timeZone] = [Date.parse(as_of!), organization.time_zone];
  const chatDays = closed.map(({ local_day }) => local_day);
  return (['week', 'month'] as const).flatMap((unit) => {
    const frozen = period_revisions.filter((one) => one.channel === channel && one.unit === unit);
    const [first] = [...chatDays, ...frozen.map(({ from }) => from)].sort();
    const periods = first === undefined ? [] : spansBetween(unit, first, localDay(asOf, timeZone));
    return periods.filter((days) => periodOf(days, channel, asOf, timeZone).status === 'final').map((days) => ({ unit, ...days }));
  });
}

type Counts = Pick<PeriodRevision, 'outcomes' | 'corrected' | 'net'>;

function countsOf(closed: readonly ClosedChat[]): Counts {
  const outcomes = outcomesOf(closed);
  return { outcomes, corrected: count(closed, isCorrected), net: rateOf(outcomes.stayed_solved, judged(outcomes)) };
}

const isSame = (a: Counts, b: Counts): boolean => a.corrected === b.corrected && OUTCOMES.every((outcome) => a.outcomes[outcome] === b.outcomes[outcome]);
