// What can happen to a report on its way, for the sandbox: every state can be looked at without waiting for bad luck.
import type { Fetcher } from '#data';
import { createFetcher } from '#mocks/fetcher';
import { createMocks } from '#mocks/handlers';
import { profilesUnder, SHOP_CONDITIONS, type ShopCondition } from '#mocks/sandbox/conditions';

/** How the answer travels. */
const TRAVEL = ['normal', 'slow', 'failed', 'forbidden', 'offline', 'stale'] as const;
export type Condition = (typeof TRAVEL)[number] | ShopCondition;
export const CONDITIONS: readonly Condition[] = [...TRAVEL, ...SHOP_CONDITIONS];

const SLOW_MS = 5000;

/** A service of its own under the condition: what the page around the report asks for is not disturbed. */
export function fetcherUnder(condition: Condition): Fetcher {
  const shop = SHOP_CONDITIONS.find((one) => one === condition);
  const mocks = createMocks(shop === undefined ? {} : { profiles: profilesUnder(shop) });
  const fetcher = createFetcher(mocks);
  switch (condition) {
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
      return fetcher;
  }
}
