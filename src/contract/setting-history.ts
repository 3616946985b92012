import * as z from 'zod/mini';
import { Change } from './cost-assumption.ts';
import { Whose } from './whose.ts';

/** Changes of a page. */
export const CHANGES_LISTED = 100;

export const pageOf = <T extends z.core.$ZodType>(change: T) =>
  z.object({
    status: z.literal('success'),
    data: z.array(change),
    /** `next_cursor` null: nothing was changed before. */
    meta: z.object({ ...Whose.shape, next_cursor: z.nullable(z.string()) }),
  });

/** Who changed a setting and when, what stood there before (null: nothing), and what was entered; newest first. */
export const historyOf = <T extends z.core.$ZodType>(entered: T) => pageOf(z.object({ ...Change.shape, before: z.nullable(entered), after: entered }));
