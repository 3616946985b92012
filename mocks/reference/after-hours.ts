// What AI did while the team was away: spec/metrics.md, section 5.
import { type AfterHours, judged, rateOf, unavailable } from '@qontak/impact-contract';
import { type ClosedChat, count, outcomesOf } from './cohort.ts';

/**
 * A chat of a day without a schedule is neither inside nor outside of it. Without any that can be told: ask for the working hours.
 * @param hasSchedule whether there is one for any time at all
 */
export function afterHours(closed: readonly ClosedChat[], hasSchedule: boolean): AfterHours {
  const anyTold = closed.some(({ after_hours }) => after_hours !== null);
  if (!anyTold && (closed.length > 0 || !hasSchedule)) return unavailable('no_working_hours');
  const outside = closed.filter(({ after_hours }) => after_hours === true);
  const outcomes = outcomesOf(outside);
  return {
    status: 'ok',
    chats: outside.length,
    answered: count(outside, ({ ai_involved }) => ai_involved),
    net: rateOf(outcomes.stayed_solved, judged(outcomes)),
    would_have_waited: outcomes.stayed_solved,
    hours: hoursOf(closed),
  };
}

function hoursOf(closed: readonly ClosedChat[]): { hour: number; chats: number; after_hours: number }[] {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, chats: 0, after_hours: 0 }));
  for (const { local_hour, after_hours } of closed) {
    hours[local_hour]!.chats++;
    if (after_hours === true) hours[local_hour]!.after_hours++;
  }
  return hours;
}
