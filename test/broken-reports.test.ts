// A few hundred of the ten thousand broken reports (broken-reports.node.ts) in a real browser: drawn, or refused in words, in peace.
import { assert, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import type { Report } from '#report';
import { parseReport } from '#data';
import { readIn } from './fake-service.ts';
import { holesIn } from './forbidden-words.ts';
import { endOf, everything } from './on-page.ts';
import { anyReport } from './reports/any-report.ts';
import { WRITTEN } from './reports/any.ts';
import { mutated, randomFrom } from './reports/mutate.ts';
import { showReport } from './whole-report.ts';

const REPORTS = 240;

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Errors that nobody caught, and what was written to the console as one. */
function watchErrors(): { seen: string[]; stop: () => void } {
  const seen: string[] = [];
  const { error } = console;
  const note = (event: ErrorEvent | PromiseRejectionEvent): void => void seen.push(String('reason' in event ? event.reason : event.message));
  console.error = (...all: unknown[]) => void seen.push(all.map(String).join(' '));
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  return {
    seen,
    stop: () => {
      console.error = error;
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
    },
  };
}

/** What may stand in the console: the one line that tells an integrator what the contract refused. */
const isTold = (text: string): boolean => /IMPACT-\d{3}/.test(text);

describe('broken reports on a page', () => {
  let report: Report;
  before(async () => {
    report = await showReport();
  });
  after(() => report.remove());

  it(`${REPORTS} of them, one after the other: a reason or figures without a hole, and no error`, async () => {
    const seed = Date.now() % 2 ** 31;
    const random = randomFrom(seed);
    const bases = fc.sample(anyReport, { numRuns: 20, seed });
    const errors = watchErrors();
    const seen = { refused: 0, shown: 0 };
    for (let i = 0; i < REPORTS; i += 1) {
      const text = mutated(bases[i % bases.length]!, bases[(i + 1) % bases.length]!, random);
      const which = `seed ${seed}, report ${i}`;
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        continue;
      }
      if (typeof value !== 'object' || value === null) continue;
      report.data = value as never;
      await report.updateComplete;
      await frame();
      const refused = ((): boolean => {
        try {
          parseReport(value);
          return false;
        } catch {
          return true;
        }
      })();
      if (refused) {
        seen.refused += 1;
        assert.equal(endOf(report.shadowRoot!), 'failed', which);
        assert.include(readIn(report), 'This page needs an update', which);
      } else {
        seen.shown += 1;
        await waitUntil(() => report.shadowRoot!.querySelector('.hero')?.shadowRoot?.querySelector('[aria-busy="false"]'), `${which} is never shown`);
        assert.deepEqual(holesIn(readIn(report).replaceAll(WRITTEN, '')), [], which);
        assert.isFalse(
          [...everything(report)].some((element) => element.matches('script, img, iframe')),
          `${which}: markup from the data`,
        );
      }
    }
    errors.stop();
    assert.deepEqual(
      errors.seen.filter((text) => !isTold(text)),
      [],
      `seed ${seed}`,
    );
    assert.isAbove(Math.min(seen.refused, seen.shown), 20, JSON.stringify(seen));
  });
});
