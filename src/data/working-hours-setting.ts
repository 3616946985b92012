import { WorkingHours, type WorkingHoursInput } from '@qontak/impact-contract';
import type { SettingResource } from './settings.ts';

export const WORKING_HOURS: SettingResource<WorkingHours, WorkingHoursInput> = { path: 'v1/working-hours', parser: WorkingHours };
