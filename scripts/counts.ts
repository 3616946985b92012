/** How many tests a step ran, and with what result. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const last = (pattern: RegExp, output: string): number => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);

/**
 * Reads a test runner's summary. A run that ended badly without a failed test (a crash, a file that did not load) counts as one failure,
 * and so does a runner that ran nothing: an empty suite proves nothing.
 */
export function countsOf(summary: 'node' | 'line' | null, output: string, code: number): Counts {
  if (summary === null) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const counts =
    summary === 'node'
      ? {
          passed: last(/^ℹ pass (\d+)$/gm, output),
          failed: last(/^ℹ fail (\d+)$/gm, output) + last(/^ℹ cancelled (\d+)$/gm, output),
          skipped: last(/^ℹ skipped (\d+)$/gm, output),
        }
      : {
          passed: last(/^(\d+) passed, \d+ failed/gm, output),
          failed: last(/^\d+ passed, (\d+) failed/gm, output),
          skipped: last(/^\d+ passed, \d+ failed, (\d+) skipped/gm, output),
        };
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}
