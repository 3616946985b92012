import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Journey, type JourneyValue, type ReportMeta } from '@qontak/impact-contract';
import fc from 'fast-check';
import { createLang, LOCALES } from '#lang';
import { sampleReport } from '../kit/sample-report.ts';
import { type Ends, MONTH, sampleJourney } from './journey.story.ts';
import { strings } from './journey.strings.ts';
import { journeyView, type JourneyView } from './journey.view.ts';
import { pathThrough, type Spot, START, step } from './journey.walk.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const { meta } = sampleReport();
const RUNNING: ReportMeta = {
  ...meta,
  period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
};

const say = (ends: Ends, { lang = id, at = meta } = {}): JourneyView => journeyView(sampleJourney(ends), at, lang)!;
const station = (view: JourneyView, wanted: string) => view.stations.find((one) => one.id === wanted)!;
const story = ({ story: { strong, rest } }: JourneyView): string => `${strong} ${rest}`.trim();

describe('journey: the story', () => {
  test('what AI solved, what only looked solved, what the team did', () => {
    assert.equal(
      story(say(MONTH)),
      'Dari 1.447 chat, AI menyelesaikan sendiri 620. 61 lagi sempat dikira selesai, tapi pelanggannya kembali. 240 diteruskan ke tim Anda, dan 410 langsung ditangani tim.',
    );
    assert.equal(
      story(say(MONTH, { lang: en })),
      'Of 1,447 chats, AI solved 620 by itself. 61 more looked solved, but the customer came back. 240 went to your team, and your team took 410 from the start.',
    );
  });
  test('leaves out what did not happen', () => {
    assert.equal(story(say({ stayed_solved: 240 }, { lang: en })), 'Of 240 chats, AI solved 240 by itself.');
    assert.equal(story(say({ handed_over: 1 }, { lang: en })), 'Of 1 chat, AI solved none by itself. 1 went to your team.');
    assert.equal(story(say({ human_only: 410 }, { lang: en })), '410 chats, with your team from the start.');
    assert.equal(story(say({ stayed_solved: 5, human_only: 2 }, { lang: en })), 'Of 7 chats, AI solved 5 by itself. Your team took 2 from the start.');
  });
  test('does not call unsolved what nobody knows yet', () => {
    assert.equal(
      story(say({ checking: 14, human_only: 2 }, { lang: en, at: RUNNING })),
      "Of 16 chats, AI took part in 14; how they ended can't be counted yet. Your team took 2 from the start.",
    );
  });
  test('without chats says so, and what will be here', () => {
    assert.equal(story(say({}, { at: RUNNING })), 'Belum ada chat yang ditutup pada November 2026');
    assert.equal(story(say({}, { lang: en })), 'No chats were closed in October 2026');
    assert.equal(say({}, { at: RUNNING }).foot, 'Perjalanannya tergambar di sini setelah ada chat yang ditutup.');
    assert.equal(say({}).foot, null, 'of days gone by nothing will');
  });
  test('says that nothing is left out', () => {
    assert.equal(say(MONTH).foot, 'Semua jalur berjumlah 1.447: setiap chat yang ditutup pada Oktober 2026.');
    const at = { ...meta, period: { ...meta.period, channel: 'tokopedia' } };
    assert.equal(say(MONTH, { at }).foot, 'Semua jalur berjumlah 1.447: setiap chat yang ditutup pada Oktober 2026 (Tokopedia).');
    assert.equal(say(MONTH, { lang: en }).foot, 'All paths add up to 1,447: every closed chat of October 2026.');
  });
});

describe('journey: every station and every way has its sentence', () => {
  test('against all chats, and against the station before', () => {
    const view = say(MONTH, { lang: en });
    assert.equal(station(view, 'arrived').sentence, '1,447 chats received and closed in October 2026.');
    assert.equal(station(view, 'handed_over').sentence, 'Passed to your team: 240 of 1,447 chats (17%).');
    assert.equal(station(view, 'handed_over').way, 'Of 1,037 chats that AI took first, 240 went to your team (23%).');
    assert.equal(station(view, 'came_back_ai').way, 'Of 61 chats where the customer came back, AI solved 22 the second time (roughly 36%).');
    assert.equal(station(view, 'came_back_ai').path, 'Customer came back › Then solved by AI');
    assert.equal(station(view, 'checking').way, 'Of 1,037 chats that AI took first, we do not count 34 yet: we wait 2 days (3%).');
    assert.equal(station(view, 'arrived').way, null);
  });
  test('something is never 0 %, and all but one is never 100 %', () => {
    const view = say({ stayed_solved: 999, human_only: 1 });
    assert.equal(station(view, 'human_only').share, '<1%');
    assert.equal(station(view, 'ai_first').share, '99%');
    assert.equal(station(view, 'ai_first').way, 'Dari 1.000 chat yang masuk, 999 ditangani AI lebih dulu (99%).');
  });
  test('the same counts have the same share, whatever the parts before them came to', () => {
    const view = say({ stayed_solved: 11, came_back_ai: 1, came_back_team: 1, handed_over: 6, ended_unclear: 2, human_only: 259 });
    assert.deepEqual([station(view, 'came_back_ai').share, station(view, 'came_back_team').share], ['<1%', '<1%']);
    const few = say({ stayed_solved: 280, came_back_ai: 2, came_back_team: 15, came_back_open: 2, handed_over: 97, ended_unclear: 27, human_only: 237 });
    assert.equal(station(few, 'came_back_team').share, '2%', '15 of 660');
  });
  test('of few chats only counts', () => {
    const view = say({ stayed_solved: 13, handed_over: 4 });
    assert.equal(station(view, 'stayed_solved').share, null);
    assert.equal(station(view, 'stayed_solved').sentence, 'Selesai oleh AI: 13 dari 17 chat.');
  });
  test('of 30 to 99 chats the shares are rough', () => {
    assert.equal(say({ stayed_solved: 26, handed_over: 14 }).rough, true);
    assert.equal(say(MONTH).rough, false);
    assert.equal(say({ stayed_solved: 5 }).rough, false);
  });
});

describe('journey: figures that do not form the flow', () => {
  const refused = (change: (journey: JourneyValue) => JourneyValue): void => assert.equal(journeyView(change(sampleJourney(MONTH)), meta, id), null);
  const link = (from: 'handed_over' | 'came_back', to: 'handed_over' | 'came_back' | 'stayed_solved') => ({ from, to, chats: 1 });
  test('are not told at all', () => {
    refused((journey) => ({ ...journey, total: 1448 }));
    refused((journey) => ({ ...journey, links: [...journey.links, link('handed_over', 'came_back'), link('came_back', 'handed_over')] }));
    refused((journey) => ({ ...journey, links: [...journey.links, link('came_back', 'stayed_solved')] }));
    refused((journey) => ({ ...journey, links: journey.links.slice(1) }));
    refused((journey) => ({ ...journey, nodes: journey.nodes.filter((node) => node.id !== 'handed_over') }));
    refused((journey) => ({ ...journey, nodes: [...journey.nodes, journey.nodes[0]!] }));
    refused((journey) => ({ ...journey, nodes: journey.nodes.map((node) => (node.id === 'came_back' ? { ...node, chats: 60 } : node)) }));
    refused((journey) => ({ ...journey, nodes: [], links: [] }));
    const nodes: JourneyValue['nodes'] = [
      { id: 'arrived', chats: 10 },
      { id: 'handed_over', chats: 10 },
    ];
    refused(() => ({ status: 'ok', total: 10, nodes, links: [{ from: 'arrived', to: 'handed_over', chats: 10 }] }));
  });
  test('stations and ways without chats do no harm', () => {
    const journey = sampleJourney({ stayed_solved: 3 });
    const padded: JourneyValue = {
      ...journey,
      nodes: [...journey.nodes, { id: 'checking', chats: 0 }],
      links: [...journey.links, { from: 'ai_first', to: 'checking', chats: 0 }],
    };
    assert.equal(journeyView(padded, meta, id)?.stations.length, 3);
  });
});

describe('journey: walking along it', () => {
  const { stations } = say(MONTH);
  const walk = (keys: string[], from: Spot = START): string => {
    const end = keys.reduce<Spot>((spot, key) => step(stations, spot, key) ?? spot, from);
    return `${end.kind} ${end.id}`;
  };
  test('right and left follow the flow, from station to way to station', () => {
    assert.equal(walk(['ArrowRight']), 'way ai_first');
    assert.equal(walk(['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']), 'station stayed_solved');
    assert.equal(walk(['ArrowLeft', 'ArrowLeft'], { kind: 'station', id: 'came_back_ai' }), 'station came_back');
  });
  test('up and down go to the neighbours, and stay at the ends', () => {
    assert.equal(walk(['ArrowDown'], { kind: 'way', id: 'stayed_solved' }), 'way came_back');
    assert.equal(walk(['ArrowDown'], { kind: 'station', id: 'uncheckable' }), 'station human_only');
    assert.equal(walk(['ArrowDown'], { kind: 'station', id: 'human_only' }), 'station human_only');
    assert.equal(walk(['ArrowUp', 'ArrowLeft']), 'station arrived');
    assert.equal(walk(['ArrowRight'], { kind: 'station', id: 'human_only' }), 'station human_only');
  });
  test('Home and End go to the first and the last; other keys are not taken', () => {
    assert.equal(walk(['End']), 'station human_only');
    assert.equal(walk(['End', 'Home']), 'station arrived');
    assert.equal(step(stations, START, 'a'), null);
    assert.equal(step(stations, START, 'Tab'), null);
  });
  test('a path is all before and all after', () => {
    assert.deepEqual([...pathThrough(stations, 'came_back')].sort(), ['ai_first', 'arrived', 'came_back', 'came_back_ai', 'came_back_open', 'came_back_team']);
    assert.deepEqual([...pathThrough(stations, 'handed_over')].sort(), ['ai_first', 'arrived', 'handed_over']);
    assert.equal(pathThrough(stations, 'arrived').size, stations.length);
  });
});

// Every size of shop, and every edge between the sizes.
const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 500_000 }));
const ends = fc.record(Object.fromEntries(Object.keys(MONTH).map((end) => [end, count])) as Record<keyof typeof MONTH, typeof count>);

function forAll(check: (view: JourneyView, journey: JourneyValue, text: string) => void): void {
  fc.assert(
    fc.property(ends, fc.constantFrom(meta, RUNNING), fc.constantFrom(...LOCALES), (one, at, locale) => {
      const journey = sampleJourney(one);
      const view = journeyView(journey, at, createLang(locale, strings))!;
      check(view, journey, JSON.stringify(view));
    }),
    { numRuns: 600 },
  );
}

describe('journey: for every shop', () => {
  test('the sample is one that the contract takes', () => forAll((_, journey) => assert.ok(Journey.safeParse(journey).success)));
  test('no hole reaches the page', () => forAll((_, __, text) => assert.doesNotMatch(text, /NaN|undefined|Infinity|\{\{|\[object/)));
  test('no percentage under 30 chats', () =>
    forAll(({ stations, story: { strong, rest } }, { total }) => {
      assert.doesNotMatch(strong + rest, /%/);
      for (const { share, sentence, way, of } of stations) {
        if (total < 30) assert.doesNotMatch(`${share} ${sentence}`, /%/);
        if (of < 30 && way !== null) assert.doesNotMatch(way, /%/);
      }
    }));
  test('the ends add up to all chats', () =>
    forAll(({ stations }, { total }) => {
      const last = stations.filter(({ id: at }) => stations.every(({ before }) => before !== at));
      assert.equal(
        last.reduce((sum, { chats }) => sum + chats, 0),
        total,
      );
    }));
  test('every share is the nearest whole per cent of its count', () =>
    forAll(({ stations }, { total }) => {
      for (const { share, chats } of stations) {
        if (share === null) continue;
        const exact = (100 * chats) / total;
        if (share.startsWith('<')) assert.ok(chats > 0 && exact < 0.5);
        else assert.ok(Math.abs(Number.parseInt(share, 10) - exact) <= (share === '99%' ? 1 : 0.5), `${share} of ${exact}`);
      }
    }));
  test('every number that the reader sees is a real count', () =>
    forAll(({ stations }, journey) => {
      for (const { id: at, chats } of stations) assert.equal(chats, journey.nodes.find((node) => node.id === at)!.chats);
    }));
  test('the keyboard reaches every station and every way', () =>
    forAll(({ stations }) => {
      if (stations.length === 0) return;
      const reached = new Set<string>();
      const queue: Spot[] = [START];
      for (let spot = queue.pop(); spot !== undefined; spot = queue.pop()) {
        const name = `${spot.kind} ${spot.id}`;
        if (reached.has(name)) continue;
        reached.add(name);
        for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) queue.push(step(stations, spot, key) ?? spot);
      }
      assert.equal(reached.size, 2 * stations.length - 1);
    }));
});
