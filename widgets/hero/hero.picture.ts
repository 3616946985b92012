import { type Block, SIGNS, text, type Told } from '#kit';
import type { Bar, HeroView } from './hero.view.ts';

/** The card as a picture. */
export function heroPicture({ rough, figure, headline, help, gap, bar, facts, revised, notes }: HeroView): Told {
  return {
    rough,
    blocks: [
      ...(figure === null ? [] : [{ kind: 'figure', ...figure } as const]),
      { kind: 'headline', text: `${headline.strong}${headline.rest}` },
      ...text(gap?.text ?? help),
      ...(bar === null ? [] : [barOf(bar)]),
      { kind: 'space' },
      ...facts.flatMap((fact) => text(fact.text, fact.kind)),
      ...[...(revised === null ? [] : [revised]), ...notes.map((note) => note.text)].flatMap((line) => text(line, 'muted')),
    ],
  };
}

function barOf({ squares, legend }: Bar): Block {
  const all = squares.solved + squares.came_back + squares.rest;
  const parts = legend.map(({ kind, value, name, chats }) => ({
    sign: SIGNS[kind],
    share: squares[kind] / all,
    name,
    value: value === null ? chats : `${value} · ${chats}`,
  }));
  return { kind: 'bar', parts };
}
