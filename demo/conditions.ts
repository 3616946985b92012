// What can happen to a report on its way, for the sandbox: every state can be looked at without waiting for bad luck.
import { ImpactReport } from '@qontak/impact-contract';
import type { Fetcher } from '#data';
import { scenario, type ScenarioName } from '#mocks';
import { createFetcher } from '#mocks/fetcher';
import { createMocks } from '#mocks/handlers';

/** How the answer travels. */
const TRAVEL = ['normal', 'slow', 'failed', 'forbidden', 'offline', 'stale'] as const;
/** What the answer says instead of the simulated figures. */
const FIGURES = ['provisional', 'checking', 'rough', 'x_of_n', 'counts', 'empty', 'no_data_yet'] as const satisfies readonly ScenarioName[];

type Figures = (typeof FIGURES)[number];
export type Condition = (typeof TRAVEL)[number] | Figures;
export const CONDITIONS: readonly Condition[] = [...TRAVEL, ...FIGURES];

const SLOW_MS = 5000;

/** A service of its own under the condition: what the page around the report asks for is not disturbed. */
export function fetcherUnder(condition: Condition): Fetcher {
  const mocks = createMocks();
  const fetcher = createFetcher(mocks);
  switch (condition) {
    case 'normal':
      return fetcher;
    case 'slow':
      mocks.delay = SLOW_MS;
      return fetcher;
    case 'failed':
      mocks.failure = 'unavailable';
      return fetcher;
    case 'forbidden':
    case 'offline':
      mocks.failure = condition;
      return fetcher;
    case 'stale':
      return async (url, init) => {
        const response = await fetcher(url, init);
        mocks.failure = 'unavailable';
        return response;
      };
    default:
      return withFigures(condition, fetcher);
  }
}

/** The organization stays the one that was asked for, so that the answer is still addressed to the reader. */
function withFigures(name: Figures, fetcher: Fetcher): Fetcher {
  return async (url, init) => {
    const response = await fetcher(url, init);
    if (!response.ok) return response;
    const { meta } = ImpactReport.parse(await response.json());
    const report = scenario(name);
    return Response.json({ ...report, meta: { ...report.meta, organization: meta.organization, channels: meta.channels } } satisfies ImpactReport);
  };
}
