// How a customer's mood moved within a chat: spec/metrics.md, section 5.
import type { Episode } from './episodes.ts';

export type MoodChange = 'better' | 'same' | 'worse';

const WORDS: ReadonlyMap<string, number> = new Map(Object.entries({ negative: -1, negatif: -1, neutral: 0, netral: 0, positive: 1, positif: 1 }));

/** Where a mood stands on its scale: numbers as they are, words by their order; null: not a mood that we know. */
export function moodRank(mood: string | null): number | null {
  if (mood === null) return null;
  return /^[+-]?\d{1,9}(\.\d{1,9})?$/.test(mood) ? Number(mood) : (WORDS.get(mood.toLowerCase()) ?? null);
}

/**
 * Whether the mood could have been measured, and how it moved. A chat of one message has no end that differs from its start; where messages are
 * not counted, two known moods say that there was more than one.
 */
export function moodOf(episode: Episode): { mood_eligible: boolean; mood_change: MoodChange | null } {
  const [start, end] = [moodRank(episode.sentiment_start), moodRank(episode.sentiment_end)];
  const known = start !== null && end !== null;
  const mood_eligible = episode.ai_involved && (episode.customer_messages === null ? known : episode.customer_messages >= 2);
  if (!mood_eligible || !known) return { mood_eligible, mood_change: null };
  return { mood_eligible, mood_change: end > start ? 'better' : end < start ? 'worse' : 'same' };
}
