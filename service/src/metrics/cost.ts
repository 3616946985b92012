import { costIn, type CostValue, type Period } from '@qontak/impact-contract';
import { inUtc } from './ask.ts';

export interface CostRow {
  chats: number;
  minutes_per_chat: number | null;
  hourly_cost: number | null;
  ai_fee_per_month: number | null;
  /** Null: nobody has entered anything. */
  changed_by: string | null;
  changed_at: string | null;
}

/** The team's time that AI saved, by the admin's own figures. */
export function cost([row]: readonly CostRow[], slice: Pick<Period, 'from' | 'to' | 'channel'>): CostValue {
  const { chats, changed_by, changed_at, ...figures } = row!;
  return costIn(chats, { ...figures, changed: changed_by === null ? null : { by: changed_by, at: inUtc(changed_at!) } }, slice);
}
