// `npm test`: every check and every test, closed by what failed, a table, and the line "N passed, N failed". One after the other, but for the two
// long ones that keep one core each busy. A step that is not a test runner counts as one check.
//   node scripts/check.ts            all
//   node scripts/check.ts lint node  only the named steps
import { spawn } from 'node:child_process';
import { countsOf, type Counts } from './counts.ts';
import { type Failure, failuresOf, told } from './failures.ts';

interface Step {
  name: string;
  command: string;
  /** Whose summary is read; null: the exit code is the one result. */
  summary: 'node' | 'line' | null;
}

/** Those of one row run at the same time; the output of the first is shown as it comes, that of the others after it. */
const ROWS: readonly (readonly Step[])[] = [
  [{ name: 'lock', command: 'node scripts/lock-trim.ts --check', summary: null }],
  [{ name: 'format', command: 'oxfmt --check', summary: null }],
  [{ name: 'lint', command: 'oxlint --type-aware', summary: null }],
  [{ name: 'types', command: 'tsc -b', summary: null }],
  [{ name: 'unused', command: 'knip', summary: null }],
  [{ name: 'manifest', command: 'npm run --silent manifest && git diff --exit-code custom-elements.json', summary: null }],
  [{ name: 'build', command: 'npm run --silent build', summary: null }],
  [
    { name: 'node', command: 'npm run --silent test:node', summary: 'node' },
    { name: 'service', command: 'npm run --silent test:service', summary: 'node' },
  ],
  [{ name: 'browser', command: 'npm run --silent test:browser', summary: 'line' }],
  [{ name: 'e2e', command: 'npm run --silent test:e2e', summary: 'node' }],
];

/** Runs a command and returns its output. */
function run(command: string, live: boolean): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (live) process.stdout.write(chunk);
    });
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

interface Outcome {
  step: Step;
  counts: Counts;
  output: string;
  seconds: number;
}

async function check(step: Step, live: boolean): Promise<Outcome> {
  const start = performance.now();
  const { code, output } = await run(step.command, live);
  return { step, counts: countsOf(step.summary, output, code), output, seconds: (performance.now() - start) / 1000 };
}

const titleOf = ({ name, command }: Step): string => `\n== ${name}: ${command}`;

function lineOf({ step, counts: { passed, failed, skipped }, seconds }: Outcome): string {
  return `${step.name.padEnd(8)} ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} (${seconds.toFixed(1)} s)`;
}

function add(total: Counts, one: Counts): void {
  total.passed += one.passed;
  total.failed += one.failed;
  total.skipped += one.skipped;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !ROWS.flat().some((step) => step.name === name));
if (unknown.length > 0) {
  const names = ROWS.flat().map(({ name }) => name);
  console.error(`Could not check ${unknown.join(', ')}: no such step. Name some of ${names.join(', ')}.`);
  process.exit(2);
}
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const report: string[] = [];
const failures: Failure[] = [];
for (const row of ROWS) {
  const steps = row.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (steps[0] !== undefined) console.log(titleOf(steps[0]));
  const outcomes = await Promise.all(steps.map((step, at) => check(step, at === 0)));
  for (const [at, outcome] of outcomes.entries()) {
    if (at > 0) console.log(`${titleOf(outcome.step)}\n${outcome.output}`);
    add(total, outcome.counts);
    report.push(lineOf(outcome));
    if (outcome.counts.failed > 0) failures.push(...failuresOf(outcome.step.name, outcome.output));
  }
}
if (failures.length > 0) console.log(`\n== failed\n${told(failures)}`);
console.log(`\n${report.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
