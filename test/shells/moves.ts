// A report that is put elsewhere in its page, as frameworks do with what they keep.
import assert from 'node:assert/strict';
import { shownText } from '../../scripts/demo-browser.ts';
import { differenceOf, solved } from './in-page.ts';
import type { Opened } from './opened.ts';
import { chartsAreDrawn } from './tools.ts';

export async function moveReport(opened: Opened): Promise<void> {
  const { server } = opened;
  const place = await opened.whole();
  const before = await shownText(place);
  const then = server.asked.length;
  await place.evaluate(async () => {
    const report = tools.report()!;
    const home = report.parentElement!;
    const elsewhere = document.body.appendChild(document.createElement('section'));
    elsewhere.append(report);
    await tools.frame();
    home.append(report);
    await tools.frame();
    elsewhere.moveBefore(report, null);
    await tools.frame();
    home.moveBefore(report, null);
    elsewhere.remove();
    await tools.frame();
  });
  assert.equal(differenceOf(before, await shownText(place)), null);
  await place.waitForFunction(chartsAreDrawn);
  assert.deepEqual(server.asked.slice(then), []);
  await opened.page.select('select[name=locale]', 'id');
  await opened.says(/AI menyelesaikan sendiri \d+/);
}

/** A browser loads the page of a frame that is taken out and put in again another time. */
export async function moveFrame(opened: Opened): Promise<void> {
  const { page, server } = opened;
  const before = solved(await shownText(await opened.whole()));
  await page.evaluate(() => {
    const elsewhere = Object.assign(document.createElement('section'), { id: 'elsewhere' });
    document.body.append(elsewhere);
    elsewhere.append(document.querySelector('iframe')!);
  });
  await page.waitForSelector('#elsewhere > iframe');
  await opened.whole();
  assert.equal(solved(await shownText(await opened.place())), before);
  const then = server.asked.length;
  await page.evaluate(() => document.querySelector('main')!.moveBefore(document.querySelector('iframe')!, null));
  assert.equal(solved(await shownText(await opened.whole())), before);
  assert.deepEqual(server.asked.slice(then), []);
}
