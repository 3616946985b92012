import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLang, LOCALES } from '#lang';
import { frameOf } from './trend.frame.ts';
import { type Label, labelsOf } from './trend.labels.ts';
import { linesOf } from './trend.lines.ts';
import { stories } from './trend.story.ts';
import { strings } from './trend.strings.ts';
import { type Plot, trendView } from './trend.view.ts';

const plots = stories.flatMap((story) => {
  const { data } = story.settings();
  if (data?.data.trend.status !== 'ok') return [];
  const { trend } = data.data;
  return LOCALES.flatMap((locale) =>
    (['weeks', 'months'] as const).flatMap((by) =>
      [false, true].flatMap((gross) => {
        const { plot } = trendView(trend, data.meta, createLang(locale, strings), { by, gross });
        return plot === null ? [] : [{ plot, name: `${story.name}, ${locale}, ${by}, ${gross ? 'with' : 'without'} what only looked solved` }];
      }),
    ),
  );
});

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
