import type { HeroValue } from '@qontak/impact-contract';
import { type Block, type Picture, SIGNS, text } from '#kit';
import type { ShareLang } from './share.strings.ts';
import { hundredOf, type Parts, type Sayings } from './share.view.ts';

interface Headline {
  sayings: Sayings;
  /** Null: there are no chats to draw. */
  hero: HeroValue | null;
  lang: ShareLang;
}

/** The message as a picture: the figure never without its gap, days and method. */
export function headlinePicture({ sayings, hero, lang }: Headline): Picture {
  const { heading, sample, status, headline, gap, facts, worth, how, freshness } = sayings;
  return {
    title: heading,
    under: [status, freshness].filter((line) => line !== null).join(' '),
    sample,
    blocks: [
      { kind: 'headline', text: headline, large: true },
      ...text(gap, 'strong'),
      ...(hero === null || hero.net.of === 0 ? [] : [barOf(hero, lang)]),
      { kind: 'space' },
      ...[...facts, ...worth].flatMap((line) => text(line)),
    ],
    how: `${how.title}: ${how.text}`,
  };
}

const KINDS = ['solved', 'came_back', 'rest'] as const satisfies readonly (keyof Parts)[];

/** As on the printed page: in per cents from 30 chats on, below as they are. */
function barOf(hero: HeroValue, { t, numbers }: ShareLang): Block {
  const chats: Parts = { solved: hero.net.count, came_back: hero.gap.count, rest: hero.gross.of - hero.gross.count };
  const hundred = hero.net.size === 'full' || hero.net.size === 'rough' ? hundredOf(hero) : null;
  const parts = KINDS.map((kind) => {
    const real = t('chats', { n: numbers.count(chats[kind]) });
    const value = hundred === null ? real : `${hundred[kind]}% · ${real}`;
    return { sign: SIGNS[kind], share: chats[kind] / hero.net.of, name: t(`part_${kind}`), value };
  });
  return { kind: 'bar', parts };
}
