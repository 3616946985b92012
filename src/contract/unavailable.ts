import * as z from 'zod/mini';

/** Why a metric has no value. A client that meets a newer reason reads it as `other`. */
export const REASONS = ['no_data_yet', 'not_measured_yet', 'no_working_hours', 'being_counted', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** A metric without a value, and why: unknown is never 0. */
export const Unavailable = z.object({ status: z.literal('unavailable'), reason: z.catch(z.enum(REASONS), 'other') });
export type Unavailable = z.infer<typeof Unavailable>;

export const unavailable = (reason: Reason): Unavailable => ({ status: 'unavailable', reason });
