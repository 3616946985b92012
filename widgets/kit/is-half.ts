/**
 * Whether a day is typed in part: its value is that of an empty field, and no event tells of it. Firefox counts a first digit only once the field is
 * left, and Enter does not leave it.
 */
export function isHalf(day: HTMLInputElement): boolean {
  if (day.value === '' && day.matches(':focus')) {
    day.blur();
    day.focus();
  }
  return day.validity.badInput;
}
