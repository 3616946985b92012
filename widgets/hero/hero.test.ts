import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import '#widgets/hero';
import type { Hero } from '#widgets/hero';
import { MONTH } from './hero.story.ts';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';

describe('hero', () => {
  it('says the honest figure first, and what only looked solved right after it', async () => {
    const hero = await fixture<Hero>(html`<qontak-impact-hero locale="id" .data=${sampleReport({ hero: sampleHero(MONTH) })}></qontak-impact-hero>`);
    const text = hero.shadowRoot!.textContent.replace(/\s+/g, ' ');
    assert.include(text, 'AI menyelesaikan sendiri 62 dari 100 chat, dan pelanggannya tidak kembali bertanya dalam 2 hari');
    assert.include(text, '6 lagi sempat dikira selesai, tapi pelanggannya kembali');
    void waitUntil;
  });
});
