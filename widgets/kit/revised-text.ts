import type { Rate, ReportMeta } from '@qontak/impact-contract';
import { createLang, type LangOf, type Speech, wholeOf } from '#lang';
import { revisedStrings } from './revised-strings.ts';

type RevisedLang = LangOf<typeof revisedStrings>;

/** That net was another one when the period became final, and which; null: it was the same, or nothing was frozen. */
export function revisedText(net: Rate, { period }: ReportMeta, { locale, messages }: Speech): string | null {
  const { frozen, final_on } = period;
  if (frozen === null || (frozen.net.count === net.count && frozen.net.of === net.of)) return null;
  const lang = createLang(locale, revisedStrings, messages);
  const say = mannerFor(frozen.net, net);
  return lang.t('revised', { date: lang.periods.day(final_on), before: say(frozen.net, lang), now: say(net, lang) });
}

type Manner = (net: Rate, lang: RevisedLang) => string;

/** As the headline says it, but where both would sound the same, or one has too few chats: then in chats. */
function mannerFor(before: Rate, now: Rate): Manner {
  if (!isRounded(before) || !isRounded(now) || wholeOf(before.count, before.of) === wholeOf(now.count, now.of)) return inChats;
  return before.size === 'full' && now.size === 'full' ? ofHundred : inPercent;
}

/** There are chats enough for a percentage, and a few of very many are not called none. */
const isRounded = ({ size, count, of }: Rate): boolean => (size === 'full' || size === 'rough') && (count === 0 || wholeOf(count, of) > 0);

const ofHundred: Manner = ({ count, of }, { t }) => t('of_hundred', { n: wholeOf(count, of) });
const inPercent: Manner = ({ count, of }, { numbers }) => numbers.percent(wholeOf(count, of));
const inChats: Manner = ({ count, of }, { t, numbers }) => {
  if (of === 0) return t('no_chats');
  return of === 1 ? t('of_one', { count }) : t('of_chats', { count: numbers.count(count), of: numbers.count(of) });
};
