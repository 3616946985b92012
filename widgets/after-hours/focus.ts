import type { Draft, Edit } from './working-hours.model.ts';
import { fieldOf } from './working-hours.problems.ts';

/** Where the keyboard goes after a change that makes or takes away a line; null: it stays. */
export function focusAfter(edit: Edit, draft: Draft): string | null {
  switch (edit.type) {
    case 'add_shift':
      return named(fieldOf.time(edit.day, shiftsOn(edit.day, draft) - 1, 'start'));
    case 'remove_shift':
      return shiftsOn(edit.day, draft) === 0 ? `${named(fieldOf.day(edit.day))}:checked` : `[data-add="${fieldOf.day(edit.day)}"]`;
    case 'add_holiday':
      return named(fieldOf.holiday(draft.holidays.length - 1));
    case 'remove_holiday':
      return '[data-add="holiday"]';
    case 'effective_from':
    case 'kind':
    case 'time':
    case 'copy_to_all':
    case 'holiday':
      return null;
  }
}

const named = (field: string): string => `[name="${field}"]`;
const shiftsOn = (day: number, { days }: Draft): number => days.find(({ day_number }) => day_number === day)?.shifts.length ?? 0;
