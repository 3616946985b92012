import { defineStrings } from '#lang';

/** How long a return is waited for. */
export const windowStrings = defineStrings('window', {
  id: {
    days: '{{n}} hari',
    days_one: '1 hari',
    hours: '{{n}} jam',
    hours_one: '1 jam',
  },
  en: {
    days: '{{n}} days',
    days_one: '1 day',
    hours: '{{n}} hours',
    hours_one: '1 hour',
  },
});
