import * as z from 'zod/mini';
import { Rate } from './rate.ts';
import { Count } from './units.ts';
import { Unavailable } from './unavailable.ts';

const SentimentValue = z
  .object({
    status: z.literal('ok'),
    better: Rate,
    same: Rate,
    worse: Rate,
    /** Chats with two or more customer messages, whose start and end are known. */
    measured: Count,
    /** Chats with AI that could have been measured. */
    eligible: Count,
  })
  .check(
    z.refine((value) => value.better.count + value.same.count + value.worse.count === value.measured, 'better, same and worse do not add up'),
    z.refine(
      ({ better, same, worse, measured }) => [better, same, worse].every(({ of }) => of === measured),
      'better, same and worse are not of the same chats',
    ),
    z.refine((value) => value.measured <= value.eligible, 'more measured than there were'),
  );
export type SentimentValue = z.infer<typeof SentimentValue>;

/** How customers felt by the end of a chat against its start. */
export const Sentiment = z.union([SentimentValue, Unavailable]);
export type Sentiment = z.infer<typeof Sentiment>;
