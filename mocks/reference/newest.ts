// Which rows count: spec/metrics.md, section 1.
import type { Organization } from '../rows.ts';

export const ownOf = <Row extends { organization_id: string }>({ id }: Organization, rows: readonly Row[]): Row[] =>
  rows.filter(({ organization_id }) => organization_id === id);

/** The row of each id that was updated last; of equally new ones, the one read last. */
export function newest<Row extends { updated_at: string }>(rows: readonly Row[], idOf: (row: Row) => string): Map<string, Row> {
  const result = new Map<string, Row>();
  for (const row of rows) {
    const known = result.get(idOf(row));
    if (!known || Date.parse(row.updated_at) >= Date.parse(known.updated_at)) result.set(idOf(row), row);
  }
  return result;
}
