import { type Block, type Sign, text, type Told } from '#kit';
import type { AfterHoursLang } from './after-hours.strings.ts';
import type { AfterHoursView } from './after-hours.view.ts';
import type { Picture } from './picture.view.ts';

const OUTSIDE: Sign = { ink: 'other', fill: 'full' };
const REST: Sign = { ink: 'line', fill: 'empty' };

/** The card as a picture; the working hours themselves stay on the page. */
export function afterHoursPicture({ rough, headline, waited, help, rate, steps, uncounted, picture }: AfterHoursView, lang: AfterHoursLang): Told {
  const solved = steps.find(({ kind, figure }) => kind === 'solved' && figure !== null);
  const rows = steps.filter((step) => step !== solved).map(({ name, count }) => ({ name, value: count }));
  return {
    rough,
    blocks: [
      solved === undefined ? { kind: 'headline', text: headline } : { kind: 'figure', before: solved.name, value: solved.count, of: '' },
      ...text(waited),
      ...text(help),
      { kind: 'rows', rows },
      { kind: 'space' },
      ...text(rate?.text ?? null),
      ...text(uncounted?.text ?? null, 'muted'),
      ...(picture === null ? [] : hoursOf(picture, lang)),
    ],
  };
}

function hoursOf({ bars, top, ticks, busiest }: Picture, { t }: AfterHoursLang): Block[] {
  return [
    { kind: 'space' },
    ...text(t('picture'), 'strong'),
    {
      kind: 'columns',
      columns: bars.map(({ outside, rest }) => [
        { sign: OUTSIDE, height: outside / 100 },
        { sign: REST, height: rest / 100 },
      ]),
      top,
      labels: ticks,
    },
    {
      kind: 'legend',
      entries: [
        { sign: OUTSIDE, name: t('outside') },
        { sign: REST, name: t('rest') },
      ],
    },
    ...text(busiest?.text ?? null),
  ];
}
