// That the data are a sample is said at the foot of what can be seen: over figures, but over nothing that the keyboard comes to (WCAG 2.4.11).
import { assert } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { everything, frames } from './on-page.ts';
import { fullReport } from './reports/full-report.ts';
import { showReport } from './whole-report.ts';

const CONTROLS = 'button, input, select, textarea, summary, a[href], [tabindex="0"]';

const isControl = (element: Element): element is HTMLElement =>
  element.matches(CONTROLS) && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });

const focused = (): Element => {
  let at = document.activeElement!;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};

for (const width of [360, 1016])
  describe(`what lies at the foot of a window of ${width} x 640 px covers`, () => {
    let report: HTMLElement;
    let foot: Element;
    let controls: HTMLElement[];

    beforeEach(async () => {
      await setViewport({ width, height: 640 });
      const full = fullReport();
      report = await showReport({ ...full, meta: { ...full.meta, source: 'sample' } });
      report.append(Object.assign(document.createElement('button'), { slot: 'footer', textContent: 'Of the host' }));
      await frames(3);
      foot = report.shadowRoot!.querySelector('.sample')!;
      controls = [...everything(report)].filter(isControl);
      assert.isAbove(controls.length, 30);
    });
    afterEach(async () => {
      report.remove();
      await setViewport({ width: 800, height: 600 });
    });

    /** A drawing may be higher than the window, and Firefox leaves one where it is of which a part is seen: that part is to be seen here. */
    const covered = (control: Element): string[] => {
      const { top, bottom } = control.getBoundingClientRect();
      const end = control.closest('svg, .plot') === null ? bottom : top;
      const limit = foot.getBoundingClientRect().top;
      return end > limit ? [`${control.outerHTML.slice(0, 120)}: ${end}, below ${limit}`] : [];
    };

    it('no control that is focused, wherever it was before', () => {
      const hidden = controls.flatMap((control) => {
        (focused() as HTMLElement).blur();
        scrollBy(0, control.getBoundingClientRect().bottom - innerHeight);
        control.focus();
        return covered(control);
      });
      assert.deepEqual(hidden, []);
    });

    it('no control of the host, however deep in its slot', () => {
      const deep = document.createElement('div');
      deep.slot = 'footer';
      deep.append(
        document.createElement('p'),
        ...Array.from({ length: 12 }, (_, n) => Object.assign(document.createElement('button'), { textContent: `Of the host, ${n}` })),
      );
      for (const button of deep.querySelectorAll('button')) button.style.cssText = 'display: block; margin: 12px 0';
      report.append(deep);
      const hidden = [...deep.querySelectorAll('button')].flatMap((control) => {
        scrollBy(0, control.getBoundingClientRect().bottom - innerHeight);
        control.focus();
        return covered(control);
      });
      assert.deepEqual(hidden, []);
    });

    it('no more of the page than what it says, and takes no click beside that', () => {
      scrollTo(0, 0);
      const hits = (x: number, y: number): boolean => foot.contains(report.shadowRoot!.elementFromPoint(x, y));
      const { left, right, top, bottom } = foot.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(foot);
      assert.isBelow(right - words.getBoundingClientRect().right, width === 360 ? 60 : 20);
      assert.isTrue(hits(left + 20, top + 16), 'its words are hit, to be selected');
      assert.deepEqual([hits((left + right) / 2, top + 2), hits((left + right) / 2, bottom - 2), hits(left + 4, (top + bottom) / 2)], [false, false, false]);
    });

    it('no control that is scrolled to', () => {
      const hidden = controls.flatMap((control) => {
        scrollTo(0, 0);
        control.scrollIntoView({ block: 'end' });
        return covered(control);
      });
      assert.deepEqual(hidden, []);
    });

    it('nothing on the way of the Tab key', async () => {
      scrollTo(0, 0);
      report.focus();
      const hidden: string[] = [];
      for (let stop = 0; stop < 30; stop += 1) {
        await sendKeys({ press: 'Tab' });
        hidden.push(...covered(focused()));
      }
      assert.isAbove(scrollY, 0);
      assert.deepEqual(hidden, []);
    });
  });
