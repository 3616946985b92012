import type { PassResult } from './sync-pass.ts';

const number = (n: number): string => n.toLocaleString('en-US');

/** What a pass did, for the operator: counts only. Null: nothing changed. */
export function passSummary({ tables, counted, asOf }: PassResult): string | null {
  const parts = [...tables].flatMap(([kind, { read, changed, deleted, rejected, misspelled }]) => {
    if (changed + deleted + rejected === 0) return [];
    const counts = [`${number(read)} rows read`, `${number(changed)} changed`];
    if (deleted > 0) counts.push(`${number(deleted)} deleted`);
    if (rejected > 0) counts.push(`${number(rejected)} rejected (see sync_rejects)`);
    if (misspelled > 0) counts.push(`${number(misspelled)} with a misspelled closed_reason (see docs/sync.md)`);
    return [`${kind}: ${counts.join(', ')}`];
  });
  if (counted > 0) parts.push(`reports of ${number(counted)} ${counted === 1 ? 'organization' : 'organizations'} counted as of ${asOf ?? 'no moment yet'}`);
  return parts.length === 0 ? null : `${parts.join('; ')}.`;
}
