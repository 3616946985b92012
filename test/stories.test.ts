// Every story as a person meets it: both languages, both themes, on a telephone's width.
import { assert } from '@open-wc/testing';
import { loadWording, LOCALES, type Messages } from '#lang';
import { allStories, allStrings } from './all-stories.ts';
import { readIn } from './fake-service.ts';
import { forbiddenIn, holesIn } from './forbidden-words.ts';
import { overflowing, show } from './on-page.ts';

const THEMES = ['light', 'dark'] as const;

/** Every text 40 % longer, as another language might be. */
const longer = (text: string): string => `${text} ${'panjangnya '.repeat(Math.ceil((text.length * 0.4) / 11)).slice(0, Math.ceil(text.length * 0.4))}`;
const pseudo: Messages = {
  id: Object.fromEntries(allStrings.map(({ namespace, id }) => [namespace, Object.fromEntries(Object.entries(id).map(([key, text]) => [key, longer(text)]))])),
};

// So that a story speaks the longer texts from its first frame.
before(async () => void (await loadWording()));

for (const story of allStories) {
  describe(`${story.tag}: ${story.name}`, () => {
    for (const locale of LOCALES) {
      for (const theme of THEMES) {
        it(`${locale}, ${theme}: plain words, no hole, nothing sticks out, accessible`, async () => {
          const { page, element } = await show(story, { locale, theme });
          const text = readIn(element);
          assert.isAbove(text.length, 10);
          assert.deepEqual([...forbiddenIn(text), ...holesIn(text)], []);
          assert.deepEqual(overflowing(page, page.getBoundingClientRect().right), []);
          await assert.isAccessible(element);
          page.remove();
        });
      }
    }

    it('fits when every text is 40 % longer', async () => {
      const { page, element } = await show(story, { locale: 'id', messages: pseudo });
      assert.match(readIn(element), /panjang/);
      assert.deepEqual(overflowing(page, page.getBoundingClientRect().right), []);
      page.remove();
    });
  });
}
