// `npm run bench:widgets`: the same page, ours and as it would otherwise be built, in one browser and one run.
//   --rounds 15    cold starts of each page; slow 4G gets a third of them
//   --quick        3 rounds and 50 mounts: does it work?
//   --only a,b     these pages alone, by the names of their folders; nothing is written
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromium } from '../../scripts/chromium.ts';
import { thisMachine } from '../machine.ts';
import { median } from '../statistics.ts';
import { judge, type Measured } from './budgets.ts';
import { weighEntries } from './entries.ts';
import { type Conditions, measureStart, SLOW_4G, type Start } from './load.ts';
import { measureMounts } from './mounts.ts';
import { type BenchPage, BUILT, buildPages, PAGES } from './pages.ts';
import { reports } from './reports.ts';
import { countRequests } from './requests.ts';
import { serve } from './serve.ts';
import { markdown, type Result } from './table.ts';
import { measureWork } from './work.ts';

const FAST: Conditions = { cpu: 4, network: null };
const SLOW: Conditions = { cpu: 4, network: SLOW_4G };

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const RESULTS = join(import.meta.dirname, '../results', options.quick ? 'quick' : '');
const only = options.only?.split(',');
const pages = PAGES.filter(({ name }) => only === undefined || only.includes(name));
const rounds = options.quick ? 3 : Number(options.rounds);
const slowRounds = Math.max(1, Math.ceil(rounds / 3));
const mounts = options.quick ? 50 : 500;
const { first, second } = reports();
const machine = thisMachine();

const say = (what: string): void => void process.stderr.write(`${what}\n`);

/** Round by round through all pages, so that what disturbs the machine disturbs all of them. */
async function starts(browser: Browser, origin: string, conditions: Conditions, times: number): Promise<Map<BenchPage, Start>> {
  const all = new Map<BenchPage, Start[]>(pages.map((page) => [page, []]));
  for (let round = 1; round <= times; round += 1) {
    say(`${conditions.network === null ? 'start' : 'start on slow 4G'}: round ${round} of ${times}`);
    for (const [page, measured] of all) measured.push(await measureStart(browser, `${origin}/${page.name}/`, page, conditions));
  }
  return new Map([...all].map(([page, measured]) => [page, medianOf(measured)]));
}

function medianOf(measured: readonly Start[]): Start {
  const fields = Object.keys(measured[0]!) as (keyof Start)[];
  return Object.fromEntries(fields.map((field) => [field, median(measured.map((start) => start[field]))])) as unknown as Start;
}

async function measure(browser: Browser, origin: string): Promise<Measured[]> {
  const fast = await starts(browser, origin, FAST, rounds);
  const slow = await starts(browser, origin, SLOW, slowRounds);
  const all: Measured[] = [];
  for (const page of pages) {
    const { name, title, kind } = page;
    const url = `${origin}/${name}/`;
    say(`at work: ${name}`);
    const works = kind !== 'floor';
    all.push({
      name,
      title,
      kind,
      start: fast.get(page)!,
      slow: slow.get(page)!,
      work: works ? await measureWork(browser, url, page, [first, second], 2 * rounds + 10) : null,
      mounts: works ? await measureMounts(browser, url, page, first, mounts) : null,
    });
  }
  return all;
}

await buildPages(pages);
const entries = await weighEntries();
const serving = await serve(BUILT, first);
const launch = await chromium();
// A browser without a language calls itself by a name that no Intl knows, and Carbon asks it.
const browser = await puppeteer.launch({ ...launch, args: [...launch.args, '--lang=id-ID', '--accept-lang=id-ID'] });
try {
  const measured = await measure(browser, serving.origin);
  const ours = measured.find(({ name }) => name === 'ours');
  const alone = ours && (await countRequests(browser, `${serving.origin}/ours/`, PAGES[0]!));
  const result: Result = {
    measured_at: new Date().toISOString().slice(0, 10),
    browser: await browser.version(),
    rounds,
    machine,
    pages: measured,
    entries,
    verdicts: ours && alone ? judge(ours, measured, alone.requests) : [],
  };
  console.log(markdown(result));
  if (only === undefined) {
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, 'widgets.md'), markdown(result));
    writeFileSync(join(RESULTS, 'widgets.json'), `${JSON.stringify(result, null, 2)}\n`);
  }
} finally {
  await browser.close();
  serving.close();
}
