import type { AfterHoursValue, ChatFigure, ReportMeta } from '@qontak/impact-contract';
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
  rate: string | null;
  rough: boolean;
  steps: Step[];
  /** Chats that wait or cannot be checked; null: none. */
  uncounted: string | null;
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
    help: chats === 0 ? t('none_help') : null,
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

function rateText({ net: { size, count, of, low, high } }: AfterHoursValue, { t, numbers }: AfterHoursLang): string | null {
  if (size === 'none' || low === null || high === null) return null;
  if (size === 'counts') return of === 1 ? t('counts_one', { count }) : t('counts', { count, of });
  if (size === 'x_of_n') return t('x_of_n', { count, of });
  const net = wholeOf(count, of);
  // Around the figure that is shown, also where that one was held at 99.
  const [from, to] = [Math.min(net, Math.round(low * 100)), Math.max(net, Math.round(high * 100))];
  if (size === 'rough') return t('rough', { percent: numbers.percent(net), range: numbers.percentRange(from, to) });
  return from === to ? t('full_point', { net }) : t('full', { net, low: from, high: to });
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

const uncounted = (n: number, { t, numbers }: AfterHoursLang): string => (n === 1 ? t('uncounted_one') : t('uncounted', { n: numbers.count(n) }));
