// The result as a page of Markdown.
import type { Machine } from '../machine.ts';
import { isMet, type Measured, type Verdict } from './budgets.ts';

/** One way into the package, as a page without a bundler downloads it. */
export interface Entry {
  name: string;
  /** Compressed with brotli, before it draws. */
  first: number;
  files: number;
  /** With all that it may ask for later. */
  all: number;
}

export interface Result {
  measured_at: string;
  browser: string;
  rounds: number;
  machine: Machine;
  pages: Measured[];
  entries: Entry[];
  verdicts: Verdict[];
}

export function markdown({ measured_at, browser, rounds, machine, pages, entries, verdicts }: Result): string {
  const missed = verdicts.filter((verdict) => !isMet(verdict)).length;
  return `# The widgets beside what else a team would build

Written by \`npm run bench:widgets\`. ${measured_at}, ${browser}, median of ${rounds} rounds in one run, 4x CPU throttle, cold cache. ${machine.cores} cores (${machine.processor}), commit ${machine.commit ?? 'unknown'}, load before ${machine.load_before.toFixed(1)}. The machine is shared: read ratios, not milliseconds. What each page is and why: \`bench/peers/README.md\`.

## Budgets: ${verdicts.length - missed} met, ${missed} missed

${table(
  ['figure', 'budget', 'measured', ''],
  verdicts.map((verdict) => [verdict.what, verdict.budget, verdict.measured, isMet(verdict) ? 'met' : missedBy(verdict)]),
)}
## Start

${table(
  ['page', 'bytes', 'until hero', 'first paint', 'hero text', 'last chart', 'blocking', 'heap MB', 'shift'],
  pages.map(({ title, start, slow }) => [
    title,
    count(slow.bytes),
    count(slow.bytes_until_hero),
    ...[start.first_paint, start.hero, start.last_chart, start.blocking].map(count),
    start.heap.toFixed(1),
    start.shift.toFixed(3),
  ]),
)}
## Start on slow 4G

${table(
  ['page', 'requests', 'first paint', 'hero text', 'last chart', 'blocking'],
  pages.map(({ title, slow }) => [title, ...[slow.requests, slow.first_paint, slow.hero, slow.last_chart, slow.blocking].map(count)]),
)}
## At work, without throttle

${table(
  ['page', 'new data ms', 'toggle ms', 'mounts', 'freed', 'heap growth MB', 'listeners left', 'nodes left'],
  pages
    .filter(({ work, mounts }) => work !== null || mounts !== null)
    .map(({ title, work, mounts }) => [
      title,
      ...(work === null ? ['', ''] : [work.new_data.toFixed(1), work.toggle.toFixed(1)]),
      ...(mounts === null ? ['', '', '', '', ''] : [mounts.times, mounts.freed].map(count)),
      ...(mounts === null ? [] : [mounts.heap_growth.toFixed(2), count(mounts.listeners), count(mounts.nodes)]),
    ]),
)}
## Bytes of each entry

The package in parts, compressed with Brotli: what comes before an entry stands, and all that it may ask for later (Chart.js, a host's wording, the list of chats, ways out). One shared part of most entries is counted in each.

${table(
  ['entry', 'first', 'files', 'all'],
  entries.map(({ name, first, files, all }) => [name, ...[first, files, all].map(count)]),
)}`;
}

const missedBy = ({ used }: Verdict): string => (Number.isFinite(used) ? `missed by ${(100 * (used - 1)).toFixed(0)} %` : 'missed');

const count = (value: number): string => Math.round(value).toLocaleString('en-GB');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
