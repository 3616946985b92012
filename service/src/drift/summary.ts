import type { Checked, Difference, DriftResult, Unchecked } from './run-drift.ts';

/** Enough to see what kind of drift it is; a rebuild puts all of it right. */
const LINES = 20;

const number = (n: number): string => n.toLocaleString('en-US');
const counted = (n: number, one: string): string => (n === 1 ? `1 ${one}` : `${number(n)} ${one}s`);

/** What was found about one organization, and what to do about it. */
export function organizationLines(organization: Checked | Unchecked): string[] {
  if ('reason' in organization)
    return [`Organization ${organization.id} could not be checked, by a fault of this program or of its database:`, organization.reason];
  const { id, asOf, checked, days, pending, differences } = organization;
  if (asOf === null) return [`Organization ${id}: nothing is counted yet.`];
  const n = differences.length;
  const verdict = n === 0 ? 'equal' : n === 1 ? '1 figure differs' : `${number(n)} figures differ`;
  return [
    `Organization ${id}: ${number(checked.length)} of ${counted(days, 'day')} recounted as of ${asOf}: ${verdict}.`,
    ...differences.slice(0, LINES).map((difference) => `  ${differenceLine(difference)}`),
    ...(n > LINES ? [`  and ${number(n - LINES)} more`] : []),
    ...(pending.length > 0 ? [`  ${pendingLine(pending)}`] : []),
    ...(n === 0 ? [] : [`  Put it right with: npm run rebuild -- --organization ${id}`]),
  ];
}

function differenceLine({ part, unit, dimension, key, day, measure, stored, recounted, chats }: Difference): string {
  const figures = `stored ${stored ?? 'nothing'}, recounted ${recounted ?? 'nothing'}`;
  if (part === 'chats') return `${day} ${measure} of ${counted(chats!, 'chat')}, the first: ${figures}`;
  return `${unit === null ? '' : `${unit} of `}${day}${dimension === 'all' ? '' : ` ${dimension} ${key}`} ${measure}: ${figures}`;
}

const pendingLine = (pending: readonly string[]): string =>
  `Pending, not compared: ${pending.slice(0, LINES).join(', ')}${pending.length > LINES ? ` and ${counted(pending.length - LINES, 'other day')}` : ''}`;

/** The last line: all organizations together, and how to take the same sample again. */
export function driftSummary({ seed, organizations, left }: DriftResult, sampled: boolean, seconds: number): string[] {
  const drifted = organizations.filter((one) => 'differences' in one && one.differences.length > 0).length;
  const failed = organizations.filter((one) => 'reason' in one).length;
  const again = sampled ? ` The same days again: --seed ${seed}.` : '';
  return [
    `${counted(organizations.length, 'organization')} checked, drift in ${number(drifted)}. ${seconds.toFixed(1)} s.${again}`,
    ...(failed > 0 ? [`${counted(failed, 'organization')} could not be checked.`] : []),
    ...(left > 0 ? [`Stopped before ${counted(left, 'organization')}.`] : []),
  ];
}
