import { text, type Told } from '#kit';
import type { CostView, Saying } from './cost.view.ts';

/** The card as a picture, in the unit that is shown. Who entered the figures stays on the page: a picture names nobody. */
export function costPicture({ figure, headline, lines, formula, parts }: Saying, { chats, source }: CostView): Told {
  return {
    blocks: [
      // As it is seen: with a figure in large, the sentence is for who hears it.
      figure === null ? { kind: 'headline', text: headline } : { kind: 'figure', ...figure },
      ...lines.flatMap((line) => text(line.text, line.kind)),
      { kind: 'space' },
      ...text(formula === null ? null : chats + formula),
      ...parts.flatMap((part) => text(part)),
      ...text(source.assumption, 'muted'),
      ...source.entered.flatMap((entered) => text(entered.text, 'muted')),
    ],
  };
}
