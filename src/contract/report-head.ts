import * as z from 'zod/mini';
import { Hero } from './hero.ts';
import { ReportMeta } from './report-meta.ts';
import { isOfDays, tellTheSame } from './tell-the-same.ts';

/** What must hold of a report as a whole, also where nobody has looked closer at its other metrics yet. */
export const WHOLE = [
  z.refine<ReportHead>(({ data }) => tellTheSame(data), { error: 'the metrics tell of different chats', path: ['data'] }),
  z.refine<ReportHead>(({ meta }) => meta.period.status !== 'final' || meta.as_of !== null, 'a period cannot be final without data'),
  z.refine<ReportHead>(
    ({ data, meta }) => data.hero.status !== 'ok' || meta.period.status !== 'final' || data.hero.outcomes.checking === 0,
    'chats of a final period wait',
  ),
  z.refine<ReportHead>(({ data, meta }) => isOfDays(data.cost, meta.period), 'the cost is of other days'),
] as const;

/**
 * A report as far as its first figure needs it: the headline, what it rests on, and that no other metric contradicts them. The other
 * metrics are as they came; each is checked by who reads it, with the schema of its own.
 */
export const ReportHead = z.object({ status: z.literal('success'), data: z.looseObject({ hero: Hero }), meta: ReportMeta }).check(...WHOLE);
export interface ReportHead {
  status: 'success';
  data: { hero: Hero; [slot: string]: unknown };
  meta: ReportMeta;
}
