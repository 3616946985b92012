import { costOf, type CostValue, type LocalDate } from '@qontak/impact-contract';
import { inUtc } from './ask.ts';

/** Days of the period on which one version held. */
export interface CostRow {
  from: LocalDate;
  to: LocalDate;
  chats: number;
  minutes_per_chat: number | null;
  hourly_cost: number | null;
  ai_fee_per_month: number | null;
  /** Null: from the beginning. */
  effective_from: LocalDate | null;
  /** Null: nobody had entered anything. */
  changed_by: string | null;
  changed_at: string | null;
}

/** The team's time that AI saved, by the admin's own figures. */
export function cost(rows: readonly CostRow[], channel: string | null): CostValue {
  const stretches = rows.map(({ from, to, chats, changed_by, changed_at, ...figures }) => {
    const changed = changed_by === null ? null : { by: changed_by, at: inUtc(changed_at!) };
    return { from, to, chats, assumption: { ...figures, changed } };
  });
  return costOf(stretches, channel);
}
