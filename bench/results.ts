import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import type { Machine } from './machine.ts';
import { numberText, summaryOf, tableOf } from './table.ts';

export interface Run {
  name: string;
  /** A quick run proves that the benchmark works; its sizes are too small for the targets. */
  quick: boolean;
  machine: Machine;
  /** What else one has to know to read the figures, such as sizes and versions. */
  setting: Record<string, string | number>;
  started_at: string;
  minutes: number;
  figures: readonly Figure[];
}

const FOLDER = join(import.meta.dirname, 'results');

/** Writes the run as JSON and as a page, and prints the page. Quick runs go where git does not look. */
export function publish(run: Run): void {
  const folder = run.quick ? join(FOLDER, 'quick') : FOLDER;
  mkdirSync(folder, { recursive: true });
  const page = pageOf(run);
  writeFileSync(join(folder, `${run.name}.json`), `${JSON.stringify(run, null, 2)}\n`);
  writeFileSync(join(folder, `${run.name}.md`), page);
  console.log(`\n${page}`);
}

function pageOf({ name, quick, machine, setting, started_at, minutes, figures }: Run): string {
  const { processor, cores, memory_gb, system, node, load_before, commit } = machine;
  const settings = Object.entries(setting).map(([what, value]) => `${what} ${typeof value === 'number' ? value.toLocaleString('en-US') : value}`);
  return [
    `# npm run bench:${name}`,
    '',
    `${started_at.slice(0, 10)}, ${numberText(minutes)} minutes, commit ${commit ?? 'unknown'}. ${cores} cores (${processor}), ${memory_gb} GB, ${system}, Node ${node}, load before ${numberText(load_before)}.`,
    `${settings.join('; ')}.`,
    '',
    quick
      ? '**A quick run: too small for the targets to mean anything.**\n'
      : 'All figures are of this one run. A ratio of a busy machine is still a ratio; a time is not.\n',
    tableOf(figures),
    '',
    `${summaryOf(figures)}.`,
    '',
  ].join('\n');
}
