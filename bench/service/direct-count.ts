import { closed, type ImpactReport, judged, OUTCOMES, type TrendPoint } from '@qontak/impact-contract';

/** A row of dashboard.sql. */
export interface DashboardRow {
  part: 'outcome' | 'journey' | 'week' | 'month';
  /** An outcome, who helped, or the first day. */
  name: string;
  /** Chats; of a week or a month those that stayed solved. */
  n: number;
  /** Of a week or a month. */
  came_back: number | null;
  judged: number | null;
}

/** The report does not say what counting the chats one by one gives: then no time of it is worth anything. */
export class WrongFigures extends Error {
  override name = 'WrongFigures';
}

/** Where a report differs from the count, figure by figure; empty: nowhere. */
export function differences({ data }: ImpactReport, rows: readonly DashboardRow[]): string[] {
  const { hero, trend, journey, reopen_rate } = data;
  if (hero.status !== 'ok' || trend.status !== 'ok' || journey.status !== 'ok' || reopen_rate.status !== 'ok') return ['the report lacks a figure'];
  const n = (part: DashboardRow['part'], name: string): number => rows.find((row) => row.part === part && row.name === name)?.n ?? 0;
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, n('outcome', outcome)])) as typeof hero.outcomes;
  const station = (id: string): number => journey.nodes.find((node) => node.id === id)?.chats ?? 0;
  const helped = ['came_back_ai', 'came_back_team', 'came_back_open'] as const;
  return [
    ...OUTCOMES.flatMap((outcome) => unlike(outcome, hero.outcomes[outcome], outcomes[outcome])),
    ...unlike('still_open', hero.still_open, n('outcome', 'still_open')),
    ...unlike('net', hero.net.count, outcomes.stayed_solved),
    ...unlike('judged', hero.net.of, judged(outcomes)),
    ...unlike('journey', journey.total, closed(outcomes)),
    ...helped.flatMap((id) => unlike(id, station(id), n('journey', id))),
    ...unlike('returns', reopen_rate.rate.count, outcomes.came_back),
    ...unlike('looked solved', reopen_rate.rate.of, outcomes.came_back + outcomes.stayed_solved),
    ...differentPoints('week', trend.weeks.points, rows),
    ...differentPoints('month', trend.months.points, rows),
  ];
}

function differentPoints(unit: 'week' | 'month', points: readonly TrendPoint[], rows: readonly DashboardRow[]): string[] {
  if (points.length === 0) return [`the report has no ${unit}`];
  const counted = new Map(rows.filter(({ part }) => part === unit).map((row) => [row.name, row]));
  return points.flatMap(({ from, net, gross }) => {
    const row = counted.get(from);
    const solved = row?.n ?? 0;
    return [
      ...unlike(`net of the ${unit} ${from}`, net.count, solved),
      ...unlike(`gross of the ${unit} ${from}`, gross.count, solved + (row?.came_back ?? 0)),
      ...unlike(`judged in the ${unit} ${from}`, net.of, row?.judged ?? 0),
    ];
  });
}

const unlike = (what: string, reported: number, counted: number): string[] =>
  reported === counted ? [] : [`${what}: ${reported} in the report, ${counted} counted`];
