/** Steps of a distribution: `[0.5, 8]` says that half of the values lie below 8. Starts at 0 and ends at 1. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/** Values with their weights; the weights need not add up to 1. */
export type Weights<T extends string = string> = Readonly<Record<T, number>>;

/**
 * Numbers from a seed, the same on every machine: integers only (a Weyl sequence through the 32-bit mixer that the "hash prospector" search
 * found to be least biased), and nothing like Math.log, whose last digit differs between engines.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number, both ends included. */
  between(first: number, last: number): number {
    return first + Math.floor(this.next() * (last - first + 1));
  }

  /** The whole number at or after a fractional one, so that many of them average to it. */
  round(expected: number): number {
    return Math.floor(expected) + (this.chance(expected - Math.floor(expected)) ? 1 : 0);
  }

  one<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)]!;
  }

  /** One of the names, each as often as its weight says. */
  weighted<T extends string>(weights: Weights<T>): T {
    const names = Object.keys(weights) as T[];
    return names[this.index(names.map((name) => weights[name]))]!;
  }

  /** One of the places in a list of weights. */
  index(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => (left -= weight) < 0);
    return found === -1 ? weights.length - 1 : found;
  }

  /** A value from a distribution, straight lines between its steps. */
  from(quantiles: Quantiles): number {
    const at = this.next();
    const step = quantiles.findIndex(([share]) => share > at);
    const [[low, least], [high, most]] = [quantiles[step - 1]!, quantiles[step]!];
    return least + ((most - least) * (at - low)) / (high - low);
  }
}
