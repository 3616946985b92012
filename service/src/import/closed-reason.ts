import { CellReader } from './cell-reader.ts';
import type { Cells } from './record.ts';

/** The closing reasons that decide about a chat, as the view `episodes` compares them. */
const KNOWN = {
  RESOLVE_AI: (reason: string): boolean => reason === 'RESOLVE_AI',
  SPAM: (reason: string): boolean => reason.toUpperCase() === 'SPAM',
  BLOCKED: (reason: string): boolean => reason.toUpperCase() === 'BLOCKED',
} as const;

type KnownReason = keyof typeof KNOWN;

/** How many rows have a closing reason that looks like a known one. */
export type Misspelled = Partial<Record<KnownReason, number>>;

// Letters alone: what else may differ is case, and what stands between words.
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

const BY_LETTERS = new Map((Object.keys(KNOWN) as KnownReason[]).map((known) => [lettersOf(known), known]));

/**
 * Notes a row whose closing reason looks like a known one and is not taken as it, such as `resolve_ai`. It is not corrected: the specification takes
 * what the source writes by the letter. But a whole export in another spelling would show a shop whose AI solves nothing.
 */
export function noteMisspelled(noted: Misspelled, cells: Cells): void {
  const reason = new CellReader(cells).label('closed_reason');
  const known = reason === null ? undefined : BY_LETTERS.get(lettersOf(reason));
  if (known !== undefined && !KNOWN[known](reason!)) noted[known] = (noted[known] ?? 0) + 1;
}

/** How many rows are noted. */
export const countMisspelled = (noted: Misspelled): number => Object.values(noted).reduce((sum, n) => sum + n, 0);
