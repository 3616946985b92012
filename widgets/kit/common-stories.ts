import type { ImpactReport } from '@qontak/impact-contract';
import type { Fetcher } from '#data';
import { failing, waiting } from './sample-report.ts';
import type { Act, Story } from './story.ts';

const ORIGIN = 'https://metrics.example.id';

/** On a device without a network. The client asks the browser whether there is one, so for that moment the browser says no. */
export const offline = (): Promise<never> => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  setTimeout(() => Reflect.deleteProperty(navigator, 'onLine'));
  return Promise.reject(new TypeError('Failed to fetch'));
};

/** Answers once, and is then too busy to. */
function answeringOnce(report: ImpactReport): Fetcher {
  let answered = false;
  return async () => {
    if (answered) return new Response(null, { status: 429 });
    answered = true;
    return Response.json(report);
  };
}

// Asked before the first answer has come, it would share that answer.
const renew: Act = (root) => {
  if (root.querySelector('[aria-busy="false"]') === null) return false;
  void (root.host as unknown as { refresh(): Promise<void> }).refresh();
  return true;
};
const saysOlder: Act = (root) => root.querySelector('.notice[role="status"]') !== null;

// A fetcher is an identity: each showing of a story gets its own.
const asking = (tag: string, name: string, ends: Story['ends'], fetcher: () => Fetcher): Story => ({
  tag,
  name,
  settings: () => ({ src: ORIGIN, fetcher: fetcher() }),
  ends,
});

/** While there is no report, and when there is none to be had: the same for all that shows one. */
export const withoutReport = (tag: string): Story[] => [
  asking(tag, 'loading', 'loading', waiting),
  // Of the failures after which a reader can try again the one that the client does not try again by itself, a second later.
  asking(tag, 'too many requests', 'failed', () => failing(429)),
  asking(tag, 'offline', 'failed', () => offline),
  asking(tag, 'forbidden', 'failed', () => failing(403)),
];

/** What every widget can come to, whatever it shows: the same stories for all, under the same names. */
export const commonStories = (tag: string, report: () => ImpactReport): Story[] => [
  ...withoutReport(tag),
  { ...asking(tag, 'older figures', 'ready', () => answeringOnce(report())), acts: [renew, saysOlder] },
];
