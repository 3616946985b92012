// How customers felt at the end against the start: spec/metrics.md, section 5.
import { rateOf, type Sentiment, unavailable } from '@qontak/impact-contract';
import { type ClosedChat, count } from './cohort.ts';
import type { MoodChange } from './mood.ts';

export function sentiment(closed: readonly ClosedChat[]): Sentiment {
  const withAi = closed.filter(({ ai_involved }) => ai_involved);
  const measured = count(withAi, ({ mood_change }) => mood_change !== null);
  if (withAi.length > 0 && measured === 0) return unavailable('not_measured_yet');
  const share = (change: MoodChange) =>
    rateOf(
      count(withAi, ({ mood_change }) => mood_change === change),
      measured,
    );
  return {
    status: 'ok',
    better: share('better'),
    same: share('same'),
    worse: share('worse'),
    measured,
    eligible: count(withAi, ({ mood_eligible }) => mood_eligible),
  };
}
