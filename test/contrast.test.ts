// Every text, sign, bar and field of the whole report in each appearance; test/stories/each.ts does the same for every state of a widget, on a telephone.
import { assert } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { APPEARANCES, dress } from './appearances.ts';
import { contrast, tooPale } from './contrast.ts';
import { showReport } from './whole-report.ts';

describe('contrast', () => {
  let page: HTMLElement;
  beforeEach(async () => {
    await setViewport({ width: 1016, height: 800 });
    page = document.createElement('main');
    document.body.append(page);
  });
  afterEach(async () => {
    page.remove();
    await setViewport({ width: 800, height: 600 });
  });

  it('is measured as WCAG 2 has it', () => {
    assert.equal(contrast([0, 0, 0, 1], [255, 255, 255, 1]), 21);
    assert.approximately(contrast([118, 118, 118, 1], [255, 255, 255, 1]), 4.54, 0.005);
  });

  it('is missed where it is too low: text, a filled bar, a pale rim', async () => {
    page.innerHTML = `<p style="color: #999">Grey on white</p><i style="display: block; inline-size: 9px; block-size: 9px; background: #ccc"></i>
      <svg width="9" height="9"><rect width="9" height="9" fill="#eee" stroke="#aaa"></rect></svg>
      <svg width="9" height="9"><rect width="9" height="9" fill="#eee" stroke="#777"></rect></svg>`;
    assert.deepEqual(tooPale(page), ['p.: 2.85 of 4.5', 'i.: 1.61 of 3', 'rect.: 2.32 of 3']);
  });

  for (const appearance of APPEARANCES) {
    it(`is enough for everything on the report, ${appearance}`, async () => {
      const settings = await dress(page, appearance);
      const report = Object.assign(await showReport(), settings);
      page.append(report);
      await report.updateComplete;
      // The trend, too: its first picture has the colours that its canvas takes later.
      assert.deepEqual(tooPale(report), []);
      const journey = report.shadowRoot!.querySelector<LitElement>('.journey')!;
      const way = journey.shadowRoot!.querySelector('.way[data-id="stayed_solved"]')!;
      way.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }));
      await journey.updateComplete;
      assert.isNotNull(journey.shadowRoot!.querySelector('.way.off'), 'the other paths stand back');
      journey.shadowRoot!.getAnimations().forEach((animation) => animation.finish());
      assert.deepEqual(tooPale(journey), [], 'while one path is pointed at');
    });
  }
});
