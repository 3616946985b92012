import { rateOf, type Sentiment, unavailable } from '@qontak/impact-contract';
import { countIn, type Measured } from './measured.ts';

/** How customers felt at the end against the start. */
export function sentiment(rows: readonly Measured[]): Sentiment {
  const count = countIn(rows);
  const [better, same, worse] = [count('mood_better'), count('mood_same'), count('mood_worse')];
  const measured = better + same + worse;
  if (measured === 0 && count('ai_involved') > 0) return unavailable('not_measured_yet');
  return {
    status: 'ok',
    better: rateOf(better, measured),
    same: rateOf(same, measured),
    worse: rateOf(worse, measured),
    measured,
    eligible: count('mood_eligible'),
  };
}
