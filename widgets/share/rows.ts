import { type Rate, SIZE_FROM } from '@qontak/impact-contract';
import { wholeOf } from '#lang';
import type { Cell } from './csv.ts';
import type { ShareLang } from './share.strings.ts';

// One row of the table of all figures: section, figure, value, of, percent, lowest and highest percent, unit.

export type Row = Cell[];

export const textRow = (section: string, figure: string, value: Cell): Row => [section, figure, value, null, null, null, null, null];
export const countRow = (section: string, figure: string, value: Cell, unit: string): Row => [section, figure, value, null, null, null, null, unit];

/** `percent`: where it has to add up with its neighbours. Percentages stand only where there are chats enough for one. */
export function rateRow(section: string, figure: string, { count, of, low, high }: Rate, { t }: ShareLang, percent?: number): Row {
  if (of < SIZE_FROM.rough || low === null || high === null) return [section, figure, count, of, null, null, null, t('unit_chats')];
  const whole = percent ?? wholeOf(count, of);
  const ends = [Math.min(whole, Math.round(low * 100)), Math.max(whole, Math.round(high * 100))];
  return [section, figure, count, of, whole, ...ends, t('unit_chats')];
}
