import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JourneyNode } from '@qontak/impact-contract';
import fc from 'fast-check';
import { createLang, LOCALES } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { type Box, type JourneyLayout, journeyLayout } from './journey.layout.ts';
import { type Ends, MONTH, sampleJourney } from './journey.story.ts';
import { strings } from './journey.strings.ts';
import { journeyView, type StationView } from './journey.view.ts';
import type { Words } from './room.ts';

const { meta } = sampleReport();
const stationsFor = (ends: Ends, locale: 'id' | 'en' = 'id'): StationView[] => journeyView(sampleJourney(ends), meta, createLang(locale, strings))!.stations;

/** As wide as Open Sans at 13 px, which is wider than most; `stretch` for another language. */
const wordsFor = (stations: readonly StationView[], stretch = 1): Map<JourneyNode, Words> =>
  new Map(stations.map(({ id, name, number, share }) => [id, { name: name.length * 7 * stretch, figures: (number.length + (share?.length ?? 0)) * 8 + 6 }]));

const lay = (ends: Ends, width: number, stretch = 1): JourneyLayout | null => {
  const stations = stationsFor(ends);
  return journeyLayout(stations, wordsFor(stations, stretch), width);
};
const at = (layout: JourneyLayout, id: JourneyNode) => layout.stations.find((station) => station.id === id)!;
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('journey layout', () => {
  test('of an ordinary month: words on one line, the flow from the left to the right', () => {
    const layout = lay(MONTH, 966)!;
    assert.equal(layout.height.toFixed(), '440');
    assert.ok(layout.stations.filter(({ id }) => !['arrived', 'ai_first', 'team_first'].includes(id)).every(({ label }) => label.lines === 1));
    const columns = [...new Set(layout.stations.map(({ x }) => x))].sort((a, b) => a - b);
    assert.equal(columns.length, 4);
    assert.equal(layout.ways.length, layout.stations.length - 1);
  });
  test('keeps every station in its place in the order from period to period', () => {
    const few = lay({ stayed_solved: 5, handed_over: 900, human_only: 3 }, 966)!;
    assert.ok(at(few, 'stayed_solved').y < at(few, 'handed_over').y);
    assert.ok(at(few, 'handed_over').y < at(few, 'human_only').y);
  });
  test('thickness follows the chats', () => {
    const layout = lay(MONTH, 966)!;
    const thick = (id: JourneyNode): number => layout.ways.find((way) => way.id === id)!.thickness + 2;
    assert.ok(Math.abs(thick('stayed_solved') / thick('handed_over') - 620 / 240) < 0.01);
  });
  test('in a narrower box puts words on two lines, in a still narrower one gives way to the list', () => {
    assert.equal(at(lay(MONTH, 430)!, 'stayed_solved').label.lines, 2);
    assert.equal(lay(MONTH, 260), null);
    assert.equal(lay(MONTH, 430, 2), null);
  });
  test('words above a station need room as well', () => {
    const stations = stationsFor({ stayed_solved: 9 });
    const words = wordsFor(stations).set('ai_first', { name: 500, figures: 40 });
    assert.equal(journeyLayout(stations, words, 430), null);
    assert.notEqual(journeyLayout(stations, words, 966), null);
  });
  test('nothing to draw: no chats, or words alone', () => {
    assert.equal(lay({}, 966), null);
    assert.equal(journeyLayout([], new Map(), 966), null);
  });
  test('a single chat does not look like a crowd', () => {
    assert.ok(at(lay({ handed_over: 1 }, 966)!, 'arrived').height < 60);
  });
});

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 500_000 }));
const shops = fc.record(Object.fromEntries(Object.keys(MONTH).map((end) => [end, count])) as Record<keyof typeof MONTH, typeof count>);

function forAll(check: (layout: JourneyLayout, stations: readonly StationView[]) => void): void {
  let drawn = 0;
  fc.assert(
    fc.property(
      shops,
      fc.integer({ min: 300, max: 1400 }),
      fc.double({ min: 0.8, max: 1.5, noNaN: true }),
      fc.constantFrom(...LOCALES),
      (ends, width, stretch, locale) => {
        const stations = stationsFor(ends, locale);
        const layout = journeyLayout(stations, wordsFor(stations, stretch), width);
        if (layout === null) return;
        drawn++;
        check(layout, stations);
      },
    ),
    { numRuns: 200 },
  );
  assert.ok(drawn > 80, `only ${drawn} were drawn`);
}

/** A curve's points from a path of ours: `M x0,t0 C .. L x1,b1 C .. Z`. */
function pointsOf(path: string): { x: number; top: number; bottom: number }[] {
  const [x0, top0, , , , , x1, top1, , bottom1, , , , , , bottom0] = path.match(/-?\d+(\.\d+)?/g)!.map(Number) as number[];
  // A cubic curve with level ends and its handles in the middle: x and y as functions of t.
  return Array.from({ length: 41 }, (_, i) => {
    const t = i / 40;
    const bend = 3 * t * t - 2 * t * t * t;
    const x = x0! + (x1! - x0!) * (1.5 * t * (1 - t) ** 2 + 1.5 * t * t * (1 - t) + t ** 3);
    return { x, top: top0! + (top1! - top0!) * bend, bottom: bottom0! + (bottom1! - bottom0!) * bend };
  });
}

describe('journey layout: for every shop and every width', () => {
  test('everything is inside the box', () =>
    forAll(({ width, height, stations }) => {
      for (const { label, ...bar } of stations) {
        for (const { x, y, width: w, height: h } of [label, bar]) assert.ok(x >= 0 && y >= 0 && x + w <= width + 1e-6 && y + h <= height + 1e-6);
      }
    }));
  test('no two labels overlap, nor a label and a station', () =>
    forAll(({ stations }) => {
      for (const a of stations) {
        for (const b of stations) {
          if (a !== b) assert.ok(!overlap(a.label, b.label), `${a.id} and ${b.id}`);
          assert.ok(!overlap(a.label, b), `words of ${a.id} on ${b.id}`);
          if (a !== b) assert.ok(!overlap(a, b), `${a.id} on ${b.id}`);
        }
      }
    }));
  test('no label lies on a way', () =>
    forAll(({ stations, ways }) => {
      for (const { id, path } of ways) {
        for (const { x, top, bottom } of pointsOf(path)) {
          for (const { id: named, label } of stations) {
            const inside = x > label.x && x < label.x + label.width && bottom > label.y + 3 && top < label.y + label.height - 3;
            assert.ok(!inside, `words of ${named} on the way to ${id}`);
          }
        }
      }
    }));
  test('every way is at least 1 px, begins at its station and ends at its station', () =>
    forAll(({ stations, ways }, views) => {
      for (const { id, path, thickness } of ways) {
        assert.ok(thickness >= 1);
        assert.doesNotMatch(path, /NaN|Infinity/);
        const points = pointsOf(path);
        const to = stations.find((one) => one.id === id)!;
        const from = stations.find((one) => one.id === views.find((view) => view.id === id)!.before)!;
        assert.ok(points[0]!.x >= from.x + from.width && points.at(-1)!.x <= to.x);
        assert.ok(points[0]!.top >= from.y - 0.2 && points[0]!.bottom <= from.y + from.height + 0.2, `${id} leaves its station`);
        assert.ok(points.at(-1)!.top >= to.y - 0.2 && points.at(-1)!.bottom <= to.y + to.height + 0.2, `${id} misses its station`);
      }
    }));
});
