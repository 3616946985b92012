import * as z from 'zod/mini';

/** POST /v1/report-views: what a page showed. Organization and role come from the token, and nobody is named. */
export const ReportViewInput = z.strictObject({
  /** Net stood there with the gap beside it; null: the page had no share to show. */
  net_and_gap: z.nullable(z.boolean()),
  /** A figure for work absorbed was shown, other than zero. */
  work_absorbed: z.boolean(),
});
export type ReportViewInput = z.infer<typeof ReportViewInput>;
