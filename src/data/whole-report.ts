import { type ImpactReport, ReportData, type ReportHead, unavailable } from '@qontak/impact-contract';
import { metricOf } from './metric-of.ts';

/** A report with all its metrics, for who tells of the whole; one that does not fit has no value. */
export function wholeReport(report: ReportHead): ImpactReport {
  const slots = Object.keys(ReportData.shape) as (keyof ReportData)[];
  const data = Object.fromEntries(slots.map((slot) => [slot, readable(report, slot)]));
  return { ...report, data: data as ReportData };
}

function readable(report: ReportHead, slot: keyof ReportData): unknown {
  try {
    return metricOf(report, slot);
  } catch {
    return unavailable('other');
  }
}
