// Whatever report a service may send: every widget says it plainly, in both languages, and never more than the number of chats allows.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ImpactReport, type Rate } from '@qontak/impact-contract';
import fc from 'fast-check';
import { createLang, LOCALES, type Locale } from '#lang';
import type { Said } from '#kit';
import { strings as workingHoursStrings } from '../widgets/after-hours/working-hours.strings.ts';
import { missingView, scheduleView } from '../widgets/after-hours/working-hours.view.ts';
import { strings as chatsStrings } from '../widgets/chats/chats.strings.ts';
import { chatsView } from '../widgets/chats/chats.view.ts';
import { csvOf } from '../widgets/share/csv.ts';
import { scaleOf } from '../widgets/trend/trend.frame.ts';
import { anyMeta } from './reports/any-meta.ts';
import { anyReport } from './reports/any-report.ts';
import { anyChat, anyWorkingHours } from './reports/any-settings.ts';
import { everyView, numbersIn, textsIn, type Views } from './reports/every-view.ts';
import { ourPartOf, wrongIn } from './reports/wrong-words.ts';

const RUNS = { numRuns: 60 };

/** Holds for any report in each language. */
function holds(says: (views: Views, report: ImpactReport, locale: Locale) => void): void {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const locale of LOCALES) says(everyView(report, locale), report, locale);
    }),
    RUNS,
  );
}

const PERCENT = /\d%/;
const OF_HUNDRED = /(?:setiap|every) 100\b/;
const isMissing = (rate: { of: number } | null, from: number): boolean => rate === null || rate.of < from;

/** Neither a percentage nor "x of every 100" where there are too few chats for one. */
function saysOnlyWhatItMay(view: unknown, of: number): void {
  const texts = textsIn(view).map(ourPartOf);
  if (of < 30) for (const text of texts) assert.doesNotMatch(text, PERCENT);
  if (of < 100) for (const text of texts) assert.doesNotMatch(text, OF_HUNDRED);
}

describe('any report', () => {
  test('is one that the contract allows', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { error } = ImpactReport.safeParse(JSON.parse(JSON.stringify(report)));
        assert.deepEqual(error?.issues ?? [], []);
      }),
      RUNS,
    );
  });

  test('is told without a hole, a forbidden word or a number in the wrong dress', () => {
    holds((views, _, locale) => assert.deepEqual(wrongIn(textsIn(views), locale), []));
  });

  test('gives the drawings numbers', () => {
    holds((views) => {
      assert.deepEqual(
        numbersIn(views).filter((number) => !Number.isFinite(number)),
        [],
      );
      for (const plot of [views.weeks?.plot, views.weeksWithGross?.plot, views.monthsWithGross?.plot]) {
        if (!plot) continue;
        const { min, max } = scaleOf(plot);
        const drawn = plot.slots.flatMap(({ net, gross }) => [net?.low, net?.high, gross]).filter((value) => value !== null && value !== undefined);
        assert.ok(
          drawn.every((value) => min <= value && value <= max),
          'a point lies outside the drawing',
        );
      }
    });
  });

  test('says the same in both languages, and each in its own words', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const [id, en] = [everyView(report, 'id'), everyView(report, 'en')];
        assert.equal(JSON.stringify(shapeOf(en), null, 1), JSON.stringify(shapeOf(id), null, 1));
        assert.notEqual(en.share.headline, id.share.headline);
        if (id.hero !== null) assert.notEqual(en.hero!.headline.strong, id.hero.headline.strong);
      }),
      RUNS,
    );
  });

  test('names no percentage of fewer than 30 chats, and no "of every 100" of fewer than 100', () => {
    holds(({ hero, reopenRate, sentiment, turns, afterHours, journey, share, figures, howWeCount }, { data }) => {
      const of = (slot: { status: string }, rate: () => Rate): number => (slot.status === 'ok' ? rate().of : 0);
      const { hero: h, reopen_rate: r, after_hours: a, sentiment: s } = data;
      saysOnlyWhatItMay(hero, h.status === 'ok' ? h.net.of : 0);
      saysOnlyWhatItMay({ ...share, worth: [] }, h.status === 'ok' ? h.net.of : 0);
      saysOnlyWhatItMay(reopenRate, r.status === 'ok' ? r.rate.of : 0);
      saysOnlyWhatItMay(
        afterHours,
        of(a, () => (a as { net: Rate }).net),
      );
      saysOnlyWhatItMay(
        sentiment,
        of(s, () => (s as { better: Rate }).better),
      );
      saysOnlyWhatItMay([turns, howWeCount], 0);
      for (const { sentence, share: part, way, of: before } of journey?.stations ?? []) {
        const total = journey!.stations[0]!.chats;
        saysOnlyWhatItMay([sentence, part ?? ''], total);
        saysOnlyWhatItMay(way ?? '', before);
      }
      for (const [, , , base, ...percents] of figures.slice(1)) {
        if (typeof base === 'number' && base < 30) assert.deepEqual(percents.slice(0, 3), [null, null, null]);
      }
    });
  });

  test('draws and names no percentage of a week or month with fewer than 30 chats', () => {
    holds((views, { data }) => {
      if (data.trend.status !== 'ok') return;
      const { weeks, months, baseline } = data.trend;
      for (const [view, series] of [[views.weeksWithGross!, weeks] as const, [views.monthsWithGross!, months] as const]) {
        const slots = view.plot?.slots ?? [];
        slots.forEach((slot) => {
          const { net } = series.points.find(({ from }) => from === slot.from)!;
          saysOnlyWhatItMay([slot.lines, slot.row.cells], net.of);
          assert.equal(slot.net === null, net.of < 30);
        });
        if (isMissing(baseline.status === 'ok' ? baseline.net : null, 30)) assert.equal(view.start, null);
        assert.equal(view.forecast.range !== null, series.forecast.status === 'ok' && series.forecast.expected_n >= 30);
      }
    });
  });

  test('shows what only looked solved beside what stayed solved, and never alone', () => {
    holds(({ hero, share, weeks, months, weeksWithGross, monthsWithGross, figures }) => {
      assert.equal(hero !== null && hero.figure !== null, hero !== null && hero.gap !== null);
      if (share.gap !== null) assert.notEqual(share.headline, '');
      for (const view of [weeks, months]) {
        assert.ok((view?.plot?.slots ?? []).every(({ gross }) => gross === null));
        assert.equal(view?.gap ?? null, null);
      }
      for (const view of [weeksWithGross, monthsWithGross]) {
        const slots = view?.plot?.slots ?? [];
        assert.ok(slots.every(({ gross, net }) => gross === null || net !== null));
        if (slots.some(({ gross }) => gross !== null)) assert.notEqual(view!.gap, null);
      }
      // In the table of all figures the three stand one below the other, and add up.
      figures.forEach(([, name, gross, of], i) => {
        if (name !== 'Sempat dikira selesai, semuanya' && name !== 'Looked solved, all of them') return;
        const [net, gap] = [figures[i - 2]!, figures[i - 1]!];
        assert.equal(Number(net[2]) + Number(gap[2]), gross);
        assert.deepEqual([net[3], gap[3]], [of, of]);
      });
    });
  });

  test('becomes a table that no spreadsheet takes for a formula', () => {
    holds(({ figures }, _, locale) => {
      const text = csvOf(figures, locale);
      const cells = text.replace(/^\uFEFF/, '').split(/\r\n|[;,](?=(?:[^"]*"[^"]*")*[^"]*$)/);
      assert.deepEqual(
        cells.filter((cell) => /^"?[=+@|%＝＋＠｜％]/.test(cell) || /^"?-(?!\d)/.test(cell)),
        [],
      );
    });
  });
});

describe('any chats and any working hours', () => {
  test('are told without a hole or a forbidden word, the names in them left out', () => {
    fc.assert(
      fc.property(fc.array(anyChat, { maxLength: 5 }), fc.nat(2000), anyMeta(null), anyWorkingHours, (chats, total, meta, hours) => {
        for (const locale of LOCALES) {
          const list = chatsView({ chats, total, kept_from: null, as_of: meta.as_of, more: 'none', stale: null }, meta, createLang(locale, chatsStrings));
          const rows = list.rows.map((row) => ({ ...row, id: null, room_id: null, returned: { ...row.returned, room_id: null } }));
          const words = createLang(locale, workingHoursStrings);
          const all = [list.shown, list.freshness, ...rows, scheduleView(hours, meta, words), missingView('no_working_hours', hours, meta, words)];
          assert.deepEqual(wrongIn(textsIn(all), locale), []);
        }
      }),
      RUNS,
    );
  });
});

/** A language may name the numbers of a sentence in another order. */
const listsIn = (pieces: Said['pieces']): string[] => pieces.flatMap(({ opens }) => (opens === null ? [] : JSON.stringify(opens))).sort();

/** Where a view has texts, and how many: what is said in one language is said in the other. */
function shapeOf(view: unknown): unknown {
  if (typeof view === 'string') return view === '' ? 'nothing' : 'a text';
  if (view === null || typeof view !== 'object') return view;
  return Array.isArray(view)
    ? view.map(shapeOf)
    : Object.fromEntries(Object.entries(view).map(([key, value]) => [key, key === 'pieces' ? listsIn(value) : shapeOf(value)]));
}
