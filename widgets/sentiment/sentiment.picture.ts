import { type Sign, text, type Told } from '#kit';
import type { Part, SentimentView } from './sentiment.view.ts';

const MOODS: Record<Part['mood'], Sign> = {
  better: { ink: 'better', fill: 'full' },
  same: { ink: 'line', fill: 'empty' },
  worse: { ink: 'worse', fill: 'hatched' },
};

/** The card as a picture. */
export function sentimentPicture({ rough, headline, help, parts, coverage }: SentimentView): Told {
  const bar = parts.map(({ mood, name, value, chats, width }) => ({
    sign: MOODS[mood],
    share: width,
    name,
    value: value === null ? chats : `${value} · ${chats}`,
  }));
  return {
    rough,
    blocks: [
      { kind: 'headline', text: headline },
      ...text(help),
      ...(bar.length === 0 ? [] : [{ kind: 'bar', parts: bar } as const]),
      { kind: 'space' },
      ...text(coverage?.text ?? null, 'muted'),
    ],
  };
}
