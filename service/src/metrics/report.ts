import {
  CATALOGUE,
  type Days,
  type ImpactReport,
  ImpossiblePeriod,
  type LocalDate,
  MATCH_RULE,
  type PeriodQuery,
  previousPeriod,
  type ReportData,
  resolvePeriod,
  SCHEMA_VERSION,
  unavailable,
} from '@qontak/impact-contract';
import type { RequestTransaction } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { afterHours, type AfterHoursSums } from './after-hours.ts';
import { askAtOnce, inOneStatement } from './ask.ts';
import { cost, type CostRow } from './cost.ts';
import { DEFINITION } from './definition.ts';
import { type PeriodAnswers, standing } from './frozen.ts';
import { hero, type HeroSums } from './hero.ts';
import { journey, type JourneySums } from './journey.ts';
import type { Twice } from './measured.ts';
import { reopenRate, type ReturnSums } from './reopen-rate.ts';
import { type MoodSums, sentiment } from './sentiment.ts';
import { trend, type TrendAnswers } from './trend.ts';
import { turns, type TurnsSums } from './turns.ts';

const sql = (name: string): string => sqlFile(import.meta.url, `./${name}.sql`);

const ORGANIZATION = sql('organization');

const REPORT = inOneStatement({
  period: sql('period'),
  frozen: sql('frozen'),
  hero: sql('hero'),
  trend: sql('trend'),
  forecasts: sql('forecasts'),
  baseline: sql('baseline'),
  journey: sql('journey'),
  cost: sql('cost'),
  after_hours: sql('after-hours'),
  reopen_rate: sql('reopen-rate'),
  sentiment: sql('sentiment'),
  turns: sql('turns'),
});

interface Answers extends TrendAnswers, PeriodAnswers {
  hero: Twice<HeroSums>;
  journey: JourneySums[];
  cost: CostRow[];
  after_hours: AfterHoursSums[];
  reopen_rate: Twice<ReturnSums>;
  sentiment: MoodSums[];
  turns: TurnsSums[];
}

/** What a client asks for. */
export interface ReportQuery extends PeriodQuery {
  channel: string | null;
}

interface OrganizationRow {
  id: string;
  name: string;
  time_zone: string;
  ai_activated_on: LocalDate | null;
  source: 'live' | 'sample';
  /** Most used first. */
  channels: string[];
  as_of: string | null;
  revision: number;
  /** The first day whose chats are kept; null: all are. */
  kept_from: LocalDate | null;
  today: LocalDate;
  /** The last day whose figures are final; null before the first import. */
  final_through: LocalDate | null;
  /** A change of settings, or of so many chats that it takes a while, is not in the figures yet. */
  recounting: boolean;
}

/** What a report would say about what: enough to tell whether it has changed, and much cheaper than the report. */
export interface ReportBasis {
  organization: OrganizationRow;
  days: Days;
  channel: string | null;
}

/**
 * Finds the organization and the days; null when there is no such organization.
 * @throws {ImpossiblePeriod}
 */
export async function reportBasis(tx: RequestTransaction, organizationId: string, query: ReportQuery): Promise<ReportBasis | null> {
  const [organization] = await tx.prepared<OrganizationRow>(ORGANIZATION, [organizationId, MATCH_RULE.window_hours]);
  if (organization === undefined) return null;
  const days = resolvePeriod(query, organization.today);
  // The day on which the period becomes final, and the period before it, must be days of the contract as well: it knows those from 1900 to 2999.
  if (days.from < '2000-01-01' || days.to > '2998-12-31') throw new ImpossiblePeriod('The year must lie between 2000 and 2998.');
  return { organization, days, channel: query.channel };
}

/** The whole answer. Every field follows from the basis and the daily counts, so it is not checked against its schema a second time. */
export async function impactReport(tx: RequestTransaction, basis: ReportBasis): Promise<ImpactReport> {
  const { organization, days, channel } = basis;
  const { id, name, time_zone, source, channels, as_of, recounting } = organization;
  const before = previousPeriod(days);
  const slice = channel === null ? ['all', ''] : ['channel', channel];
  const values = [id, ...slice, days.from, days.to, before.from, before.to, MATCH_RULE.window_hours, DEFINITION];
  const answers = await askAtOnce<Answers>(tx, REPORT, values);
  return {
    status: 'success',
    data: dataOf(answers, basis),
    meta: {
      schema: SCHEMA_VERSION,
      organization: { id, name, time_zone },
      source,
      channels,
      period: { ...days, channel, ...standing(answers) },
      as_of,
      recounting,
      match_rule: MATCH_RULE,
      generated_at: new Date().toISOString(),
    },
  };
}

function dataOf(answers: Answers, { organization, days, channel }: ReportBasis): ReportData {
  const { today, final_through, ai_activated_on, recounting } = organization;
  if (final_through === null) return NO_DATA;
  const line = trend(answers, { today, final_through }, ai_activated_on, days);
  return {
    ...NOT_MEASURED,
    hero: hero(answers.hero, line.baseline.status === 'ok' ? line.baseline.change : null),
    trend: line,
    journey: journey(answers.journey),
    cost: cost(answers.cost, channel),
    after_hours: afterHours(answers.after_hours, recounting),
    reopen_rate: reopenRate(answers.reopen_rate),
    sentiment: sentiment(answers.sentiment),
    turns: turns(answers.turns),
  };
}

const dataWith = (reasonFor: (phase: 1 | 2 | 3) => 'no_data_yet' | 'not_measured_yet'): ReportData =>
  Object.fromEntries(CATALOGUE.map(({ slot, phase }) => [slot, unavailable(reasonFor(phase))])) as unknown as ReportData;

const NOT_MEASURED = dataWith(() => 'not_measured_yet');
/** Before the first import; what nobody measures yet would not be there after it either. */
const NO_DATA = dataWith((phase) => (phase === 1 ? 'no_data_yet' : 'not_measured_yet'));
