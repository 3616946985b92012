import { stories as hero } from '../widgets/hero/hero.story.ts';
import { stories as report } from '../widgets/report/report.story.ts';
import '#report';
import type { Story } from '#kit';

/** Every story. A browser cannot look into folders: `test/stories.node.ts` fails when one is missing here. */
export const allStories: readonly Story[] = [...hero, ...report];
