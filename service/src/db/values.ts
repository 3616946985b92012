// Both drivers hand out the same JavaScript values. Their own defaults differ, and `pg` would turn a day into midnight of the machine's zone.

/** `2026-11-01 03:12:00.5+00` becomes `2026-11-01T03:12:00.5Z`. It stays text because a Date would cut microseconds off. */
function instant(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(?::?(\d\d))?$/.exec(text);
  if (match === null) return text;
  const [, day, time, hours, minutes = '00'] = match;
  return `${day}T${time}${hours === '+00' && minutes === '00' ? 'Z' : `${hours}:${minutes}`}`;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Could not read ${text} as a number: it is too large. Cast it to text in SQL.`);
  return value;
}

/** How a column arrives, by the number that PostgreSQL gives its type. */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  /* bigint      */ 20: wholeNumber,
  /* numeric     */ 1700: Number,
  /* date        */ 1082: (text) => text,
  /* timestamp   */ 1114: (text) => text,
  /* timestamptz */ 1184: instant,
};
