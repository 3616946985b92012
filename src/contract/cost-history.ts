import * as z from 'zod/mini';
import { CostAssumptionInput } from './cost-assumption.ts';
import { historyOf } from './setting-history.ts';

/** GET /v1/cost-assumption/history: each entry says from which day on its figures hold. */
export const CostAssumptionHistory = historyOf(z.object(CostAssumptionInput.shape));
export type CostAssumptionHistory = z.infer<typeof CostAssumptionHistory>;
export type CostAssumptionChange = CostAssumptionHistory['data'][number];
