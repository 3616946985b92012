import { type LocalDate, rateOf, type TrendPoint } from '@qontak/impact-contract';
import type { BaselineWeek } from '@qontak/impact-contract/statistics';
import { spanAfter, spanOf, type Unit } from './calendar.ts';

/** One week or month with closed chats, by its first day. */
export interface TrendRow {
  unit: Unit;
  from_day: LocalDate;
  stayed_solved: number;
  came_back: number;
  judged: number;
}

/** How far the data reach. */
export interface Reach {
  /** The local day of as_of. */
  today: LocalDate;
  /** The last day whose figures are final. */
  final_through: LocalDate;
}

/** Every week or month from the first with a closed chat to the newest data, those without chats too. */
export function trendPoints(rows: readonly TrendRow[], unit: Unit, { today, final_through }: Reach): TrendPoint[] {
  const counted = new Map(rows.filter((row) => row.unit === unit).map((row) => [row.from_day, row]));
  const [first] = counted.keys();
  const points: TrendPoint[] = [];
  if (first === undefined) return points;
  for (let span = spanOf(unit, first); span.from <= today; span = spanAfter(unit, span)) {
    const { stayed_solved, came_back, judged } = counted.get(span.from) ?? { stayed_solved: 0, came_back: 0, judged: 0 };
    const status = span.to <= final_through ? 'final' : 'provisional';
    points.push({ ...span, status, net: rateOf(stayed_solved, judged), gross: rateOf(stayed_solved + came_back, judged) });
  }
  return points;
}

export const isFinal = ({ status }: TrendPoint): boolean => status === 'final';

/** What statistics need to know of a point. */
export const weekOf = ({ from, net }: TrendPoint): BaselineWeek => ({ from, k: net.count, n: net.of });
