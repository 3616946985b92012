import * as z from 'zod/mini';
import { Whose } from './whose.ts';

/** Beside a setting, both when it is read and when it was stored; `can_edit`: whether this reader may change it. */
export const SettingMeta = z.object({ ...Whose.shape, can_edit: z.boolean() });
export type SettingMeta = z.infer<typeof SettingMeta>;
