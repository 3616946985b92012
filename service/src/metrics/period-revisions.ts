import { judged, type OutcomeCounts, type PeriodRevision, type PeriodRevisions, rateOf, REVISIONS_LISTED } from '@qontak/impact-contract';
import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { DEFINITION } from './definition.ts';
import type { ReportBasis } from './report.ts';

const PERIOD_REVISIONS = sqlFile(import.meta.url, './period-revisions.sql');

/** Nothing of a final period waits for its return window, so the table has no column for that. */
interface RevisionRow extends Pick<PeriodRevision, 'revision' | 'frozen_at' | 'as_of' | 'corrected'>, Omit<OutcomeCounts, 'checking'> {}

/** How the figures of the days were frozen, and how they changed since. */
export async function periodRevisions(tx: Queryable, { organization, days: { from, to }, channel }: ReportBasis): Promise<PeriodRevisions> {
  const slice = channel === null ? ['all', ''] : ['channel', channel];
  const rows = await tx.query<RevisionRow>(PERIOD_REVISIONS, [organization.id, ...slice, from, to, DEFINITION, REVISIONS_LISTED]);
  return { status: 'success', data: rows.map(revisionOf), meta: { from, to, channel, as_of: organization.as_of } };
}

function revisionOf({ revision, frozen_at, as_of, corrected, ...counted }: RevisionRow): PeriodRevision {
  const outcomes = { ...counted, checking: 0 };
  return { revision, frozen_at, as_of, outcomes, corrected, net: rateOf(outcomes.stayed_solved, judged(outcomes)) };
}
