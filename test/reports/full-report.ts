// One ordinary month in which every metric of the first phase has a value, and all of them tell of the same chats.
import { apportion } from '#lang';
import { closed, costOf, type ImpactReport, NO_OUTCOMES } from '@qontak/impact-contract';
import { DAY, sampleAfterHours } from '../../widgets/after-hours/after-hours.story.ts';
import { MONTH as ASSUMPTION } from '../../widgets/cost/cost.story.ts';
import { MONTH as OUTCOMES } from '../../widgets/hero/hero.story.ts';
import { sampleJourney } from '../../widgets/journey/journey.story.ts';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';
import { MONTH as RETURNS } from '../../widgets/reopen-rate/reopen-rate.story.ts';
import { MONTH as MOODS } from '../../widgets/sentiment/sentiment.story.ts';
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
    cost: costOf(stayed_solved, ASSUMPTION, 1),
    after_hours: sampleAfterHours({ answered: 640, judged: 610, solved: 400, day: apportion(closed(hero.outcomes), DAY) }),
    reopen_rate: RETURNS,
    turns: sampleTurns(TURNS, stayed_solved),
    sentiment: MOODS,
  });
}
