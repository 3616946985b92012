import type { ReportMeta } from '@qontak/impact-contract';
import { createLang, type Speech } from '#lang';
import { windowStrings } from './window-strings.ts';

/** `2 hari`: the return window of the match rule, in whole days where it is. */
export function windowText({ match_rule: { window_hours: hours } }: ReportMeta, { locale, messages }: Speech): string {
  const { t } = createLang(locale, windowStrings, messages);
  if (hours % 24 !== 0) return hours === 1 ? t('hours_one') : t('hours', { n: hours });
  return hours === 24 ? t('days_one') : t('days', { n: hours / 24 });
}
