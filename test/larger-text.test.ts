// What a telephone shows of cards and forms to who needs letters twice as large; the whole report is in test/accessible.test.ts.
import { assert } from '@open-wc/testing';
import { allStories } from './all-stories.ts';
import { enlargeText, everything, frames, overflowing, show } from './on-page.ts';

const STORIES = {
  hero: ['full', 'a busy shop', 'rough', 'counts only'],
  'reopen-rate': ['full', 'a busy shop'],
  sentiment: ['full', 'a busy shop', 'rough', 'counts only'],
  journey: ['full', 'many came back'],
  'how-we-count': ['everything at once'],
  'period-picker': ['dates of one’s own'],
  'after-hours': ['a month', 'changing the hours', 'changing the hours, somebody else did too'],
  cost: ['two changes met', 'the figures so far'],
};

/** Words and numbers that the end of a line tears apart. A hyphen may end one. */
function torn(root: Element): string[] {
  const range = document.createRange();
  const texts = [...everything(root)].flatMap((element) => [...element.childNodes].filter((node): node is Text => node instanceof Text));
  return texts
    .filter(({ parentElement }) => parentElement?.closest('.spoken, style, svg, details:not([open])') === null)
    .flatMap((text) =>
      [...text.data.matchAll(/[^\s\-–]+/g)]
        .filter(({ 0: word, index }) => {
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
        })
        .map(([word]) => word),
    );
}

/** As wide as the browser makes it where nothing narrows it: what has less room cuts its date or time off. */
function naturalWidth(field: HTMLInputElement): number {
  const alone = field.cloneNode() as HTMLInputElement;
  alone.style.cssText = 'position: absolute; inline-size: auto; min-inline-size: 0; max-inline-size: none';
  field.after(alone);
  const { offsetWidth } = alone;
  alone.remove();
  return offsetWidth;
}

describe('with the text twice as large, at 360 px', () => {
  for (const [widget, names] of Object.entries(STORIES))
    for (const name of names)
      it(`${widget}, ${name}: no word and no number is torn, nothing sticks out or is cut off`, async () => {
        const story = allStories.find((one) => one.tag === `qontak-impact-${widget}` && one.name === name)!;
        const { page, element } = await show(story, { locale: 'id' }, { width: 328 });
        enlargeText(element, 2);
        await frames(4);
        assert.deepEqual(torn(element), []);
        assert.deepEqual(overflowing(page, page.getBoundingClientRect().right), []);
        for (const field of everything(element)) {
          if (!(field instanceof HTMLInputElement) || (field.type !== 'date' && field.type !== 'time')) continue;
          assert.isAtLeast(field.offsetWidth, naturalWidth(field), field.name);
        }
        page.remove();
      });
});
