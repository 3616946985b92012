// Tags that a page writes by hand get their code in whatever order it comes: a card may stand long before the list of chats.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { readIn } from '#test/fake-service';
import '#widgets/hero';
import '#widgets/provider';
import { MONTH } from '../hero/hero.story.ts';
import { ImpactOpenChatsEvent } from '../kit/events.ts';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';

const DAYS = { from: '2026-10-05', to: '2026-10-11' };
const report = sampleReport({ hero: sampleHero(MONTH) });

describe('a number in a provider that is pressed before the code of the list has come', () => {
  it('opens its chats in the list of its own provider once it comes, unless the host shows them', async () => {
    const page = await fixture<HTMLElement>(
      html`<main>
        <qontak-impact-provider locale="en" .data=${report}>
          <qontak-impact-provider .data=${report}><qontak-impact-chats></qontak-impact-chats></qontak-impact-provider>
          <qontak-impact-hero></qontak-impact-hero>
          <div><qontak-impact-chats></qontak-impact-chats></div>
        </qontak-impact-provider>
        <section @impact-open-chats=${(event: Event) => event.preventDefault()}>
          <qontak-impact-provider locale="en" .data=${report}>
            <qontak-impact-hero></qontak-impact-hero>
            <qontak-impact-chats></qontak-impact-chats>
          </qontak-impact-provider>
        </section>
      </main>`,
    );
    assert.isUndefined(customElements.get('qontak-impact-chats'));
    const heroes = [...page.querySelectorAll('qontak-impact-hero')];
    for (const hero of heroes) {
      await waitUntil(() => readIn(hero).includes('AI solved 62'), 'the figure stands', { timeout: 5000 });
      hero.shadowRoot!.querySelector<HTMLElement>('[part~="chats-button"]')!.click();
    }
    // What was asked for last counts.
    heroes[0]!.dispatchEvent(new ImpactOpenChatsEvent('after_hours', { days: DAYS, place: 19 }));
    await Promise.resolve();
    await import('#widgets/chats');
    const [inner, own, ofHost] = page.querySelectorAll('qontak-impact-chats');
    await waitUntil(() => own!.shadowRoot!.querySelector('dialog')?.open === true, 'its chats are shown');
    assert.deepEqual([own!.figure, own!.days, own!.place], ['after_hours', DAYS, 19]);
    assert.deepEqual([inner!.figure, ofHost!.figure], [undefined, undefined]);
  });
});
