import * as z from 'zod/mini';
import { AfterHours } from './after-hours.ts';
import { Cost } from './cost.ts';
import { Hero } from './hero.ts';
import { Journey } from './journey.ts';
import { ReopenRate } from './reopen-rate.ts';
import { WHOLE } from './report-head.ts';
import { ReportMeta } from './report-meta.ts';
import { Sentiment } from './sentiment.ts';
import { Trend } from './trend.ts';
import { Turns } from './turns.ts';
import { Unavailable } from './unavailable.ts';

/** One field for each metric of the catalogue; a metric that is not computed says so. */
export const ReportData = z.object({
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
});
export type ReportData = z.infer<typeof ReportData>;

/** The answer of `GET /v1/impact-report`. */
export const ImpactReport = z.object({ status: z.literal('success'), data: ReportData, meta: ReportMeta }).check(...WHOLE);
export type ImpactReport = z.infer<typeof ImpactReport>;
