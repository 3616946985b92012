import type { Connection } from './connection.ts';
import { ReportError } from './errors.ts';
import { assertOrganization, isSame } from './organization.ts';
import { renewReports } from './query-options.ts';

/** Who asks for something beside a report: whose report that is, and until when the answer is waited for. */
export interface Reader {
  organization: string;
  signal: AbortSignal;
}

/** @throws {ReportError} `tenant_mismatch`: the answer is of another organization than the report. */
export function assertBeside(connection: Connection, { id }: { id: string }, { organization, signal }: Reader): void {
  // Whoever was given up meanwhile may still hold an answer to the token before.
  signal.throwIfAborted();
  assertOrganization(connection, id);
  if (isSame(id, organization)) return;
  // The token became another organization's: what is hers never stands under the figures of the one before, which go with the next report.
  renewReports(connection);
  throw new ReportError('tenant_mismatch');
}
