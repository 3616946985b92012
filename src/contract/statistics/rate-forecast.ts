// The next period's rate, with its range: a dynamic binomial model with a logit level and a damped slope
// (West, Harrison, Migon 1985), averaged over a grid of noise levels. The range holds four uncertainties at once:
// how the level moves, noise beyond the binomial, which noise levels are right, and the next period's own chance.
import jstat from 'jstat';

/** `k` of `n` chats in one period; `n` = 0 is a gap. */
export interface Period {
  k: number;
  n: number;
}

export interface RateForecast {
  /** Shares 0..1; low <= point <= high. */
  point: number;
  low: number;
  high: number;
}

interface GridPoint {
  /** Variance of a period's step of the level, and of noise beyond the binomial, both on the logit scale. */
  step: number;
  extra: number;
  /** Standard deviation of the slope at the start; 0: no slope. */
  slope: number;
  weight: number;
}

/** Gaussian belief on (level, slope): means and the three entries of the symmetric covariance. */
interface Belief {
  level: number;
  slope: number;
  c00: number;
  c01: number;
  c11: number;
}

const STEPS = [0, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6];
const EXTRAS = [0, 0.05, 0.1, 0.2, 0.4];
const SLOPES = [
  { slope: 0, weight: 0.7 },
  { slope: 0.08, weight: 0.3 },
];
const DAMPING = 0.85;
const START = { level: 0.4, sd: 1.5 };
/** Scales of the half-Cauchy weights. A month moves further than a week. */
const STEP_SCALE = { week: 0.1, month: 0.2 } as const;
const EXTRA_SCALE = 0.15;

const halfCauchy = (x: number, scale: number): number => (x === Infinity ? 1 : (2 / Math.PI) * Math.atan(x / scale));

/** The half-Cauchy mass of each value's cell; cells meet in the middle between two values. */
function masses(values: readonly number[], scale: number): number[] {
  const edge = (i: number): number => (i === 0 ? 0 : i === values.length ? Infinity : (values[i - 1]! + values[i]!) / 2);
  return values.map((_, i) => halfCauchy(edge(i + 1), scale) - halfCauchy(edge(i), scale));
}

function gridOf(unit: 'week' | 'month'): GridPoint[] {
  const steps = masses(STEPS, STEP_SCALE[unit]);
  const extras = masses(EXTRAS, EXTRA_SCALE);
  return STEPS.flatMap((step, i) =>
    EXTRAS.flatMap((extra, j) =>
      SLOPES.map(({ slope, weight }) => ({ step: step * step, extra: extra * extra, slope, weight: weight * steps[i]! * extras[j]! })),
    ),
  );
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** One period ahead, before its data. */
function predict({ level, slope, c00, c01, c11 }: Belief, { step, slope: slopeSd }: GridPoint): Belief {
  const damping = slopeSd === 0 ? 0 : DAMPING;
  const slopeStep = 0.3 * slopeSd;
  return {
    level: level + damping * slope,
    slope: damping * slope,
    c00: c00 + 2 * damping * c01 + damping * damping * c11 + step,
    c01: damping * c01 + damping * damping * c11,
    c11: damping * damping * c11 + slopeStep * slopeStep,
  };
}

/** Beta parameters whose logit has about this mean and variance. */
const betaOf = (level: number, variance: number): { a: number; b: number } => ({ a: (1 + Math.exp(level)) / variance, b: (1 + Math.exp(-level)) / variance });

/** Without the binomial coefficient: it is the same for every grid point, so it falls out of their weights, and would take a third of the time. */
const logBetaBinomial = (k: number, n: number, a: number, b: number): number => jstat.betaln(k + a, n - k + b) - jstat.betaln(a, b);

/** Learns from one period's count: the belief after it, and how well it was foretold. */
function learn(before: Belief, { k, n }: Period, { extra }: GridPoint): { after: Belief; logLikelihood: number } {
  const { level, c00 } = before;
  const wide = betaOf(level, c00 + extra);
  const { a, b } = betaOf(level, c00);
  const p = logistic(level);
  const effective = 1 / (1 / n + extra * p * (1 - p)); // extra noise makes n chats worth fewer
  const won = a + (effective * k) / n;
  const lost = b + (effective * (n - k)) / n;
  const moved = (Math.log(won / lost) - level) / c00;
  const shrink = (1 - (1 / won + 1 / lost) / c00) / c00;
  return {
    after: {
      level: level + c00 * moved,
      slope: before.slope + before.c01 * moved,
      c00: c00 - c00 * c00 * shrink,
      c01: before.c01 - c00 * before.c01 * shrink,
      c11: before.c11 - before.c01 * before.c01 * shrink,
    },
    logLikelihood: logBetaBinomial(k, n, wide.a, wide.b),
  };
}

interface Component {
  weight: number;
  a: number;
  b: number;
  mean: number;
}

/** What one grid point expects of the next period, and how much it is to be believed (as a logarithm). */
function follow(periods: readonly Period[], grid: GridPoint, expected: number): Component {
  let belief: Belief = { level: START.level, slope: 0, c00: START.sd * START.sd, c01: 0, c11: grid.slope * grid.slope };
  let logWeight = Math.log(grid.weight);
  for (const period of periods) {
    belief = predict(belief, grid);
    if (period.n === 0) continue;
    const { after, logLikelihood } = learn(belief, period, grid);
    belief = after;
    logWeight += logLikelihood;
  }
  const { level, c00 } = predict(belief, grid);
  const mean = logistic(level);
  const size = 1 / (mean * (1 - mean) * (c00 + grid.extra));
  const variance = (mean * (1 - mean) * (size + expected)) / (expected * (size + 1));
  const strength = Math.max(1e-3, (mean * (1 - mean)) / variance - 1); // one expected chat is all or nothing: no Beta has strength 0
  return { weight: logWeight, a: mean * strength, b: (1 - mean) * strength, mean };
}

/** Turns logarithms into weights that add up to 1, without what no longer matters. */
function normalise(components: readonly Component[]): Component[] {
  const best = Math.max(...components.map(({ weight }) => weight));
  const kept = components.map((one) => ({ ...one, weight: Math.exp(one.weight - best) })).filter(({ weight }) => weight > 1e-7);
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  return kept.map((one) => ({ ...one, weight: one.weight / total }));
}

/** The value below which the mixture holds the share `p`. 40 halvings: exact to 1e-12, finer than any display. */
function quantile(components: readonly Component[], p: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2;
    const below = components.reduce((sum, { weight, a, b }) => sum + weight * jstat.ibeta(middle, a, b), 0);
    if (below < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Forecasts the rate of the period after the last one.
 * @param periods oldest first, complete periods only, with at least one chat in all
 * @param expected how many chats the next period will bring, at least 1
 * @param level the share of cases that the range should hold, such as 0.8
 */
export function forecastRate(periods: readonly Period[], expected: number, level: number, unit: 'week' | 'month'): RateForecast {
  const components = normalise(gridOf(unit).map((grid) => follow(periods, grid, expected)));
  const point = components.reduce((sum, { weight, mean }) => sum + weight * mean, 0);
  const half = 0.5 / expected; // a share of few chats moves in steps
  return {
    point,
    low: Math.min(point, Math.max(0, quantile(components, (1 - level) / 2) - half)),
    high: Math.max(point, Math.min(1, quantile(components, (1 + level) / 2) + half)),
  };
}
