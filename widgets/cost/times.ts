import type { CostLang } from './cost.strings.ts';

// How long, in words. Cut, never rounded up: what is claimed to be saved was saved.

/** `6 menit`, `4,5 menit`. */
export const minutesText = (minutes: number, { t, numbers }: CostLang): string =>
  minutes === 1 ? t('time_minutes_one') : t('time_minutes', { n: numbers.decimal(minutes) });

const hoursText = (hours: number, { t, numbers }: CostLang): string => (hours === 1 ? t('time_hours_one') : t('time_hours', { n: numbers.decimal(hours) }));

/** A hair is added before cutting: 4.35 times 100 is 434.99999999999994. */
const cut = (value: number, decimals: number): number => Math.floor(value * 10 ** decimals + 1e-6) / 10 ** decimals;

/** As large as it is sensible to say: whole hours, one decimal under 10, minutes under one hour. */
function sensible(hours: number): { value: number; in: 'hours' | 'minutes' } {
  if (hours < 1) return { value: cut(hours * 60, 0), in: 'minutes' };
  return { value: cut(hours, hours < 10 ? 1 : 0), in: 'hours' };
}

export function roundTime(hours: number, { t, numbers }: CostLang): { value: string; unit: string } {
  const time = sensible(hours);
  return { value: numbers.decimal(time.value), unit: t(time.value === 1 ? (`unit_${time.in}_one` as const) : (`unit_${time.in}` as const)) };
}

export function roundTimeText(hours: number, lang: CostLang): string {
  const time = sensible(hours);
  return time.in === 'hours' ? hoursText(time.value, lang) : minutesText(time.value, lang);
}

/** To the minute, as a formula has to come out: `25 jam 50 menit`. */
export function exactTimeText(minutes: number, lang: CostLang): string {
  const hours = Math.floor(cut(minutes, 2) / 60);
  const rest = cut(minutes - hours * 60, 2);
  if (hours === 0) return minutesText(rest, lang);
  return rest === 0 ? hoursText(hours, lang) : `${hoursText(hours, lang)} ${minutesText(rest, lang)}`;
}
