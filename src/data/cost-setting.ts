import { CostAssumption, type CostAssumptionInput } from '@qontak/impact-contract';
import type { SettingResource } from './settings.ts';

export const COST_ASSUMPTION: SettingResource<CostAssumption, CostAssumptionInput> = { path: 'v1/cost-assumption', parser: CostAssumption };
