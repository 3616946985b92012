import { join } from 'node:path';
import { built, DIST } from '../../scripts/build/built.ts';
import { ENTRIES, REPOSITORY } from '../../scripts/build/entries.ts';
import { Weights } from '../../scripts/build/weights.ts';
import type { Entry } from './table.ts';

/** What each way into the package weighs; the one file is a way, too. */
export async function weighEntries(): Promise<Entry[]> {
  await built();
  const weights = new Weights(join(DIST, 'cdn', REPOSITORY.version));
  const one = weights.of('impact.js');
  const inParts = Object.keys(ENTRIES).map((name) => {
    const first = weights.first(name);
    return { name, first: weights.sum(first), files: first.size, all: weights.sum(weights.all(name)) };
  });
  return [...inParts, { name: 'impact.js (one file)', first: one, files: 1, all: one }];
}
