import { type AfterHours, rateOf, unavailable } from '@qontak/impact-contract';
import { type Histogram, placesOf } from './measured.ts';

export interface AfterHoursSums {
  schedule_known: number;
  after_hours: number;
  after_hours_answered: number;
  after_hours_judged: number;
  after_hours_solved: number;
  /** From midnight. */
  by_hour: Histogram;
  after_hours_by_hour: Histogram;
  /** How many schedules were ever entered, and how many of them hold within the period. */
  schedules: number;
  schedules_in_force: number;
}

/**
 * What AI did while the team was away. A chat of a day without a schedule is neither inside nor outside of it. With no other chat: ask for one, unless
 * it is there and the chats are being counted by it.
 */
export function afterHours([sums]: readonly AfterHoursSums[], recounting: boolean): AfterHours {
  const { schedule_known, schedules, schedules_in_force, after_hours, after_hours_answered, after_hours_judged, after_hours_solved } = sums!;
  const [closed, away] = [placesOf(sums!.by_hour), placesOf(sums!.after_hours_by_hour)];
  const anyClosed = closed.some((chats) => chats > 0);
  if (schedule_known === 0 && (anyClosed || schedules === 0)) return unavailable(recounting && schedules_in_force > 0 ? 'being_counted' : 'no_working_hours');
  return {
    status: 'ok',
    chats: after_hours,
    answered: after_hours_answered,
    net: rateOf(after_hours_solved, after_hours_judged),
    would_have_waited: after_hours_solved,
    hours: closed.map((chats, hour) => ({ hour, chats, after_hours: away[hour]! })),
  };
}
