import { stories as hero } from '../widgets/hero/hero.story.ts';
import { stories as report } from '../widgets/report/report.story.ts';
import { stories as trend } from '../widgets/trend/trend.story.ts';
import '#report';
import '#widgets/trend';
import { cardStrings, type Story } from '#kit';
import type { Strings } from '#lang';
import { strings as heroStrings } from '../widgets/hero/hero.strings.ts';
import { strings as reportStrings } from '../widgets/report/report.strings.ts';
import { strings as trendStrings } from '../widgets/trend/trend.strings.ts';

/** Every story. A browser cannot look into folders: `test/stories.node.ts` fails when one is missing here. */
export const allStories: readonly Story[] = [...hero, ...report, ...trend];

/** Every text of a widget, from which the stories make a language that is 40 % longer. */
export const allStrings: readonly Strings<Record<string, string>>[] = [cardStrings, heroStrings, reportStrings, trendStrings];
