import assert from 'node:assert/strict';
import { shownText, waitForText } from '../../scripts/demo-browser.ts';
import { solved, watchFor, whatIsLeft } from './in-page.ts';
import type { Opened } from './opened.ts';

/** What a shell must never do: show figures of one person or organization to another. */
export async function signOutAndIn(opened: Opened): Promise<void> {
  const { page, server } = opened;
  const [first, other] = await opened.organizations();
  await showsCard(opened);
  await opened.go('/report');
  const before = solved(await shownText(await opened.whole()));

  // One more request, which is under way when its reader leaves.
  const answer = server.hold();
  await (await opened.place()).select('>>> select[name=period]', 'last_7');
  await opened.until(() => server.answering > 0, 'it asks for other days');
  await opened.turnSession();
  await waitForText(page, 'You are signed out.', 'body');
  await opened.until(() => server.answering === 0, 'nobody waits for an answer any more');
  const then = server.asked.length;
  answer();
  assert.deepEqual(await page.evaluate(whatIsLeft), []);
  assert.doesNotMatch(await shownText(page, 'body'), new RegExp(before));

  await page.select('select[name=organization]', other!.id);
  assert.deepEqual(server.asked.slice(then), [], 'nothing is asked for nobody');
  await opened.turnSession();
  await opened.go('/report');
  await (await opened.place()).evaluate(watchFor, before, 'now' as const);
  await opened.says('How customers felt');
  // The cards are drawn one after the other.
  const after = solved(await opened.says(/AI solved \d+/));
  assert.notEqual(after, before);
  assert.equal(await (await opened.place()).evaluate(() => tools.seen), 0);

  // Who was there first comes back, perhaps as somebody else of the same organization, and once more from the page of the card.
  await comesBack(opened, first!.id, before);
  await opened.go('/');
  await showsCard(opened);
  await comesBack(opened, first!.id, before);
}

/** Neither token nor figures were kept: both are asked for. */
async function comesBack(opened: Opened, organization: string, figure: string): Promise<void> {
  const { page, server } = opened;
  await opened.turnSession();
  await waitForText(page, 'You are signed out.', 'body');
  await page.select('select[name=organization]', organization);
  const then = server.asked.length;
  await opened.turnSession();
  await showsCard(opened);
  assert.ok(opened.askedFor('/dev/token', then) > 0, 'a token was kept');
  assert.ok(opened.askedFor('/v1/impact-report', then) > 0, 'figures were kept');
  await opened.go('/report');
  assert.equal(solved(await shownText(await opened.whole())), figure);
}

/** That of the first page, with its figures. */
async function showsCard(opened: Opened): Promise<void> {
  const { card } = opened.shell;
  const place = await opened.place(card);
  await place.waitForFunction(hasFigures, {}, `qontak-impact-${card}`);
}

/** Runs in the page. */
function hasFigures(tag: string): boolean {
  const root = document.querySelector(tag)?.shadowRoot;
  return root?.querySelector('[part~=root]') != null && root.querySelector('[aria-busy=true], [part~=error]') === null;
}
