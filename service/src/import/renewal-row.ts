import { CellReader } from './cell-reader.ts';
import type { Checked } from './room-row.ts';
import type { RowReader } from './row-kind.ts';
import type { RenewalRow } from './rows.ts';

/** How rows of `renewals` are read: each names its organization, which must be one of those that are known here. */
export const renewalsOf = (known: ReadonlySet<string>): RowReader<RenewalRow> => ({
  kind: 'renewals',
  eventColumns: [],
  check(cells): Checked<RenewalRow> {
    const read = new CellReader(cells);
    const organization = read.required('organization_id', read.id('organization_id'))?.toLowerCase();
    const row: RenewalRow = {
      organization_id: organization,
      due_on: read.required('due_on', read.day('due_on')),
      outcome: read.required('outcome', read.oneOf('outcome', ['renewed', 'expanded', 'lapsed'])),
    };
    if (!read.fault && !known.has(row.organization_id)) read.refuse('organization_id', 'is no organization that is known here');
    return read.fault ? { fault: read.fault } : { row, naiveTimes: read.naiveTimes, cutTexts: read.cutTexts };
  },
});
