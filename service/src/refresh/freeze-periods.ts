import { addDays, type LocalDate } from '@qontak/impact-contract';
import type { Queryable } from '../db/database.ts';
import { sqlFile } from '../db/sql-file.ts';
import { DEFINITION } from '../metrics/definition.ts';
import type { Reached } from './issue.ts';

const FREEZE_PERIODS = sqlFile(import.meta.url, './freeze-periods.sql');

/** Before every day, also as text. */
export const EVER: LocalDate = '-infinity';

/**
 * Keeps the figures of every week and month that has become final, for all channels and for each, and a further revision where they have changed
 * since. What was kept stays. As_of may go back: what is not final any more is left alone until it is final again.
 * @param changed the first day on which a chat was counted anew, or null. Mostly it is not final yet, and nothing has to be looked at.
 */
export async function freezePeriods(tx: Queryable, organizationId: string, reached: Reached, changed: LocalDate | null): Promise<void> {
  const { as_of, counted_through, final_through } = reached;
  const passed = counted_through === null ? EVER : addDays(counted_through, 1);
  const since = changed !== null && changed < passed ? changed : passed;
  if (since > final_through) return;
  await tx.query(FREEZE_PERIODS, [organizationId, final_through, as_of, DEFINITION, since]);
}
