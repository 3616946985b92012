// One ordinary month in which every metric of the first phase has a value, and all of them tell of the same chats.
import { apportion } from '#lang';
import { closed, costIn, type ImpactReport, NO_OUTCOMES } from '@qontak/impact-contract';
import { DAY, sampleAfterHours } from '../../widgets/after-hours/after-hours.story.ts';
import { MONTH as ASSUMPTION } from '../../widgets/cost/cost.story.ts';
import { MONTH as OUTCOMES } from '../../widgets/hero/hero.story.ts';
import { sampleJourney } from '../../widgets/journey/journey.story.ts';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';
import { MONTH as RETURNS, returns } from '../../widgets/reopen-rate/reopen-rate.story.ts';
import { MONTH as MOODS, sampleSentiment } from '../../widgets/sentiment/sentiment.story.ts';
import { BUSY } from '../../widgets/trend/trend.story.ts';
import { MONTH as TURNS, sampleTurns } from '../../widgets/turns/turns.story.ts';

export function fullReport(): ImpactReport {
  const hero = sampleHero(OUTCOMES);
  const { human_only: _, came_back, ...ends } = { ...NO_OUTCOMES, ...OUTCOMES.outcomes };
  const { human_only, stayed_solved } = hero.outcomes;
  return sampleReport({
    hero,
    trend: BUSY,
    journey: sampleJourney({ ...ends, human_only, came_back_ai: 20, came_back_team: came_back - 25, came_back_open: 5 }),
    cost: costIn(stayed_solved, ASSUMPTION, sampleReport().meta.period),
    after_hours: sampleAfterHours({ answered: 640, judged: 610, solved: 400, day: apportion(closed(hero.outcomes), DAY) }),
    reopen_rate: RETURNS,
    turns: sampleTurns(TURNS, stayed_solved),
    sentiment: MOODS,
  });
}

/** A few chats, of which counts are said in place of percentages: 26 judged, or 7 with `fewer`. */
export function fewReport({ fewer = false } = {}): ImpactReport {
  const [stayed_solved, came_back_ai, came_back_team, handed_over] = fewer ? [3, 0, 1, 3] : [13, 2, 3, 8];
  const came_back = came_back_ai + came_back_team;
  const others = { human_only: 21, uncheckable: 2 };
  const hero = sampleHero({ outcomes: { ...others, stayed_solved, came_back, handed_over }, still_open: 6, corrected: 1 });
  const all = closed(hero.outcomes);
  return sampleReport({
    hero,
    trend: BUSY,
    journey: sampleJourney({ ...others, stayed_solved, came_back_ai, came_back_team, handed_over }),
    cost: costIn(stayed_solved, ASSUMPTION, sampleReport().meta.period),
    after_hours: sampleAfterHours({
      answered: fewer ? 5 : 17,
      judged: fewer ? 4 : 14,
      solved: fewer ? 2 : 9,
      day: Array.from({ length: 24 }, (_, hour) => (hour === 12 ? 3 : hour === 20 ? all - 3 : 0)),
    }),
    reopen_rate: returns(came_back, came_back + stayed_solved, { corrected: 1 }),
    turns: sampleTurns(fewer ? [1, 1] : [3, 5, 2, 1], stayed_solved),
    sentiment: fewer ? sampleSentiment(1, 2, 0, 5) : sampleSentiment(4, 5, 3, 19),
  });
}
