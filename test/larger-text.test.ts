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

/** A browser shows a date and a time in about so many letters, and cuts off what has no room. */
const NARROWEST = { date: 9, time: 8 };

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
          assert.isAtLeast(field.offsetWidth / Number.parseFloat(getComputedStyle(field).fontSize), NARROWEST[field.type], field.name);
        }
        page.remove();
      });
});
