import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChartTheme } from '#kit';
import { createLang } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { trendChart } from './trend.chart.ts';
import { BUSY } from './trend.story.ts';
import { strings } from './trend.strings.ts';
import { trendView } from './trend.view.ts';

/** One colour for everything: who sees no difference between colours sees this. */
const ONE_COLOUR = { font: 'sans-serif', inks: new Proxy({}, { get: () => '#777777' }) } as unknown as ChartTheme;

describe('trend chart', () => {
  test('its lines can be told apart without their colours', () => {
    const view = trendView(BUSY, sampleReport().meta, createLang('id', strings), { by: 'weeks', gross: true });
    const { datasets } = trendChart(view.plot!, ONE_COLOUR).data;
    const drawn = datasets.filter(({ borderWidth }) => borderWidth !== 0);
    const looks = drawn.map(({ borderDash, borderWidth, pointStyle, fill }) =>
      JSON.stringify([borderDash ?? 'whole', borderWidth ?? 'points', pointStyle ?? 'dots', fill ?? 'no']),
    );
    // The two edges of what is expected may look alike: they are one band.
    const lines = looks.filter((look, i) => looks.indexOf(look) === i);
    assert.ok(lines.length >= looks.length - 1, looks.join('\n'));
    assert.ok(lines.length >= 5, 'net, gross, expected, its range, the first month');
  });

  test('what is expected of a week covers nothing that this week has brought so far', () => {
    const { plot } = trendView(BUSY, sampleReport().meta, createLang('id', strings), { by: 'weeks', gross: false });
    const { expected, slots } = plot!;
    assert.ok(slots[expected!.at]?.net, 'this week has a figure');
    const there = trendChart(plot!, ONE_COLOUR).data.datasets.filter(({ data, pointRadius }) => data[expected!.at] !== null && pointRadius !== 0);
    assert.deepEqual(
      there.map(({ data }) => data[expected!.at]),
      [slots[expected!.at]!.net!.value],
    );
  });
});
