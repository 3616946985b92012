import { stories as howWeCount } from '../widgets/how-we-count/how-we-count.story.ts';
import { stories as hero } from '../widgets/hero/hero.story.ts';
import { stories as report } from '../widgets/report/report.story.ts';
import { stories as trend } from '../widgets/trend/trend.story.ts';
import '#report';
import '#widgets/trend';
import '#widgets/how-we-count';
import { cardStrings, type Story, windowStrings } from '#kit';
import type { Strings } from '#lang';
import { strings as heroStrings } from '../widgets/hero/hero.strings.ts';
import { strings as reportStrings } from '../widgets/report/report.strings.ts';
import { strings as trendStrings } from '../widgets/trend/trend.strings.ts';
import { strings as howWeCountStrings } from '../widgets/how-we-count/how-we-count.strings.ts';

/** Every story. A browser cannot look into folders: `test/stories.node.ts` fails when one is missing here. */
export const allStories: readonly Story[] = [...hero, ...howWeCount, ...report, ...trend];

/** Every text of a widget, from which the stories make a language that is 40 % longer. */
export const allStrings: readonly Strings<Record<string, string>>[] = [cardStrings, windowStrings, howWeCountStrings, heroStrings, reportStrings, trendStrings];
