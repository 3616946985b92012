// Every story as a person meets it: both languages, both themes, on a telephone's width.
import { assert, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { loadWording, LOCALES, type Messages } from '#lang';
import type { Settings } from '#state';
import { perform, type Story } from '#kit';
import { allStories, allStrings } from './all-stories.ts';
import { readIn } from './fake-service.ts';
import { forbiddenIn, holesIn } from './forbidden-words.ts';
import { endOf, overflowing } from './on-page.ts';

const THEMES = ['light', 'dark'] as const;

/** Shows a story in a wrapper of 360 px and waits until it has come to its end. */
async function show(story: Story, settings: Partial<Settings>): Promise<{ page: HTMLElement; element: LitElement & Settings }> {
  const page = document.createElement('main');
  page.style.cssText = `inline-size: 360px; background: ${settings.theme === 'dark' ? '#161a1d' : '#f1f5f9'}`;
  const element = document.createElement(story.tag) as LitElement & Settings;
  Object.assign(element, story.settings(), settings);
  page.append(element);
  document.body.append(page);
  const root = element.shadowRoot!;
  await waitUntil(() => endOf(root) === story.ends, `${story.tag} ${story.name} does not end ${story.ends}`, { timeout: 5000 });
  await perform(element, story);
  for (const nested of root.querySelectorAll<LitElement>('*')) await nested.updateComplete;
  return { page, element };
}

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
