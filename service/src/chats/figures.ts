// Which chats are behind a figure: the same facts that count-outcomes.sql adds up under the figure's measures.
import { type ChatFigure, OUTCOMES } from '@qontak/impact-contract';

/** The chats with one of these outcomes of which all the facts are true, and the measures of the daily counts that number them. */
export interface Behind {
  outcomes: readonly string[];
  measures: readonly string[];
  facts?: Partial<Facts>;
}

/** What else must be so. */
interface Facts {
  ruled: true;
  after_hours: true;
  ai_involved: true;
  turns_known: true;
  mood_change: 'better' | 'same' | 'worse';
}

const JUDGED = ['stayed_solved', 'came_back', 'handed_over', 'ended_unclear'] as const;

const outcomes = (...names: readonly string[]): Behind => ({ outcomes: names, measures: names });
const moods = (mood_change: Facts['mood_change']): Behind => ({ outcomes: OUTCOMES, measures: [`mood_${mood_change}`], facts: { mood_change } });

const BEHIND: Readonly<Record<ChatFigure, Behind>> = {
  human_only: outcomes('human_only'),
  checking: outcomes('checking'),
  uncheckable: outcomes('uncheckable'),
  came_back: outcomes('came_back'),
  stayed_solved: outcomes('stayed_solved'),
  handed_over: outcomes('handed_over'),
  ended_unclear: outcomes('ended_unclear'),
  not_solved: outcomes('handed_over', 'ended_unclear'),
  still_open: outcomes('still_open'),
  judged: outcomes(...JUDGED),
  looked_solved: outcomes('stayed_solved', 'came_back'),
  closed: outcomes(...OUTCOMES),
  corrected: { outcomes: ['stayed_solved'], measures: ['corrected'], facts: { ruled: true } },
  after_hours: { outcomes: OUTCOMES, measures: ['after_hours'], facts: { after_hours: true } },
  after_hours_answered: { outcomes: OUTCOMES, measures: ['after_hours_answered'], facts: { after_hours: true, ai_involved: true } },
  after_hours_solved: { outcomes: ['stayed_solved'], measures: ['after_hours_solved'], facts: { after_hours: true } },
  sentiment_better: moods('better'),
  sentiment_same: moods('same'),
  sentiment_worse: moods('worse'),
  turns_known: { outcomes: ['stayed_solved'], measures: ['turns_known'], facts: { turns_known: true } },
};

export const chatsBehind = (figure: ChatFigure): Behind => BEHIND[figure];
