// Every story as a person meets it: both languages, on a telephone's width, in the light and in the dark, and in the colours of the shell's second family.
import { assert } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { loadWording, LOCALES, type Messages } from '#lang';
import { APPEARANCES } from './appearances.ts';
import { allStories, allStrings } from './all-stories.ts';
import { tooPale } from './contrast.ts';
import { readIn } from './fake-service.ts';
import { forbiddenIn, holesIn } from './forbidden-words.ts';
import { cutOff, frames, overflowing, redress, show } from './on-page.ts';

/** A telephone, a tablet, the panel of the shell. */
const WIDTHS = [360, 768, 1016] as const;

/** Every text 40 % longer, as another language might be. */
const longer = (text: string): string => `${text} ${'panjangnya '.repeat(Math.ceil((text.length * 0.4) / 11)).slice(0, Math.ceil(text.length * 0.4))}`;
const pseudo: Messages = {
  id: Object.fromEntries(allStrings.map(({ namespace, id }) => [namespace, Object.fromEntries(Object.entries(id).map(([key, text]) => [key, longer(text)]))])),
};

// So that a story speaks the longer texts from its first frame.
before(async () => {
  await loadWording();
  await setViewport({ width: 1100, height: 900 });
});
after(() => setViewport({ width: 800, height: 600 }));

for (const story of allStories) {
  describe(`${story.tag}: ${story.name}`, () => {
    for (const locale of LOCALES) {
      it(`${locale}: plain words, no hole, nothing sticks out, in every appearance accessible and nothing too pale`, async () => {
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

    it('fits when every text is 40 % longer', async () => {
      const { page, element } = await show(story, { locale: 'id', messages: pseudo });
      assert.match(readIn(element), /panjang/);
      for (const width of WIDTHS) {
        page.style.inlineSize = `${width}px`;
        // What is drawn anew when its place changes hears of that in the next frame. At the first width it stands already.
        if (width !== WIDTHS[0]) await frames(2);
        assert.deepEqual(overflowing(page, page.getBoundingClientRect().right), [], `${width} px`);
        assert.deepEqual(cutOff(element), [], `${width} px`);
      }
      page.remove();
    });
  });
}
