import { LocalDate } from '@qontak/impact-contract';
import { readEpoch, readInstant, type ReadInstant } from './instant.ts';
import { UnreadableCell, type Cells, type Fault } from './record.ts';

// What a B-tree entry holds (2,704 bytes) bounds a key: 512 characters of four bytes, beside the organization.
const LONGEST_ID = 512;
const LONGEST_TEXT = 120;

// Control characters break logs and terminals, bidi overrides make a text read as another one.
// oxlint-disable-next-line no-control-regex
const HARMFUL = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

const TRUE = new Set(['true', 't', 'yes', 'y', '1']);
const FALSE = new Set(['false', 'f', 'no', 'n', '0']);
const INTEGER = /^\d+(\.0+)?$/;
const LARGEST_INTEGER = 2_147_483_647;

/**
 * Takes typed values out of one record and keeps the first thing that is wrong. After a fault the values are meaningless,
 * so a row is valid only while `fault` is null.
 */
export class CellReader {
  fault: Fault | null = null;
  naiveTimes = 0;
  cutTexts = 0;
  readonly #cells: Cells;

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  /** Reports the first fault only: an operator mends a row from left to right. */
  refuse(column: string, reason: string): null {
    this.fault ??= { column, reason };
    return null;
  }

  /** Any text, exactly as it stands, but for space around it. */
  id(column: string): string | null {
    const text = this.#text(column)?.trim();
    if (text === undefined || text === '') return null;
    if (text.includes('\0') || !text.isWellFormed()) return this.refuse(column, 'holds a character that no database can store');
    return isLonger(text, LONGEST_ID) ? this.refuse(column, `is longer than ${LONGEST_ID} characters`) : text;
  }

  /** A text to be read by people: harmful characters taken out, trimmed; empty is null. */
  label(column: string, tooLong: 'refuse' | 'cut' = 'refuse'): string | null {
    const text = this.#text(column)?.replaceAll(HARMFUL, '').toWellFormed().trim();
    if (text === undefined || text === '') return null;
    if (!isLonger(text, LONGEST_TEXT)) return text;
    if (tooLong === 'refuse') return this.refuse(column, `is longer than ${LONGEST_TEXT} characters`);
    this.cutTexts++;
    return Array.from(text.slice(0, 2 * LONGEST_TEXT))
      .slice(0, LONGEST_TEXT)
      .join('')
      .trim();
  }

  time(column: string): string | null {
    const value = this.#value(column);
    if (value === null) return null;
    const read: ReadInstant | string = typeof value === 'number' ? readEpoch(value) : typeof value === 'string' ? readInstant(value) : 'is not a time';
    if (typeof read === 'string') return this.refuse(column, read);
    if (read.naive) this.naiveTimes++;
    return read.instant;
  }

  /** A day without a time. */
  day(column: string): string | null {
    const text = this.#text(column)?.trim();
    if (text === undefined || text === '') return null;
    return LocalDate.safeParse(text).success ? text : this.refuse(column, 'is not a day like 2026-10-31');
  }

  /** A whole number that is not negative. */
  count(column: string, largest: number = LARGEST_INTEGER): number | null {
    const number = this.#number(column);
    if (number === null) return null;
    if (number < 0) return this.refuse(column, 'is negative');
    if (!Number.isInteger(number)) return this.refuse(column, 'is not a whole number');
    return number > largest ? this.refuse(column, `is larger than ${largest}`) : number;
  }

  /** A number from `low` to `high`. */
  within(column: string, low: number, high: number): number | null {
    const number = this.#number(column);
    return number !== null && (number < low || number > high) ? this.refuse(column, `is not between ${low} and ${high}`) : number;
  }

  flag(column: string): boolean | null {
    const value = this.#value(column);
    if (value === null || typeof value === 'boolean') return value;
    const word = String(value).toLowerCase();
    if (TRUE.has(word)) return true;
    return FALSE.has(word) ? false : this.refuse(column, 'is neither true nor false (known: true, false, t, f, yes, no, y, n, 1, 0)');
  }

  oneOf<const T extends string>(column: string, words: readonly T[]): T | null {
    const text = this.label(column)?.toLowerCase();
    if (text === undefined) return null;
    return words.find((word) => word === text) ?? this.refuse(column, `is none of ${words.join(', ')}`);
  }

  /** Refuses the row when the value is missing. */
  required<T>(column: string, value: T | null): T {
    if (value === null) this.refuse(column, 'is missing');
    return value as T;
  }

  /** The cell; text is trimmed, and an empty one is null. */
  #value(column: string): string | number | boolean | null {
    const cell = this.#cells[column];
    if (cell === undefined || cell === null) return null;
    if (cell instanceof UnreadableCell) return this.refuse(column, cell.reason);
    return typeof cell === 'string' ? cell.trim() || null : cell;
  }

  #text(column: string): string | undefined {
    const cell = this.#cells[column];
    if (typeof cell === 'string') return cell;
    const value = this.#value(column);
    if (value === null) return undefined;
    // JSON numbers above 2^53 were rounded while they were read: two ids would become one
    if (typeof value === 'number' && !Number.isSafeInteger(value)) return this.refuse(column, 'is a number that is not exact; export it as text') ?? undefined;
    return String(value);
  }

  #number(column: string): number | null {
    const value = this.#value(column);
    if (value === null || typeof value === 'number') return value;
    if (typeof value === 'boolean') return this.refuse(column, 'is not a number');
    if (INTEGER.test(value)) return Number(value);
    const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
    return Number.isFinite(number) ? number : this.refuse(column, 'is not a number');
  }
}

/** Characters are counted as code points, so that an emoji is one; the lengths spare the counting for nearly every text. */
const isLonger = (text: string, limit: number): boolean => text.length > limit && (text.length > 2 * limit || Array.from(text).length > limit);
