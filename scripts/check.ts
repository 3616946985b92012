// `npm test`: every check and every test, closed by what failed, a table, and the line "N passed, N failed". Checks run one after the other, runners of
// tests two at a time: each of them waits a lot, and two cores are what CI has. A step that is not a test runner counts as one check.
//   node scripts/check.ts            all
//   node scripts/check.ts lint node  only the named steps
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { countsOf, type Counts } from './counts.ts';
import { type Failure, failuresOf, told } from './failures.ts';
import { OneByOne, type Voice } from './one-by-one.ts';

interface Step {
  name: string;
  command: string;
  /** Whose summary is read; null: the exit code is the one result. */
  summary: 'node' | 'line' | null;
}

const CHECKS: readonly Step[] = [
  { name: 'lock', command: 'node scripts/lock-trim.ts --check', summary: null },
  { name: 'format', command: 'oxfmt --check', summary: null },
  { name: 'lint', command: 'oxlint --type-aware', summary: null },
  { name: 'types', command: 'tsc -b', summary: null },
  { name: 'unused', command: 'knip', summary: null },
  { name: 'manifest', command: 'npm run --silent manifest && git diff --exit-code custom-elements.json', summary: null },
  { name: 'build', command: 'npm run --silent build', summary: null },
];

/** The longest first, but for e2e: it keeps both cores busy by itself, so it is the one to be left alone in the end. */
const TESTS: readonly Step[] = [
  { name: 'service', command: 'npm run --silent test:service', summary: 'node' },
  { name: 'browser', command: 'npm run --silent test:browser', summary: 'line' },
  { name: 'node', command: 'npm run --silent test:node', summary: 'node' },
  { name: 'e2e', command: 'npm run --silent test:e2e', summary: 'node' },
];

const STEPS = [...CHECKS, ...TESTS];

/** Tests start hundreds of processes, and each would compile the same sources again. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/compiled') };

interface Ran {
  code: number;
  output: string;
  errors: string;
}

/** Runs a command and returns what it said. */
function run(command: string, voice: Voice): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      voice.say(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk;
      voice.say(chunk);
    });
    child.on('close', (code) => {
      voice.end();
      done({ code: code ?? 1, output, errors });
    });
  });
}

interface Outcome extends Ran {
  step: Step;
  counts: Counts;
  seconds: number;
}

const voices = new OneByOne((text) => process.stdout.write(text));

async function check(step: Step): Promise<Outcome> {
  const start = performance.now();
  const ran = await run(step.command, voices.begin(`\n== ${step.name}: ${step.command}`));
  return { ...ran, step, counts: countsOf(step.summary, ran.output, ran.code), seconds: (performance.now() - start) / 1000 };
}

/** Begins the steps in their order, so many at a time. */
async function checkAll(steps: readonly Step[], atOnce: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const rest = [...steps.entries()];
  const lane = async (): Promise<void> => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) outcomes[next[0]] = await check(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return outcomes;
}

function lineOf({ step, counts: { passed, failed, skipped }, seconds }: Outcome): string {
  return `${step.name.padEnd(8)} ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''} (${seconds.toFixed(1)} s)`;
}

function add(total: Counts, one: Counts): void {
  total.passed += one.passed;
  total.failed += one.failed;
  total.skipped += one.skipped;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`Could not check ${unknown.join(', ')}: no such step. Name some of ${STEPS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const chosen = (steps: readonly Step[]): Step[] => steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const outcomes = [...(await checkAll(chosen(CHECKS), 1)), ...(await checkAll(chosen(TESTS), 2))];
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const { counts } of outcomes) add(total, counts);
const failures = outcomes.flatMap(({ step, counts, output, errors }): Failure[] => (counts.failed > 0 ? failuresOf(step.name, output, errors) : []));
if (failures.length > 0) console.log(`\n== failed\n${told(failures)}`);
console.log(`\n${outcomes.map(lineOf).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
