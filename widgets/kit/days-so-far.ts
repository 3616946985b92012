import type { LocalDate, ReportMeta } from '@qontak/impact-contract';
import { localDay } from '#lang';

/** The day up to which there are chats, of a period that goes on after it; null: all its days are there. */
export function lastDaySoFar({ period, as_of, organization }: ReportMeta): LocalDate | null {
  if (as_of === null) return null;
  const day = localDay(as_of, organization.time_zone);
  return day < period.to ? day : null;
}
