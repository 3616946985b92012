import { rateOf, type Sentiment, unavailable } from '@qontak/impact-contract';

export interface MoodSums {
  mood_better: number;
  mood_same: number;
  mood_worse: number;
  mood_eligible: number;
  ai_involved: number;
}

/** How customers felt at the end against the start. */
export function sentiment([sums]: readonly MoodSums[]): Sentiment {
  const { mood_better, mood_same, mood_worse, mood_eligible, ai_involved } = sums!;
  const measured = mood_better + mood_same + mood_worse;
  if (measured === 0 && ai_involved > 0) return unavailable('not_measured_yet');
  return {
    status: 'ok',
    better: rateOf(mood_better, measured),
    same: rateOf(mood_same, measured),
    worse: rateOf(mood_worse, measured),
    measured,
    eligible: mood_eligible,
  };
}
