import { type CostAssumptionChange, type ReportMeta, STARTING_MINUTES } from '@qontak/impact-contract';
import { moneyOf } from '#lang';
import type { CostLang } from './cost.strings.ts';
import { FIELDS, type FieldName } from './draft.ts';
import { type Entered, nameless } from './parts.ts';
import { minutesText } from './times.ts';

/** What somebody entered at a moment. */
export interface ChangeView extends Entered {
  figures: { name: string; value: string; /** Another one stood there before. */ changed: boolean }[];
}

/** Every change of the figures, the newest first: when, by whom, and what was entered. */
export const historyView = (changes: readonly CostAssumptionChange[], { organization }: ReportMeta, lang: CostLang): ChangeView[] =>
  changes.map(({ at, by, before, after }) => ({
    text: lang.periods.moment(at, organization.time_zone),
    by: nameless(by),
    figures: FIELDS.map((name) => ({
      name: lang.t(`history_${name}`),
      value: valueOf(name, after, lang),
      changed: before !== null && before[name] !== after[name],
    })),
  }));

function valueOf(name: FieldName, figures: CostAssumptionChange['after'], lang: CostLang): string {
  const { t, periods, locale } = lang;
  switch (name) {
    case 'minutes_per_chat': {
      const minutes = figures[name];
      return minutes === null ? t('history_assumed', { minutes: minutesText(STARTING_MINUTES, lang) }) : minutesText(minutes, lang);
    }
    case 'effective_from':
      return figures[name] === null ? t('from_beginning') : periods.day(figures[name]);
    default:
      return figures[name] === null ? t('not_set') : moneyOf(locale).full(figures[name]);
  }
}
