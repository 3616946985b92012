import { type AfterHours, rateOf, unavailable } from '@qontak/impact-contract';
import { type CountOf, countIn, type Measured } from './measured.ts';

/** What AI did while the team was away. A chat of a day without a schedule is neither inside nor outside of it; with no other chat: ask for one. */
export function afterHours(rows: readonly Measured[]): AfterHours {
  const count = countIn(rows);
  const hours = hoursFrom(count);
  const anyClosed = hours.some(({ chats }) => chats > 0);
  if (count('schedule_known') === 0 && (anyClosed || count('schedules') === 0)) return unavailable('no_working_hours');
  return {
    status: 'ok',
    chats: count('after_hours'),
    answered: count('after_hours_answered'),
    net: rateOf(count('after_hours_solved'), count('after_hours_judged')),
    would_have_waited: count('after_hours_solved'),
    hours,
  };
}

const hoursFrom = (count: CountOf): { hour: number; chats: number; after_hours: number }[] =>
  Array.from({ length: 24 }, (_, hour) => {
    const name = String(hour).padStart(2, '0');
    return { hour, chats: count(`hour_${name}`), after_hours: count(`after_hours_${name}`) };
  });
