import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TrendValue } from '@qontak/impact-contract';
import { createLang, LOCALES } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { frameOf } from './trend.frame.ts';
import { type Label, labelsOf } from './trend.labels.ts';
import { linesOf } from './trend.lines.ts';
import { BUSY, moving, stories, weeksOf } from './trend.story.ts';
import { strings } from './trend.strings.ts';
import { type Plot, trendView } from './trend.view.ts';

/** Weeks that cross the line of the first month again and again: nowhere beside it is there room for its name. */
const crossing: TrendValue = { ...BUSY, weeks: { ...BUSY.weeks, points: weeksOf(moving(26, { from: 55, to: 42, of: 240 })) } };

const trends = [
  ...stories.flatMap((story) => {
    const { data } = story.settings();
    return data?.data.trend.status === 'ok' ? [{ name: story.name, trend: data.data.trend, meta: data.meta }] : [];
  }),
  { name: 'crossing the first month', trend: crossing, meta: sampleReport().meta },
];

const plots = trends.flatMap(({ name, trend, meta }) =>
  LOCALES.flatMap((locale) =>
    (['weeks', 'months'] as const).flatMap((by) =>
      [false, true].flatMap((gross) => {
        const { plot } = trendView(trend, meta, createLang(locale, strings), { by, gross });
        return plot === null ? [] : [{ plot, name: `${name}, ${locale}, ${by}, ${gross ? 'with' : 'without'} what only looked solved` }];
      }),
    ),
  ),
);

/** How far a name stays from the point of a figure that it comes closest to. */
function nearest({ box }: Label, plot: Plot, width: number): number {
  const { x, y, size } = frameOf(plot, { width, height: 280 });
  const distances = linesOf(plot).flatMap(({ values, points }) =>
    values.flatMap((value, at) => {
      if (value === null || points === null) return [];
      const across = Math.max(box.left - x(at), x(at) - box.right, 0);
      const upright = Math.max(box.top - y(value), y(value) - box.bottom, 0);
      return [Math.hypot(across, upright) - points.radius(size.width) - points.width / 2];
    }),
  );
  return Math.min(...distances);
}

describe('a name in the drawing of the trend', () => {
  test('touches no point of a figure, in any state and at any width', () => {
    assert.ok(plots.length > 40);
    const touching = plots.flatMap(({ plot, name }) =>
      Array.from({ length: 37 }, (_, i) => 250 + i * 20).flatMap((width) =>
        labelsOf(plot, frameOf(plot, { width, height: 280 })).flatMap((label) =>
          nearest(label, plot, width) < 1 ? [`${label.text}: ${name}, ${width} px`] : [],
        ),
      ),
    );
    assert.deepEqual(touching, []);
  });
});
