import { complain } from './complain.ts';
import { ReportError } from './errors.ts';

/**
 * Says in the console that a part of the library could not be loaded, and is what fails by it. A browser never asks again for a module
 * that it has failed to get: only a new page helps.
 */
export function lostCode(where: string, cause: unknown): ReportError {
  complain('IMPACT-025', where);
  return new ReportError('network', { misuse: 'IMPACT-025', retryable: false, note: where, cause });
}
