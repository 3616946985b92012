// The custom properties of the public interface: a value that a host sets on the page comes to where it belongs, past everything that keeps
// the page's own styles out.
import { assert } from '@open-wc/testing';
import { allStories } from './all-stories.ts';
import { everything, show } from './on-page.ts';

const INK = 'rgb(1, 2, 3)';
/** Property, what it is set to, and the story (element, name) in which it can be seen. */
const TABLE: readonly [property: string, value: string, tag: string, story: string, look?: (root: ShadowRoot) => void][] = [
  ['font-family', 'Georgia', 'hero', 'full'],
  ['font-size', '17px', 'hero', 'full'],
  ['text', INK, 'hero', 'full'],
  ['text-muted', INK, 'hero', 'full'],
  ['surface', INK, 'hero', 'full'],
  ['surface-2', INK, 'hero', 'loading'],
  ['border', INK, 'hero', 'full'],
  ['accent', INK, 'share', 'a month'],
  ['positive', INK, 'hero', 'full'],
  ['negative', INK, 'hero', 'worse than before'],
  ['warning', INK, 'hero', 'not final yet'],
  ['ai', INK, 'hero', 'full'],
  ['human', INK, 'journey', 'full'],
  ['forecast', INK, 'trend', 'weeks'],
  ['radius', '7px', 'hero', 'full'],
  ['gap', '37px', 'report', 'a month'],
  ['focus', INK, 'hero', 'full', (root) => root.querySelector<HTMLElement>('button')!.focus()],
];
const WHERE = ['color', 'background-color', 'border-top-color', 'outline-color', 'fill', 'font-family', 'font-size', 'border-top-left-radius', 'row-gap'];

/** Every value that anything within an element is drawn with, what stands before and after it included. */
function* drawn(root: ShadowRoot): Generator<string> {
  for (const element of everything(root)) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      for (const name of WHERE) yield style.getPropertyValue(name);
    }
  }
}

describe('custom properties', () => {
  for (const [property, value, name, storyName, look] of TABLE) {
    it(`--impact-${property} is followed`, async () => {
      const story = allStories.find((one) => one.tag === `qontak-impact-${name}` && one.name === storyName)!;
      const { page, element } = await show(story, { theme: 'light' });
      look?.(element.shadowRoot!);
      assert.notInclude([...drawn(element.shadowRoot!)], value, 'before it is set');
      page.style.setProperty(`--impact-${property}`, value);
      assert.include([...drawn(element.shadowRoot!)], value);
      page.remove();
    });
  }

  it('with a longer name come before the shorter', async () => {
    const story = allStories.find((one) => one.tag === 'qontak-impact-hero' && one.name === 'full')!;
    const { page, element } = await show(story, {});
    page.style.setProperty('--impact-surface', 'rgb(4, 5, 6)');
    page.style.setProperty('--impact-bg', INK);
    assert.equal(getComputedStyle(element.shadowRoot!.querySelector('.card')!).backgroundColor, INK);
    page.remove();
  });
});
