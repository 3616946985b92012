// What no honest report says, reckoned from its counts without the contract's help: the contract has to refuse whatever is found here.
import type { ChangeFromStart, Difference, ImpactReport, JourneyValue, Rate, TrendSeries } from '@qontak/impact-contract';

const add = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** The solutions of the equation behind Wilson's interval, by the other road than the contract takes: p is as far from k/n as chance allows. */
function wilsonEnds(k: number, n: number): [number, number] {
  const z = 1.96;
  const [a, b, c] = [1 + z ** 2 / n, -(2 * k) / n - z ** 2 / n, (k / n) ** 2];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
}

function* ofRate(name: string, { share, low, high, count, of, size }: Rate): Generator<string> {
  if (count > of || count < 0) yield `${name}: ${count} of ${of}`;
  const fits = of === 0 ? 'none' : of < 10 ? 'counts' : of < 30 ? 'x_of_n' : of < 100 ? 'rough' : 'full';
  if (size !== fits) yield `${name}: ${size} with ${of} chats`;
  if (of === 0) {
    if (share !== null || low !== null || high !== null) yield `${name}: a share of nothing`;
    return;
  }
  const [from, to] = wilsonEnds(count, of);
  if (Math.abs(share! - count / of) > 1e-4 || Math.abs(low! - from) > 1e-3 || Math.abs(high! - to) > 1e-3) yield `${name}: share or range of other chats`;
}

function* ofDifference(name: string, now: Rate | null, difference: Difference | ChangeFromStart | null, up: 'better' | 'worse'): Generator<string> {
  if (difference === null) return;
  const { verdict, points, low, high, earlier } = difference;
  if (low > points || points > high) yield `${name}: ${points} points outside ${low} to ${high}`;
  if (verdict === up && low < 0) yield `${name}: ${verdict}, though it may have fallen`;
  if ((verdict === 'better' || verdict === 'worse') && verdict !== up && high > 0) yield `${name}: ${verdict}, though it may have risen`;
  if (verdict === 'probably_better' ? points < 0 : verdict === 'probably_worse' && points > 0) yield `${name}: ${verdict}, though ${points} points`;
  if (earlier.of < 30) yield `${name}: against ${earlier.of} chats`;
  if (now !== null && Math.abs(100 * ((now.share ?? NaN) - earlier.share) - points) > 1) yield `${name}: not the points between the two`;
}

function* ofJourney({ total, nodes, links }: JourneyValue): Generator<string> {
  for (const { id, chats } of nodes) {
    const into = id === 'arrived' ? total : add(links.filter(({ to }) => to === id).map((link) => link.chats));
    const out = links.filter(({ from }) => from === id);
    if (into !== chats || (out.length > 0 && add(out.map((link) => link.chats)) !== chats)) yield `journey: chats get lost at ${id}`;
  }
}

function* ofSeries(name: string, { points, graded, track }: TrendSeries): Generator<string> {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  for (const [i, { from, to, net, gross }] of points.entries()) {
    yield* ofRate(`${name} ${from}`, net);
    yield* ofRate(`${name} ${from} gross`, gross);
    if (net.of !== gross.of || net.count > gross.count) yield `${name} ${from}: gross below net`;
    if (i > 0 && day(from) !== day(points[i - 1]!.to) + 1) yield `${name}: a hole before ${from}`;
    const length = day(to) - day(from) + 1;
    if (name === 'weeks' ? length !== 7 : length < 28 || length > 31 || !from.endsWith('-01')) yield `${name}: ${from} to ${to}`;
  }
  for (const { low, high, actual, inside } of graded) {
    const percent = Math.round((100 * actual.count) / actual.of);
    if (inside !== (percent >= Math.round(100 * low) && percent <= Math.round(100 * high))) yield `${name}: ${percent} graded as ${String(inside)}`;
  }
  if (track.inside > track.issued || graded.length > track.issued) yield `${name}: ${track.inside} of ${track.issued} held, ${graded.length} shown`;
}

function* ofHero({ data, meta }: ImpactReport): Generator<string> {
  const { hero, journey, cost, reopen_rate, turns, after_hours } = data;
  if (hero.status !== 'ok') return;
  const { outcomes, net, gross, gap, return_rate, share_of_all } = hero;
  const of = outcomes.stayed_solved + outcomes.came_back + outcomes.handed_over + outcomes.ended_unclear;
  for (const [name, rate] of Object.entries({ net, gross, gap, return_rate, share_of_all })) yield* ofRate(name, rate);
  if (net.count !== outcomes.stayed_solved || net.of !== of) yield 'net is not of the outcomes';
  if (gross.count !== net.count + gap.count || gross.of !== of) yield 'gross is not net and gap';
  if (gap.count !== outcomes.came_back || gap.of !== of) yield 'gap is not of the outcomes';
  if (return_rate.count !== gap.count || return_rate.of !== gross.count) yield 'return rate is not of gap and gross';
  if (share_of_all.count !== net.count || share_of_all.of < of || share_of_all.of > add(Object.values(outcomes))) yield 'share of all is of others';
  if (meta.period.status === 'final' && outcomes.checking > 0) yield 'final, and chats wait';
  yield* ofDifference('against the period before', net, hero.vs_previous, 'better');
  yield* ofDifference('against the first month', null, hero.vs_first_month, 'better');
  if (journey.status === 'ok' && journey.total !== add(Object.values(outcomes))) yield 'the journey is of other chats';
  if (cost.status === 'ok' && cost.chats !== net.count) yield 'the cost is of other chats';
  if (turns.status === 'ok' && turns.of !== net.count) yield 'the turns are of other chats';
  if (reopen_rate.status === 'ok' && (reopen_rate.rate.count !== gap.count || reopen_rate.rate.of !== gross.count)) yield 'two rates of return';
  if (after_hours.status === 'ok' && add(after_hours.hours.map(({ chats }) => chats)) !== add(Object.values(outcomes))) yield 'the hours are of other chats';
}

function* ofWorth({ cost }: ImpactReport['data']): Generator<string> {
  if (cost.status !== 'ok') return;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1.001 + Math.abs(b) * 1e-8;
  const hours = add(cost.parts.map(({ chats, minutes_per_chat }) => (chats * minutes_per_chat) / 60));
  if (cost.chats !== add(cost.parts.map(({ chats }) => chats))) yield 'cost: the parts are of other chats';
  if (cost.parts.some(({ minutes_per_chat }) => cost.minutes_per_chat !== null && minutes_per_chat !== cost.minutes_per_chat)) yield 'cost: other minutes';
  if (cost.parts.some(({ hourly_cost }) => hourly_cost === null) !== (cost.money === null)) yield 'cost: money of a part, or none of the whole';
  if (Math.abs(cost.hours - hours) > 1e-5 + hours * 1e-8) yield `cost: ${cost.hours} hours instead of ${hours}`;
  if (cost.money === null) return;
  const { hourly_cost, value, ai_fee, net_value, break_even_chats } = cost.money;
  const worth = add(cost.parts.map((part) => (part.chats * part.minutes_per_chat * part.hourly_cost!) / 60));
  if (!near(value, worth)) yield `cost: ${value} instead of ${worth}`;
  if (cost.parts.some((part) => hourly_cost !== null && part.hourly_cost !== hourly_cost)) yield 'cost: another hourly cost';
  if (ai_fee === null ? net_value !== null || break_even_chats !== null : net_value !== value - ai_fee) yield 'cost: not value less fee';
  const { minutes_per_chat, hourly_cost: last } = cost.parts.at(-1)!;
  if (break_even_chats !== null && ai_fee !== null && !near(break_even_chats, ai_fee / ((minutes_per_chat * last!) / 60)))
    yield 'cost: the fee is not earned back there';
}

function* ofOthers({ after_hours, reopen_rate, sentiment, turns, trend, journey }: ImpactReport['data']): Generator<string> {
  if (after_hours.status === 'ok') {
    yield* ofRate('after hours', after_hours.net);
    const { hours, chats, answered, net, would_have_waited } = after_hours;
    if (add(hours.map((hour) => hour.after_hours)) !== chats || hours.some((hour) => hour.after_hours > hour.chats))
      yield 'after hours: the hours do not add up';
    if (hours.some(({ hour }, i) => hour !== i)) yield 'after hours: the hours are out of order';
    if (answered > chats || net.of > answered || would_have_waited !== net.count) yield 'after hours: more than there were';
  }
  if (reopen_rate.status === 'ok') {
    yield* ofRate('reopen rate', reopen_rate.rate);
    yield* ofDifference('returns against the period before', reopen_rate.rate, reopen_rate.vs_previous, 'worse');
  }
  if (sentiment.status === 'ok') {
    const { better, same, worse, measured, eligible } = sentiment;
    for (const [name, rate] of Object.entries({ better, same, worse })) yield* ofRate(name, rate);
    if (better.count + same.count + worse.count !== measured || measured > eligible) yield 'the moods do not add up';
  }
  if (turns.status === 'ok') {
    const { histogram, measured, of, median, nine_of_ten } = turns;
    const needed = histogram.flatMap((n, i) => (n > 0 ? [{ turns: i + 1, upTo: add(histogram.slice(0, i + 1)) }] : []));
    const within = (part: number): number | null => needed.find(({ upTo }) => upTo >= part * measured - 1e-6)?.turns ?? null;
    if (add(histogram) !== measured || measured > of) yield 'the turns do not add up';
    if (median !== within(0.5) || nine_of_ten !== within(0.9)) yield 'the usual turns are of other chats';
  }
  if (trend.status === 'ok') {
    yield* ofSeries('weeks', trend.weeks);
    yield* ofSeries('months', trend.months);
    const { baseline } = trend;
    if (baseline.status === 'ok') {
      yield* ofRate('starting point', baseline.net);
      yield* ofDifference('against the starting point', null, baseline.change, 'better');
      if (baseline.net.of < 30 || baseline.rough !== baseline.net.of < 100) yield 'a starting point of too few chats';
      if (baseline.change !== null && baseline.change.earlier.of !== baseline.net.of) yield 'compared with another starting point';
    }
  }
  if (journey.status === 'ok') yield* ofJourney(journey);
}

/** Everything in a report that contradicts something else in it. */
export const contradictionsIn = (report: ImpactReport): string[] => [...ofHero(report), ...ofWorth(report.data), ...ofOthers(report.data)];
