// Every story in a language whose texts are 40 % longer, at each width: nothing sticks out, and nothing is cut off.
import { assert } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { loadWording, type Messages } from '#lang';
import { allStories, allStrings } from '../all-stories.ts';
import { readIn } from '../fake-service.ts';
import { cutOff, frames, overflowing, show } from '../on-page.ts';

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
  it(`${story.tag}: ${story.name}`, async () => {
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
}
