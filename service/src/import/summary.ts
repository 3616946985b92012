import type { FileResult } from './import-file.ts';
import type { RefreshResult } from './refresh-after.ts';
import type { ReusedRooms } from './reused-rooms.ts';
import { columnsOf } from './columns.ts';
import type { CheckedSource } from './check-source.ts';
import type { Misspelled } from './closed-reason.ts';

const number = (n: number): string => n.toLocaleString('en-US');
const rows = (n: number): string => `${number(n)} ${n === 1 ? 'row' : 'rows'}`;
const times = (n: number): string => `${number(n)} ${n === 1 ? 'time' : 'times'}`;

/** What became of a file, for the operator. Counts and column names only: values of rows are customers' data. */
export function fileSummary(result: FileResult, rejectsPath: string): string[] {
  const { file, outcome, resumedAt, read, changed, rejected, notes } = result;
  const name = `${file.source.name} (${file.source.kind})`;
  const misspelled = misspelledSummary(file.misspelled);
  if (outcome === 'already') return [`${name}: already imported, nothing to do.`, ...misspelled];
  const unchanged = read - rejected - changed;
  const lines = [`${name}: ${rows(read)} read, ${number(changed)} changed, ${number(unchanged)} unchanged, ${number(rejected)} rejected.`];
  if (resumedAt > 0) lines.push(`  Went on after ${rows(resumedAt)} that an interrupted run had done.`);
  if (rejected > 0) lines.push(`  Rejected rows are in ${rejectsPath}, with line, column and reason${causes(notes.rejectedFor, resumedAt)}.`);
  if (notes.naiveTimes > 0) lines.push(`  ${times(notes.naiveTimes)} without a zone: read as UTC.`);
  if (notes.cutTexts > 0) lines.push(`  ${number(notes.cutTexts)} topics were longer than 120 characters: cut.`);
  if (notes.futureRows > 0) {
    lines.push(
      `  ${rows(notes.futureRows)} with times more than an hour ahead: imported, but they do not move as_of. Name the moment to count as of with --as-of if they are right.`,
    );
  }
  return [...lines, ...misspelled];
}

/** The known word may be said: it stands in the documentation. What the row holds may not. */
const misspelledSummary = (misspelled: Misspelled): string[] =>
  Object.entries(misspelled).map(
    ([known, n]) =>
      `  ${rows(n)} with a closed_reason that looks like ${known} but differs in case, spaces or signs: not counted as ${known}. If it means ${known}, write it so in the export and import it again.`,
  );

function causes(rejectedFor: Readonly<Record<string, number>>, resumedAt: number): string {
  const parts = Object.entries(rejectedFor)
    .sort(([, a], [, b]) => b - a)
    .map(([what, n]) => `${what} ${number(n)}`);
  return parts.length === 0 ? '' : ` (${resumedAt > 0 ? 'in this run: ' : ''}${parts.join(', ')})`;
}

/** What a file of rooms lacks: nothing fails, but some outcomes cannot be told. Activity lacks columns as a rule; the report says so where it matters. */
export function absentColumns({ source, columns }: CheckedSource): string | null {
  if (source.kind !== 'rooms') return null;
  const absent = columnsOf('rooms').filter((column) => column !== 'organization_id' && !columns.has(column));
  if (absent.length === 0) return null;
  const blind = absent.includes('first_inbound_at') ? ' Without first_inbound_at no chat has a customer message, so none is counted.' : '';
  return `${source.name} has no column ${absent.join(', ')}: stored as not known.${blind}`;
}

/** Where rooms are used again: whether the closes make as many chats as they should. */
export function reusedSummary({ rooms, closes, silent, waiting, repeated, chats }: ReusedRooms): string {
  const parts = [
    silent > 0 ? `${number(silent)} without a message of the customer` : '',
    repeated > 0 ? `${number(repeated)} closed a chat once more` : '',
    waiting > 0 ? `${number(waiting)} wait for the row of their room` : '',
  ].filter((part) => part !== '');
  return `Rooms are used again: ${number(closes)} closes of ${number(rooms)} rooms${parts.length === 0 ? '' : ` (${parts.join(', ')})`}, ${number(chats)} chats.`;
}

export function refreshSummary({ refreshed, asOf }: RefreshResult, { files, seconds }: { files: number; seconds: number }): string[] {
  const took = `${seconds.toFixed(1)} s.`;
  if (asOf === null && files === 0) return [`The organization is there. Its reports begin with its first chats. ${took}`];
  if (asOf === null) return [`Nothing is counted yet: no event is known that is not in the future. Name the moment to count as of with --as-of. ${took}`];
  return [`${refreshed ? 'Reports are counted as of' : 'Reports stay as of'} ${asOf}. ${took}`];
}
