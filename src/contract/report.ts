import * as z from 'zod/mini';
import { AfterHours } from './after-hours.ts';
import { Cost } from './cost.ts';
import { Hero } from './hero.ts';
import { Journey } from './journey.ts';
import { MatchRule } from './match-rule.ts';
import { Period } from './period.ts';
import { ReopenRate } from './reopen-rate.ts';
import { Sentiment } from './sentiment.ts';
import { Trend } from './trend.ts';
import { Turns } from './turns.ts';
import { Instant, OrganizationId, TimeZone } from './units.ts';
import { tellTheSame } from './tell-the-same.ts';
import { Unavailable } from './unavailable.ts';

export const SCHEMA_VERSION = '1.0';

/** What every figure of a report rests on. */
export const ReportMeta = z.object({
  /** Major and minor version of this contract; a client refuses another major one. */
  schema: z.string().check(z.regex(/^1\.\d+$/, 'this report needs a newer client')),
  organization: z.object({ id: OrganizationId, name: z.string(), time_zone: TimeZone }),
  /** `sample`: simulated chats, which every page must say. */
  source: z.enum(['live', 'sample']),
  /** The organization's channels, for a choice; most used first. */
  channels: z.array(z.string()),
  period: Period,
  /** The newest event in the data; null before the first import. Everything is counted as of this moment. */
  as_of: z.nullable(Instant),
  /** A change that the figures do not hold yet is being counted; they change all at once when that is done. */
  recounting: z.boolean(),
  match_rule: MatchRule,
  generated_at: Instant,
});
export type ReportMeta = z.infer<typeof ReportMeta>;

/** One field for each metric of the catalogue; a metric that is not computed says so. */
export const ReportData = z
  .object({
    hero: Hero,
    trend: Trend,
    journey: Journey,
    cost: Cost,
    after_hours: AfterHours,
    reopen_rate: ReopenRate,
    sentiment: Sentiment,
    turns: Turns,
    answer_coverage: Unavailable,
    escalation_reasons: Unavailable,
    topic_containment: Unavailable,
    knowledge_gaps: Unavailable,
    csat: Unavailable,
    quality_score: Unavailable,
    audited_value: Unavailable,
    action_success: Unavailable,
  })
  .check(z.refine(tellTheSame, 'the metrics tell of different chats'));
export type ReportData = z.infer<typeof ReportData>;

/** The answer of `GET /v1/impact-report`. */
export const ImpactReport = z.object({ status: z.literal('success'), data: ReportData, meta: ReportMeta }).check(
  z.refine(({ meta }) => meta.period.status !== 'final' || meta.as_of !== null, 'a period cannot be final without data'),
  z.refine(
    ({ data, meta }) => data.hero.status !== 'ok' || meta.period.status !== 'final' || data.hero.outcomes.checking === 0,
    'chats of a final period wait',
  ),
  z.refine(
    ({ data: { cost }, meta: { period } }) => cost.status !== 'ok' || (cost.parts[0]?.from === period.from && cost.parts.at(-1)?.to === period.to),
    'the cost is of other days',
  ),
);
export type ImpactReport = z.infer<typeof ImpactReport>;
