import { problem, type ProblemCode, PROBLEM_STATUS } from '@qontak/impact-contract';
import { HttpResponse } from 'msw/http';

/** The error body of the contract. */
export const refuse = (code: ProblemCode, ...messages: string[]): Response => HttpResponse.json(problem(code, ...messages), { status: PROBLEM_STATUS[code] });

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** What is wrong with a body, field by field: `shifts[0].start: a time such as 08:30`. */
export const refuseIssues = (issues: readonly Issue[]): Response =>
  refuse('invalid', ...issues.map(({ path, message }) => (path.length === 0 ? message : `${fieldOf(path)}: ${message}`)));

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`)).join('');

/** Undefined: it is no JSON. */
export async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
