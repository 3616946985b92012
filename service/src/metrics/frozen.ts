import { type Period, rateOf } from '@qontak/impact-contract';
import { inUtc } from './ask.ts';

/** What the database knows about a period. */
export interface PeriodAnswers {
  period: readonly [Pick<Period, 'status' | 'final_on'>];
  /** One or none. */
  frozen: readonly FrozenRow[];
}

interface FrozenRow {
  frozen_at: string;
  /** Net as it was frozen. */
  solved: number;
  judged: number;
  revision: number;
  revised_at: string | null;
}

/** Whether the period is final, and as what it was frozen. An earlier as_of can open it again; what was frozen of it waits meanwhile. */
export function standing({ period: [{ status, final_on }], frozen: [row] }: PeriodAnswers): Pick<Period, 'status' | 'final_on' | 'frozen'> {
  if (status !== 'final' || row === undefined) return { status, final_on, frozen: null };
  const { revision, frozen_at, revised_at, solved, judged } = row;
  const frozen = { revision, frozen_at: inUtc(frozen_at), revised_at: revised_at === null ? null : inUtc(revised_at), net: rateOf(solved, judged) };
  return { status, final_on, frozen };
}
