import * as z from 'zod/mini';

/** What can go wrong with a request; the HTTP status stands beside each. */
export const PROBLEM_STATUS = {
  bad_request: 400,
  impossible_period: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  version_differs: 412,
  too_large: 413,
  not_json: 415,
  invalid: 422,
  version_missing: 428,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
  read_only: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** The error body of every route. `messages` say what failed and what to do, for engineers; customers read the widget's own words. */
export const Problem = z.object({
  status: z.literal('error'),
  error: z.object({ code: z.string(), messages: z.array(z.string()) }),
});
export type Problem = z.infer<typeof Problem>;

export const problem = (code: ProblemCode, ...messages: string[]): Problem => ({ status: 'error', error: { code, messages } });
