// A widget lives in its host for months, and the service goes on: what a newer one of the same major version may send is read and told.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ImpactReport } from '@qontak/impact-contract';
import fc from 'fast-check';
import { LOCALES } from '#lang';
import { anyReport } from './reports/any-report.ts';
import { everyView, textsIn } from './reports/every-view.ts';
import { wrongIn } from './reports/wrong-words.ts';

/** The enumerations that may grow. */
const GROWING = new Set(['verdict', 'reason']);
const NEWER = 'a_newer_one';

/** The report as a newer service would send it: with fields that nobody knows here, and other values where there may be some. @param seen takes where */
function newer(value: unknown, seen: Set<string>, path = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => newer(one, seen, path));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, field]) => {
    if (!GROWING.has(key)) return [key, newer(field, seen, `${path}.${key}`)] as const;
    seen.add(`${path}.${key}`);
    return [key, NEWER] as const;
  });
  return { ...Object.fromEntries(fields), a_newer_field: [1] };
}

/** The report as this page may read it. */
function asOther(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asOther);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, GROWING.has(key) ? 'other' : asOther(field)]));
}

describe('a report of a newer service', () => {
  test('is read, with "other" in place of what is not known, and told in plain words', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyReport, (report) => {
        const sent = JSON.parse(JSON.stringify(report)) as unknown;
        const { data, error } = ImpactReport.safeParse(newer(sent, seen));
        assert.deepEqual(error?.issues ?? [], []);
        assert.deepEqual(data, asOther(sent));
        for (const locale of LOCALES) assert.deepEqual(wrongIn(textsIn(everyView(data!, locale)), locale), []);
      }),
      { numRuns: 60 },
    );
    for (const slot of ['hero.vs_previous', 'hero.vs_first_month', 'trend.baseline.change', 'reopen_rate.vs_previous'])
      assert.ok(seen.has(`.data.${slot}.verdict`), slot);
    for (const slot of ['after_hours', 'trend.baseline', 'trend.weeks.forecast']) assert.ok(seen.has(`.data.${slot}.reason`), slot);
  });
});
