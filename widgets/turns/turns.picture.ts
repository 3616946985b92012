import { type Block, type Sign, text, type Told } from '#kit';
import { isLabelled } from './strip.ts';
import type { TurnsLang } from './turns.strings.ts';
import type { Bar, TurnsView } from './turns.view.ts';

const KINDS: Record<Bar['kind'], Sign> = {
  half: { ink: 'ai', fill: 'full' },
  nine_of_ten: { ink: 'ai', fill: 'pale' },
  rest: { ink: 'other', fill: 'full' },
  any: { ink: 'ai', fill: 'full' },
};

/** The card as a picture. */
export function turnsPicture({ rough, figure, before, headline, second, bars, legend, coverage }: TurnsView, { t }: TurnsLang): Told {
  const strip: Block[] = [
    {
      kind: 'columns',
      columns: bars.map(({ kind, height }) => [{ sign: KINDS[kind], height }]),
      top: null,
      labels: bars.map(({ turns: at }, i) => (isLabelled(i, bars.length) ? at : '')),
    },
    ...text(t('axis'), 'muted'),
    { kind: 'legend', entries: legend.map(({ kind, text: name }) => ({ sign: KINDS[kind], name })) },
  ];
  return {
    rough,
    blocks: [
      // As it is seen: with a figure in large, the sentence is for who hears it.
      figure === null ? { kind: 'headline', text: headline.text } : { kind: 'figure', ...figure, before },
      ...text(second?.text ?? null),
      ...(bars.length === 0 ? [] : strip),
      { kind: 'space' },
      ...text(coverage?.text ?? null, 'muted'),
    ],
  };
}
