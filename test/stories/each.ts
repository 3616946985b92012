// Every story as a person meets it, in one language: on a telephone's width, in the light and in the dark, and in the colours of the shell's second
// family. Each language has a file of tests, and a page, of its own: both in one would take minutes.
import { assert } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Locale } from '#lang';
import { APPEARANCES } from '../appearances.ts';
import { allStories } from '../all-stories.ts';
import { tooPale } from '../contrast.ts';
import { readIn } from '../fake-service.ts';
import { forbiddenIn, holesIn } from '../forbidden-words.ts';
import { overflowing, redress, show } from '../on-page.ts';

export function testStories(locale: Locale): void {
  before(() => setViewport({ width: 1100, height: 900 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const story of allStories) {
    it(`${story.tag}: ${story.name}: plain words, no hole, nothing sticks out, in every appearance accessible and nothing too pale`, async () => {
      const { page, element } = await show(story, { locale });
      const text = readIn(element);
      assert.isAbove(text.length, 10);
      assert.deepEqual([...forbiddenIn(text), ...holesIn(text)], []);
      assert.deepEqual(overflowing(page, page.getBoundingClientRect().right), []);
      for (const appearance of APPEARANCES) {
        await redress(page, element, appearance);
        assert.deepEqual(tooPale(element), [], appearance);
        await assert.isAccessible(element);
      }
      page.remove();
    });
  }
}
