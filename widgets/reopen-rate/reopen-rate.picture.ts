import { type Block, SIGNS, text, type Told } from '#kit';
import type { ReopenRateLang } from './reopen-rate.strings.ts';
import type { Bar, ReopenRateView } from './reopen-rate.view.ts';

/** The card as a picture. */
export function reopenRatePicture({ rough, figure, headline, second, bar, facts, corrected, how }: ReopenRateView, lang: ReopenRateLang): Told {
  return {
    rough,
    blocks: [
      // As it is seen: with a figure in large, the sentence is for who hears it.
      figure === null ? { kind: 'headline', text: headline.text } : { kind: 'figure', ...figure, ink: 'text' },
      ...text(second),
      ...(bar === null ? [] : [barOf(bar, lang)]),
      { kind: 'space' },
      ...facts.flatMap((fact) => text(fact.text, fact.kind)),
      ...text(how, 'muted'),
      ...text(corrected, 'muted'),
    ],
  };
}

function barOf({ share, came_back, stayed }: Bar, { t }: ReopenRateLang): Block {
  return {
    kind: 'bar',
    parts: [
      { sign: SIGNS.came_back, share, name: t('came_back'), value: came_back },
      { sign: SIGNS.solved, share: 1 - share, name: t('stayed'), value: stayed },
    ],
  };
}
