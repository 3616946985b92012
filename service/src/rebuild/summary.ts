import type { Rebuilt } from './run-rebuild.ts';

const number = (n: number): string => n.toLocaleString('en-US');
const organizations = (n: number): string => (n === 1 ? '1 organization' : `${number(n)} organizations`);
const chatsOf = (n: number): string => (n === 1 ? '1 chat' : `${number(n)} chats`);

/** What was done, what was not, and how to go on. */
export function rebuildSummary({ counted, chats, waiting, failed, left, last }: Rebuilt, seconds: number): string[] {
  return [
    `Counted ${organizations(counted)} anew: ${chatsOf(chats)}. ${seconds.toFixed(1)} s.`,
    ...(waiting > 0 ? [`Nothing is counted yet of ${organizations(waiting)}, whose first import has not finished.`] : []),
    ...failed.map((id) => `Failed; try again with: npm run rebuild -- --organization ${id}`),
    ...(left > 0 ? [`Stopped before ${organizations(left)}. Go on with: npm run rebuild${last === null ? '' : ` -- --after ${last}`}`] : []),
  ];
}
