// Where a page of chats ended. Clients hand it back as they got it; whatever else comes is refused here and never reaches the database.
import { Refused } from '../problems.ts';

export interface PageEnd {
  /** A moment to the microsecond, as the database wrote it. */
  at: string;
  id: string;
}

/** Before the first chat of every list. */
const START: PageEnd = { at: 'infinity', id: '' };

/** With an id of 512 letters of six bytes each, as JSON writes a control character, the moment that tells chats of a room apart, and what base64 adds. */
const LONGEST = 4_500;

export const cursorOf = ({ at, id }: PageEnd): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

/** @throws {Refused} */
export function pageEndOf(cursor: string | undefined): PageEnd {
  if (cursor === undefined) return START;
  const end = cursor.length <= LONGEST && /^[\w-]+$/.test(cursor) ? read(cursor) : null;
  if (end === null) throw new Refused('bad_request', 'cursor must be the next_cursor of the page before.');
  return end;
}

/** An id may hold whatever a text of the database can: everything but NUL. */
function read(cursor: string): PageEnd | null {
  try {
    const [at, id, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    return rest.length === 0 && isMoment(at) && typeof id === 'string' && !id.includes('\0') ? { at, id } : null;
  } catch {
    return null;
  }
}

function isMoment(text: unknown): text is string {
  if (typeof text !== 'string' || !/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(text)) return false;
  const moment = new Date(text);
  // 30 February would be taken for a day in March here, and for an error by the database.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 19) === text.slice(0, 19);
}
