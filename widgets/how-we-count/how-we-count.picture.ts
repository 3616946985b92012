import { text, type Told } from '#kit';
import type { HowWeCountView } from './how-we-count.view.ts';

/** The card as a picture. */
export function howWeCountPicture({ method, freshness, status, recounting, unknowns, nothing: none }: HowWeCountView, title: string): Told {
  return {
    blocks: [
      ...text(method.join(' ')),
      ...text(status === null ? freshness : `${freshness} ${status}`, 'muted'),
      ...text(recounting, 'muted'),
      { kind: 'space' },
      ...text(title, 'strong'),
      ...(unknowns.length === 0 ? text(none) : []),
      ...unknowns.flatMap(({ name, count, text: why, list }) => [
        { kind: 'rows', rows: [{ name, value: count ?? '', strong: true }] } as const,
        ...text(why),
        ...list.flatMap((one) => text(one, 'muted')),
      ]),
    ],
  };
}
