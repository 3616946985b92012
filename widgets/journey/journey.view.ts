import { type ChatFigure, type JourneyNode, type JourneyValue, type ReportMeta, SIZE_FROM } from '@qontak/impact-contract';
import { channelName, windowText } from '#kit';
import { wholeOf } from '#lang';
import { type Station, stationsOf } from './journey.flow.ts';
import type { JourneyLang } from './journey.strings.ts';

/** A station with its words. */
export interface StationView extends Omit<Station, 'figure'> {
  /** Whose list of chats is exactly this station's; null: chats are not offered. */
  figure: ChatFigure | null;
  name: string;
  /** Its name where the picture does not show what comes before it. */
  path: string;
  /** Its chats as they are written. */
  number: string;
  /** Its part of all chats; null while they are too few for a percentage. */
  share: string | null;
  /** The station in one sentence, against all chats. */
  sentence: string;
  /** The way into it in one sentence, against the station before; null where nothing lies before. */
  way: string | null;
}

/** Everything the journey says. */
export interface JourneyView {
  story: { strong: string; rest: string };
  /** In the order of the flow; empty without chats. */
  stations: StationView[];
  rough: boolean;
  /** That nothing was left out; without chats, what will be drawn here. Null: nothing will. */
  foot: string | null;
}

/** Turns the journey into words. Null when its figures do not form a flow that can be told. */
export function journeyView(journey: JourneyValue, meta: ReportMeta, lang: JourneyLang): JourneyView | null {
  const stations = stationsOf(journey);
  if (stations === null) return null;
  const { t, numbers, periods } = lang;
  const { channel } = meta.period;
  const days = periods.range(meta.period);
  const period = channel === null ? days : `${days} (${channelName(channel)})`;
  if (stations.length === 0) {
    const over = meta.period.status === 'final';
    return { story: { strong: t(over ? 'none_past' : 'none', { period }), rest: '' }, stations: [], rough: false, foot: over ? null : t('none_help') };
  }
  return {
    story: storyOf(stations, lang),
    stations: stations.map((station) => wordsOf(station, { total: journey.total, meta, lang })),
    rough: journey.total >= SIZE_FROM.rough && journey.total < SIZE_FROM.full,
    foot: t('adds_up', { n: numbers.count(journey.total), period }),
  };
}

interface Said {
  total: number;
  meta: ReportMeta;
  lang: JourneyLang;
}

function wordsOf(station: Station, said: Said): StationView {
  const { total, meta, lang } = said;
  const { t, numbers, periods } = lang;
  const name = t(station.id);
  const number = numbers.count(station.chats);
  const share = total < SIZE_FROM.rough ? null : percent(station.chats, total, lang);
  const all = chatsText(total, lang);
  const sentence =
    station.id === 'arrived'
      ? t('of_all_arrived', { chats: all, period: periods.range(meta.period) })
      : t('of_all', { name, n: number, chats: all, share: inBrackets(share, total, lang) });
  const path = station.depth > 2 ? `${t(station.before!)} › ${name}` : name;
  return { ...station, name, path, number, share, sentence, way: wayOf(station, said) };
}

function wayOf({ id, chats, of }: Station, { meta, lang }: Said): string | null {
  if (id === 'arrived') return null;
  const share = of < SIZE_FROM.rough ? null : percent(chats, of, lang);
  const values = { chats: chatsText(of, lang), n: lang.numbers.count(chats), share: inBrackets(share, of, lang) };
  return id === 'checking' ? lang.t('way_checking', { ...values, window: windowText(meta, lang) }) : lang.t(`way_${id}`, values);
}

/**
 * Each is rounded by itself: whoever divides the counts finds the same, and the same counts have the same share. Whole per cents side by side may
 * then come to 99 or 101; what adds up are the counts beside them. Something is never 0 %, and all but one is never 100 %.
 */
function percent(count: number, of: number, { numbers }: JourneyLang): string {
  const whole = wholeOf(count, of);
  return whole === 0 && count > 0 ? `<${numbers.percent(1)}` : numbers.percent(whole);
}

function inBrackets(share: string | null, of: number, { t }: JourneyLang): string {
  if (share === null) return '';
  return ` (${of < SIZE_FROM.full ? t('roughly', { share }) : share})`;
}

const chatsText = (n: number, { t, numbers }: JourneyLang): string => (n === 1 ? t('chats_one') : t('chats', { n: numbers.count(n) }));

function storyOf(stations: readonly Station[], lang: JourneyLang): JourneyView['story'] {
  const { t, numbers } = lang;
  const at = (id: JourneyNode): number => stations.find((station) => station.id === id)?.chats ?? 0;
  const chats = chatsText(at('arrived'), lang);
  const [ai, solved, back, handed, human] = [at('ai_first'), at('stayed_solved'), at('came_back'), at('handed_over'), at('human_only')];
  if (ai === 0) return { strong: t('story_only_team', { chats }), rest: '' };
  const rest: string[] = [];
  if (back > 0) rest.push(t('story_came_back', { n: numbers.count(back) }));
  if (handed > 0 && human > 0) rest.push(t('story_team', { handed: numbers.count(handed), human: numbers.count(human) }));
  else if (handed > 0) rest.push(t('story_handed', { handed: numbers.count(handed) }));
  else if (human > 0) rest.push(t('story_human', { human: numbers.count(human) }));
  const judged = solved + back + handed + at('ended_unclear');
  if (judged === 0) return { strong: t('story_not_counted', { chats, n: numbers.count(ai) }), rest: rest.join(' ') };
  return { strong: solved === 0 ? t('story_none_solved', { chats }) : t('story_solved', { chats, n: numbers.count(solved) }), rest: rest.join(' ') };
}
