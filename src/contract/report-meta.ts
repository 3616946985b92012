import * as z from 'zod/mini';
import { MatchRule } from './match-rule.ts';
import { Period } from './period.ts';
import { Instant, OrganizationId, TimeZone } from './units.ts';

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
