import type { AfterHoursValue, ChatFigure, ReportMeta } from '@qontak/impact-contract';
import { said, type Said } from '#kit';
import { wholeOf, zoneLabel } from '#lang';
import type { AfterHoursLang } from './after-hours.strings.ts';
import { chatsText, pictureOf, type Picture } from './picture.view.ts';

/** How many chats got as far as this; the number opens them. */
interface Step {
  kind: 'chats' | 'answered' | 'solved';
  name: string;
  count: string;
  figure: ChatFigure | null;
}

export interface AfterHoursView {
  headline: string;
  /** Who would have waited; null: nobody that we know of. */
  waited: string | null;
  /** What to expect here, when there is nothing yet. */
  help: string | null;
  /** The honest rate, at the size of words that the number of chats allows. */
  rate: Said | null;
  rough: boolean;
  steps: Step[];
  /** Chats that wait or cannot be checked; null: none. */
  uncounted: Said | null;
  freshness: string | null;
  picture: Picture | null;
}

/** Turns the figures into what the card says. */
export function afterHoursView(value: AfterHoursValue, meta: ReportMeta, lang: AfterHoursLang): AfterHoursView {
  const { t, periods } = lang;
  const { chats, answered, net, would_have_waited: waited } = value;
  const zone = zoneLabel(meta.organization.time_zone, new Date(meta.as_of ?? meta.generated_at), lang.locale);
  return {
    headline: headlineOf(value, meta, lang),
    waited: waited === 0 ? null : waited === 1 ? t('waited_one') : t('waited', { n: lang.numbers.count(waited) }),
    help: chats === 0 && meta.period.status !== 'final' ? t('none_help') : null,
    rate: rateText(value, lang),
    rough: net.size === 'rough',
    steps: chats === 0 ? [] : stepsOf(value, lang),
    uncounted: answered > net.of ? uncounted(answered - net.of, lang) : null,
    freshness: meta.as_of === null ? null : t('as_of', { moment: periods.moment(meta.as_of, meta.organization.time_zone) }),
    picture: pictureOf(value.hours, zone, lang),
  };
}

function headlineOf({ chats, answered, net }: AfterHoursValue, { period }: ReportMeta, { t, numbers, periods }: AfterHoursLang): string {
  if (chats === 0) return t('headline_none', { period: periods.range(period) });
  if (answered === 0) return t('headline_unanswered', { chats: numbers.count(chats) });
  if (net.of === 0) return t('headline_unjudged', { answered: numbers.count(answered) });
  return t('headline', { answered: numbers.count(answered), solved: numbers.count(net.count) });
}

/** The rate opens the chats that it counts; of how many, and its range, those on which it rests. */
function rateText({ net: { size, count, of, low, high } }: AfterHoursValue, { t, numbers }: AfterHoursLang): Said | null {
  if (size === 'none' || low === null || high === null) return null;
  const solved = count === 0 ? null : ({ figure: 'after_hours_solved' } as const);
  const judged = { figure: 'after_hours_judged' } as const;
  return said(({ number, from, to }) => {
    const few = { count: number(String(count), solved), of: number(String(of), judged) };
    if (size === 'counts') return of === 1 ? t('counts_one', { count: few.count }) : t('counts', few);
    if (size === 'x_of_n') return t('x_of_n', few);
    const whole = wholeOf(count, of);
    // Around the figure that is shown, also where that one was held at 99.
    const [least, most] = [Math.min(whole, Math.round(low * 100)), Math.max(whole, Math.round(high * 100))];
    if (size === 'rough') return t('rough', { percent: number(numbers.percent(whole), solved), range: number(numbers.percentRange(least, most), judged) });
    const net = number(String(whole), solved);
    return least === most ? t('full_point', { net }) : t('full', { net, low: from(String(least), judged), high: to(String(most)) });
  });
}

function stepsOf({ chats, answered, net }: AfterHoursValue, lang: AfterHoursLang): Step[] {
  const counts = { chats, answered, solved: net.count };
  const figures = { chats: 'after_hours', answered: 'after_hours_answered', solved: 'after_hours_solved' } as const;
  const kinds = ['chats', 'answered', 'solved'] as const;
  return kinds.map((kind) => ({
    kind,
    name: lang.t(`step_${kind}`),
    count: chatsText(counts[kind], lang),
    figure: counts[kind] === 0 ? null : figures[kind],
  }));
}

function uncounted(n: number, { t, numbers }: AfterHoursLang): Said {
  const opens = { figure: 'after_hours_uncounted' } as const;
  return said(({ number }) => t(n === 1 ? 'uncounted_one' : 'uncounted', { n: number(numbers.count(n), opens) }));
}
