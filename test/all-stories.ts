import { stories as afterHours } from '../widgets/after-hours/after-hours.story.ts';
import { stories as periodPicker } from '../widgets/period-picker/period-picker.story.ts';
import { stories as howWeCount } from '../widgets/how-we-count/how-we-count.story.ts';
import { stories as cost } from '../widgets/cost/cost.story.ts';
import { stories as reopenRate } from '../widgets/reopen-rate/reopen-rate.story.ts';
import { stories as chats } from '../widgets/chats/chats.story.ts';
import { stories as share } from '../widgets/share/share.story.ts';
import { stories as hero } from '../widgets/hero/hero.story.ts';
import { stories as report } from '../widgets/report/report.story.ts';
import { stories as trend } from '../widgets/trend/trend.story.ts';
import { stories as journey } from '../widgets/journey/journey.story.ts';
import { stories as turns } from '../widgets/turns/turns.story.ts';
import { stories as sentiment } from '../widgets/sentiment/sentiment.story.ts';
import '#report';
import '#widgets/after-hours';
import '#widgets/chats';
import '#widgets/share';
import '#widgets/cost';
import '#widgets/reopen-rate';
import '#widgets/sentiment';
import '#widgets/turns';
import '#widgets/journey';
import '#widgets/trend';
import '#widgets/how-we-count';
import '#widgets/period-picker';
import { aboutStrings, cardStrings, pictureFileStrings, pictureStrings, revisedStrings, type Story, windowStrings } from '#kit';
import type { Strings } from '#lang';
import { strings as costStrings } from '../widgets/cost/cost.strings.ts';
import { strings as reopenRateStrings } from '../widgets/reopen-rate/reopen-rate.strings.ts';
import { strings as chatsStrings } from '../widgets/chats/chats.strings.ts';
import { failureStrings } from '../widgets/chats/failure.strings.ts';
import { emptyStrings } from '../widgets/report/empty.strings.ts';
import { strings as shareStrings } from '../widgets/share/share.strings.ts';
import { strings as heroStrings } from '../widgets/hero/hero.strings.ts';
import { strings as reportStrings } from '../widgets/report/report.strings.ts';
import { strings as trendStrings } from '../widgets/trend/trend.strings.ts';
import { strings as howWeCountStrings } from '../widgets/how-we-count/how-we-count.strings.ts';
import { strings as periodPickerStrings } from '../widgets/period-picker/period-picker.strings.ts';
import { strings as journeyStrings } from '../widgets/journey/journey.strings.ts';
import { strings as turnsStrings } from '../widgets/turns/turns.strings.ts';
import { strings as sentimentStrings } from '../widgets/sentiment/sentiment.strings.ts';
import { strings as afterHoursStrings } from '../widgets/after-hours/after-hours.strings.ts';
import { strings as workingHoursStrings } from '../widgets/after-hours/working-hours.strings.ts';

/** Every story. A browser cannot look into folders: `test/stories.node.ts` fails when one is missing here. */
export const allStories: readonly Story[] = [
  ...hero,
  ...chats,
  ...share,
  ...afterHours,
  ...cost,
  ...reopenRate,
  ...periodPicker,
  ...howWeCount,
  ...report,
  ...trend,
  ...journey,
  ...turns,
  ...sentiment,
];

/** Every text of a widget, from which the stories make a language that is 40 % longer. */
export const allStrings: readonly Strings<Record<string, string>>[] = [
  aboutStrings,
  afterHoursStrings,
  workingHoursStrings,
  cardStrings,
  chatsStrings,
  costStrings,
  emptyStrings,
  failureStrings,
  reopenRateStrings,
  periodPickerStrings,
  pictureFileStrings,
  pictureStrings,
  revisedStrings,
  windowStrings,
  howWeCountStrings,
  heroStrings,
  reportStrings,
  trendStrings,
  sentimentStrings,
  shareStrings,
  turnsStrings,
  journeyStrings,
];
