// Which chats are behind a figure: the same facts that count-outcomes.sql adds up under the columns that number them.
import { type ChatFigure, type FIGURE_PLACES, OUTCOMES } from '@qontak/impact-contract';

/** The chats with one of these outcomes of which all the facts are true. */
export interface Behind {
  outcomes: readonly string[];
  /** How many a day has: columns of the daily counts, as SQL. */
  counted: string;
  facts?: Partial<Facts>;
}

/** What else must be so. */
interface Facts {
  ruled: true;
  after_hours: true;
  ai_involved: true;
  turns_known: boolean;
  mood_change: readonly ('better' | 'same' | 'worse')[];
  mood_eligible: true;
  mood_known: false;
  return_helped_by: 'ai' | 'team' | 'open';
  /** The return window has passed. */
  settled: true;
}

const JUDGED = ['stayed_solved', 'came_back', 'handed_over', 'ended_unclear'] as const;
const MOODS = ['better', 'same', 'worse'] as const;

const outcomes = (...names: readonly string[]): Behind => ({ outcomes: names, counted: names.join(' + ') });
const moods = (...mood_change: Facts['mood_change']): Behind => ({
  outcomes: OUTCOMES,
  counted: mood_change.map((mood) => `mood_${mood}`).join(' + '),
  facts: { mood_change },
});
const helpedBy = (return_helped_by: Facts['return_helped_by']): Behind => ({
  outcomes: ['came_back'],
  counted: `came_back_${return_helped_by}`,
  facts: { return_helped_by },
});

export const BEHIND: Readonly<Record<ChatFigure, Behind>> = {
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
  received: { outcomes: [...JUDGED, 'human_only'], counted: `${JUDGED.join(' + ')} + human_only - human_only_young`, facts: { settled: true } },
  ai_first: outcomes(...OUTCOMES.filter((outcome) => outcome !== 'human_only')),
  came_back_ai: helpedBy('ai'),
  came_back_team: helpedBy('team'),
  came_back_open: helpedBy('open'),
  corrected: { outcomes: ['stayed_solved'], counted: 'corrected', facts: { ruled: true } },
  after_hours: { outcomes: OUTCOMES, counted: 'after_hours', facts: { after_hours: true } },
  after_hours_answered: { outcomes: OUTCOMES, counted: 'after_hours_answered', facts: { after_hours: true, ai_involved: true } },
  after_hours_judged: { outcomes: JUDGED, counted: 'after_hours_judged', facts: { after_hours: true } },
  after_hours_solved: { outcomes: ['stayed_solved'], counted: 'after_hours_solved', facts: { after_hours: true } },
  after_hours_uncounted: {
    outcomes: ['checking', 'uncheckable'],
    counted: 'after_hours_answered - after_hours_judged',
    facts: { after_hours: true },
  },
  sentiment_better: moods('better'),
  sentiment_same: moods('same'),
  sentiment_worse: moods('worse'),
  sentiment_known: moods(...MOODS),
  sentiment_unknown: {
    outcomes: OUTCOMES,
    counted: `mood_eligible - ${MOODS.map((mood) => `mood_${mood}`).join(' - ')}`,
    facts: { mood_eligible: true, mood_known: false },
  },
  sentiment_eligible: { outcomes: OUTCOMES, counted: 'mood_eligible', facts: { mood_eligible: true } },
  turns_known: { outcomes: ['stayed_solved'], counted: 'turns_known', facts: { turns_known: true } },
  turns_unknown: { outcomes: ['stayed_solved'], counted: 'stayed_solved - turns_known', facts: { turns_known: false } },
};

/** How many a day has in a place of the figure, whose number is $6: the place of an array, which begins at 1. */
export const COUNTED_IN_PLACE = {
  closed: 'by_hour[$6::integer + 1]',
  after_hours: 'after_hours_by_hour[$6::integer + 1]',
  turns_known: 'turns[$6::integer]',
} as const satisfies Record<keyof typeof FIGURE_PLACES, string>;
