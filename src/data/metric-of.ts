import { ReportData, type ReportHead } from '@qontak/impact-contract';
import type { ReportError } from './errors.ts';
import { check } from './request-json.ts';

type Checked = { value: unknown } | { error: ReportError };

/** What came of each metric, by how it came: it is checked once, and stays the same object while the report keeps it. */
const checked = new WeakMap<object, Checked>();

/**
 * A metric of a report, checked when it is first read. The contract of all but the headline comes with the widgets that read it, after the
 * first figure; and a metric that does not fit keeps no other from the page. That it tells of the same chats as the headline was checked
 * with the report.
 * @throws {ReportError} `schema`
 */
export function metricOf<Slot extends keyof ReportData>({ data }: Pick<ReportHead, 'data'>, slot: Slot): ReportData[Slot] {
  const came = data[slot];
  const read = (): unknown => check<unknown>(came, ReportData.shape[slot], ['data', slot]);
  if (typeof came !== 'object' || came === null) return read() as ReportData[Slot];
  let known = checked.get(came);
  if (known === undefined) checked.set(came, (known = outcomeOf(read)));
  if ('error' in known) throw known.error;
  return known.value as ReportData[Slot];
}

function outcomeOf(read: () => unknown): Checked {
  try {
    return { value: read() };
  } catch (error) {
    return { error: error as ReportError };
  }
}
