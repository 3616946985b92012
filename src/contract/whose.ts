import * as z from 'zod/mini';

/** Whose an answer is, by the token: a client refuses one of another organization than the report beside it is of. */
export const Whose = z.object({ organization: z.object({ id: z.string() }) });
