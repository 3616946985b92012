import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Hero, type HeroValue, heroOf, NO_OUTCOMES, type OutcomeCounts, rateOf } from '@qontak/impact-contract';

const OUTCOMES: OutcomeCounts = {
  human_only: 410,
  checking: 34,
  uncheckable: 3,
  came_back: 61,
  stayed_solved: 620,
  handed_over: 240,
  ended_unclear: 79,
};

const fine = (outcomes = OUTCOMES, settledHumanOnly = 400): HeroValue =>
  heroOf({ outcomes, settledHumanOnly, stillOpen: 12, corrected: 0, vsPrevious: null, vsFirstMonth: null });

describe('hero', () => {
  test('the rates follow from the outcomes', () => {
    const { net, gross, gap, return_rate, share_of_all } = fine();
    const counts = [net, gross, gap, return_rate, share_of_all].map(({ count, of }) => `${count}/${of}`);
    assert.deepEqual(counts, ['620/1000', '681/1000', '61/1000', '61/681', '620/1400']);
    assert.ok(Hero.safeParse(fine()).success);
  });

  test('net = gross x (1 - return rate), and gap = gross - net', () => {
    const { net, gross, gap, return_rate } = fine();
    assert.ok(Math.abs(net.share! - gross.share! * (1 - return_rate.share!)) < 1e-12);
    assert.ok(Math.abs(gap.share! - (gross.share! - net.share!)) < 1e-12);
  });

  test('what waits and what cannot be checked is on neither side', () => {
    const young = fine({ ...OUTCOMES, checking: 900, uncheckable: 300 });
    assert.deepEqual([young.net, young.share_of_all], [fine().net, fine().share_of_all]);
  });

  test('an organization without chats has counts of zero and no shares', () => {
    const nothing = fine({ ...NO_OUTCOMES }, 0);
    assert.equal(nothing.net.share, null);
    assert.ok(Hero.safeParse(nothing).success);
  });

  test('a metric without a value says why, and a newer reason is read as "other"', () => {
    assert.deepEqual(Hero.parse({ status: 'unavailable', reason: 'no_data_yet' }), { status: 'unavailable', reason: 'no_data_yet' });
    assert.deepEqual(Hero.parse({ status: 'unavailable', reason: 'the_moon' }), { status: 'unavailable', reason: 'other' });
  });

  // Each of these is right in all its parts; only together they contradict each other.
  const CONTRADICTIONS: Record<string, Partial<HeroValue>> = {
    'net counts other chats than stayed_solved': { net: rateOf(621, 1000), share_of_all: rateOf(621, 1400), gap: rateOf(60, 1000) },
    'net is a part of other chats than were judged': { net: rateOf(620, 1001), gross: rateOf(681, 1001), gap: rateOf(61, 1001) },
    'gross is not net and gap together': { gross: rateOf(680, 1000), return_rate: rateOf(61, 680) },
    'gross is a part of other chats than net': { gross: rateOf(681, 1001) },
    'gap counts other chats than came_back': { gap: rateOf(60, 1000), gross: rateOf(680, 1000), return_rate: rateOf(60, 680) },
    'gap is a part of other chats than net': { gap: rateOf(61, 999) },
    'the return rate counts other chats than the gap': { return_rate: rateOf(60, 681) },
    'the return rate is a part of other chats than gross': { return_rate: rateOf(61, 1000) },
    'the share of everything counts other chats than net': { share_of_all: rateOf(619, 1400) },
    'the share of everything leaves judged chats out': { share_of_all: rateOf(620, 999) },
    'the share of everything is a part of more chats than there are': { share_of_all: rateOf(620, 1448) },
  };
  for (const [what, contradiction] of Object.entries(CONTRADICTIONS)) {
    test(`${what}: refused`, () => assert.ok(!Hero.safeParse({ ...fine(), ...contradiction }).success));
  }
});
