// Ten thousand reports with faults: each, or the one metric with the fault, is refused with a reason, and what is left of it is right.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { ImpactReport, unavailable } from '@qontak/impact-contract';
import fc from 'fast-check';
import { connect, ReportError, wholeReport } from '#data';
import { LOCALES } from '#lang';
import { fetchReport } from '../src/data/report-query.ts';
import { wholeOf } from '../src/lang/numbers.ts';
import { anyReport } from './reports/any-report.ts';
import { contradictionsIn } from './reports/contradictions.ts';
import { everyView, numbersIn, textsIn } from './reports/every-view.ts';
import { mutated, randomFrom } from './reports/mutate.ts';
import { wrongIn } from './reports/wrong-words.ts';

/** Half a year of weeks says no more than a few, and takes ten times as long. */
const isSmall = ({ data: { trend } }: ImpactReport): boolean => trend.status !== 'ok' || trend.weeks.points.length + trend.months.points.length <= 8;

const BASES = 100;
const FAULTS = 100;

let answer = '';
const connection = connect({ src: 'https://metrics.example.id', org: undefined, tokenProvider: undefined, fetcher: async () => new Response(answer) });

/** As the client of the page asks: null where it refuses with a reason. Any other error goes through. */
async function received(text: string): Promise<ImpactReport | null> {
  answer = text;
  try {
    return wholeReport(await fetchReport(connection, {}, { queryKey: [], signal: new AbortController().signal }));
  } catch (error) {
    if (!(error instanceof ReportError) || !['schema', 'version_conflict'].includes(error.code)) throw error;
    assert.match(error.message, /IMPACT-0\d\d/);
    return null;
  }
}

/** The page reads a report metric by metric: that must come to the same as reading all of it at once. Returns whether the contract allows it. */
function isReadAsWhole(text: string, given: ImpactReport | null, which: string): boolean {
  const whole = ImpactReport.safeParse(jsonIn(text));
  if (whole.success) assert.deepEqual(given, whole.data, which);
  else if (given !== null)
    assert.ok(
      Object.values(given.data).some((slot) => isDeepStrictEqual(slot, unavailable('other'))),
      `${which}: nothing of it is refused`,
    );
  return whole.success;
}

function jsonIn(text: string): unknown {
  try {
    // A mark of byte order before it is no part of an answer's text.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** Where anybody's text may stand, any text is right: marked, so that it is not taken for our word. */
function marked({ status, data, meta }: ImpactReport): ImpactReport {
  const mark = (text: string): string => (text.startsWith('⟦') ? text : `⟦${text}⟧`);
  const { organization, channels, period } = meta;
  const byMarked = <T extends { changed: { by: string; at: string } | null }>(told: T): T =>
    told.changed === null ? told : { ...told, changed: { ...told.changed, by: mark(told.changed.by) } };
  const cost = data.cost.status === 'ok' ? byMarked({ ...data.cost, parts: data.cost.parts.map(byMarked) }) : data.cost;
  const channel = period.channel === null ? null : mark(period.channel);
  return {
    status,
    data: { ...data, cost },
    meta: { ...meta, organization: { ...organization, name: mark(organization.name) }, channels: channels.map(mark), period: { ...period, channel } },
  };
}

/** What is wrong with what a reader would see. */
function wrongOn(report: ImpactReport, locale: (typeof LOCALES)[number]): string[] {
  const views = everyView(marked(report), locale);
  const holes = numbersIn(views).filter((number) => !Number.isFinite(number));
  const { hero } = report.data;
  const headline = hero.status === 'ok' && hero.net.size === 'full' ? wholeOf(hero.outcomes.stayed_solved, hero.gross.of) : null;
  const said = Number(views.hero?.figure?.value.replace('<1', '0'));
  return [
    ...contradictionsIn(report),
    ...wrongIn(textsIn(views), locale),
    ...holes.map(String),
    ...(headline === null || said === headline ? [] : [`the headline says ${said} instead of ${headline}`]),
  ];
}

describe('broken reports', () => {
  test(`${BASES * FAULTS} of them: a reason, or right numbers; never an error that nobody catches`, async () => {
    const seed = Date.now() % 2 ** 31;
    const random = randomFrom(seed);
    const reports = fc.sample(anyReport.filter(isSmall), { numRuns: BASES, seed });
    const seen = { refused: 0, right: 0 };
    for (const [i, report] of reports.entries()) {
      for (let fault = 0; fault < FAULTS; fault += 1) {
        const text = mutated(report, reports[(i + 1) % BASES]!, random);
        const which = `seed ${seed}, report ${i}, fault ${fault}`;
        const given = await received(text).catch((error: unknown) => assert.fail(`${which}: ${String(error)}`));
        seen[isReadAsWhole(text, given, which) ? 'right' : 'refused'] += 1;
        if (given !== null) assert.deepEqual(wrongOn(given, LOCALES[fault % 2]!), [], which);
      }
    }
    assert.ok(seen.refused > 0.4 * BASES * FAULTS && seen.right > 0.05 * BASES * FAULTS, `the faults are too weak or too strong: ${JSON.stringify(seen)}`);
  });

  test('the check itself finds what contradicts', () => {
    const [report] = fc.sample(
      anyReport.filter(({ data }) => data.hero.status === 'ok' && data.hero.net.of > 100 && data.cost.status === 'ok'),
      { numRuns: 1, seed: 7 },
    ) as [ImpactReport];
    assert.deepEqual(contradictionsIn(report), []);
    const spoilt = structuredClone(report);
    if (spoilt.data.hero.status === 'ok') spoilt.data.hero.gross.count += 1;
    if (spoilt.data.cost.status === 'ok') spoilt.data.cost.hours += 1;
    assert.ok(contradictionsIn(spoilt).includes('gross is not net and gap'));
    assert.ok(contradictionsIn(spoilt).some((text) => text.startsWith('cost: ')));
  });
});
