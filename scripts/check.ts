// `npm test`: every check and every test, one after the other (two of them at once would fight over two cores), closed by the line
// "N passed, N failed". A step that is not a test runner counts as one check.
//   node scripts/check.ts            all
//   node scripts/check.ts lint node  only the named steps
import { spawn } from 'node:child_process';
import { countsOf, type Counts } from './counts.ts';

interface Step {
  name: string;
  command: string;
  /** Whose summary is read; null: the exit code is the one result. */
  summary: 'node' | 'line' | null;
}

const STEPS: readonly Step[] = [
  { name: 'lock', command: 'node scripts/lock-trim.ts --check', summary: null },
  { name: 'format', command: 'oxfmt --check', summary: null },
  { name: 'lint', command: 'oxlint --type-aware', summary: null },
  { name: 'types', command: 'tsc -b', summary: null },
  { name: 'unused', command: 'knip', summary: null },
  { name: 'manifest', command: 'npm run --silent manifest && git diff --exit-code custom-elements.json', summary: null },
  { name: 'build', command: 'npm run --silent build', summary: null },
  { name: 'node', command: 'npm run --silent test:node', summary: 'node' },
  { name: 'service', command: 'npm run --silent test:service', summary: 'node' },
  { name: 'browser', command: 'npm run --silent test:browser', summary: 'line' },
  { name: 'e2e', command: 'npm run --silent test:e2e', summary: 'node' },
];

/** Runs a command, shows its output as it comes and returns it. */
function run(command: string): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

function add(total: Counts, one: Counts): void {
  total.passed += one.passed;
  total.failed += one.failed;
  total.skipped += one.skipped;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`Could not check ${unknown.join(', ')}: no such step. Name some of ${STEPS.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const report: string[] = [];
for (const step of STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n== ${step.name}: ${step.command}`);
  const start = performance.now();
  const { code, output } = await run(step.command);
  const counts = countsOf(step.summary, output, code);
  add(total, counts);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  report.push(`${step.name.padEnd(8)} ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''} (${seconds} s)`);
}
console.log(`\n${report.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
