// What all widgets say of a report, without drawing it.
import type { ImpactReport } from '@qontak/impact-contract';
import { createLang, type Locale } from '#lang';
import { strings as afterHoursStrings } from '../../widgets/after-hours/after-hours.strings.ts';
import { afterHoursView } from '../../widgets/after-hours/after-hours.view.ts';
import { strings as workingHoursStrings } from '../../widgets/after-hours/working-hours.strings.ts';
import { missingView, zoneOf } from '../../widgets/after-hours/working-hours.view.ts';
import { strings as costStrings } from '../../widgets/cost/cost.strings.ts';
import { costView } from '../../widgets/cost/cost.view.ts';
import { strings as heroStrings } from '../../widgets/hero/hero.strings.ts';
import { heroView } from '../../widgets/hero/hero.view.ts';
import { strings as howWeCountStrings } from '../../widgets/how-we-count/how-we-count.strings.ts';
import { howWeCountView } from '../../widgets/how-we-count/how-we-count.view.ts';
import { strings as journeyStrings } from '../../widgets/journey/journey.strings.ts';
import { journeyView } from '../../widgets/journey/journey.view.ts';
import { draftOf } from '../../widgets/period-picker/choice.ts';
import { strings as periodPickerStrings } from '../../widgets/period-picker/period-picker.strings.ts';
import { periodPickerView } from '../../widgets/period-picker/period-picker.view.ts';
import { strings as reopenRateStrings } from '../../widgets/reopen-rate/reopen-rate.strings.ts';
import { reopenRateView } from '../../widgets/reopen-rate/reopen-rate.view.ts';
import { strings as sentimentStrings } from '../../widgets/sentiment/sentiment.strings.ts';
import { sentimentView } from '../../widgets/sentiment/sentiment.view.ts';
import { figuresOf } from '../../widgets/share/figures.ts';
import { strings as shareStrings } from '../../widgets/share/share.strings.ts';
import { sayingsOf, shareText } from '../../widgets/share/share.view.ts';
import { strings as trendStrings } from '../../widgets/trend/trend.strings.ts';
import { firstChoice, trendView } from '../../widgets/trend/trend.view.ts';
import { strings as turnsStrings } from '../../widgets/turns/turns.strings.ts';
import { turnsView } from '../../widgets/turns/turns.view.ts';

/** A slot's value as its widget turns it into words; null: it has none, and the card says why. */
const of = <T extends { status: string }, View>(slot: T, view: (value: Extract<T, { status: 'ok' }>) => View): View | null =>
  slot.status === 'ok' ? view(slot as Extract<T, { status: 'ok' }>) : null;

/** Every view of a report in one language; null where its slot has no value. */
export function everyView({ status, data, meta }: ImpactReport, locale: Locale) {
  const share = createLang(locale, shareStrings);
  const trendIn = (by: 'weeks' | 'months', gross: boolean) =>
    of(data.trend, (trend) => trendView(trend, meta, createLang(locale, trendStrings), { by, gross }));
  const hours = createLang(locale, workingHoursStrings);
  const sayings = sayingsOf({ status, data, meta }, share);
  return {
    hero: of(data.hero, (hero) => heroView(hero, meta, createLang(locale, heroStrings))),
    cost: of(data.cost, (cost) => costView(cost, meta, createLang(locale, costStrings))),
    weeks: trendIn('weeks', false),
    weeksWithGross: trendIn('weeks', true),
    months: trendIn('months', false),
    monthsWithGross: trendIn('months', true),
    firstTrend: of(data.trend, firstChoice),
    journey: of(data.journey, (journey) => journeyView(journey, meta, createLang(locale, journeyStrings))),
    afterHours: of(data.after_hours, (value) => afterHoursView(value, meta, createLang(locale, afterHoursStrings))),
    workingHours: {
      missing: missingView('no_working_hours', null, meta, hours),
      counted: missingView('being_counted', null, meta, hours),
      zone: zoneOf(meta, hours),
    },
    reopenRate: of(data.reopen_rate, (rate) => reopenRateView(rate, meta, createLang(locale, reopenRateStrings))),
    sentiment: of(data.sentiment, (sentiment) => sentimentView(sentiment, meta, createLang(locale, sentimentStrings))),
    turns: of(data.turns, (turns) => turnsView(turns, meta, createLang(locale, turnsStrings))),
    howWeCount: howWeCountView(data, meta, createLang(locale, howWeCountStrings)),
    periodPicker: periodPickerView({ draft: draftOf(meta, null), asked: null, problem: null, meta, state: 'shown' }, createLang(locale, periodPickerStrings)),
    share: { ...sayings, message: shareText(sayings) },
    figures: figuresOf({ status, data, meta }, share),
  };
}

export type Views = ReturnType<typeof everyView>;

/** Names of kinds and figures, and the values of date fields, stand in a view for the drawing: nobody reads them. */
const isName = (text: string): boolean => /^[a-z]+(_[a-z]+)*$|^\d{4}-\d\d-\d\d$/.test(text);

/** Everything in a view that somebody reads. */
export function textsIn(view: unknown): string[] {
  if (typeof view === 'string') return isName(view) ? [] : [view];
  if (view === null || typeof view !== 'object') return [];
  return Object.values(view).flatMap(textsIn);
}

/** Numbers of a view, which a drawing gets. */
export function numbersIn(view: unknown): number[] {
  if (typeof view === 'number') return [view];
  if (view === null || typeof view !== 'object') return [];
  return Object.values(view).flatMap(numbersIn);
}
