// On a slow line the first figure stands long before the code of the list.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { readIn } from '#test/fake-service';
import type { Chats } from '#widgets/chats';
import '#report';
import { ImpactOpenChatsEvent } from '../kit/events.ts';
import { MONTH } from '../hero/hero.story.ts';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';
import { restSource } from './rest-source.ts';

const DAYS = { from: '2026-10-05', to: '2026-10-11' };
const report = sampleReport({ hero: sampleHero(MONTH) });

describe('a number that is pressed before the code of the list has come', () => {
  it('opens its chats once it comes, unless the host shows them', async () => {
    const { load } = restSource;
    const code = Promise.withResolvers<unknown>();
    restSource.load = () => code.promise.then(load);
    const shownByHost = (event: Event): void => event.preventDefault();
    const page = await fixture<HTMLElement>(
      html`<main>
        <qontak-impact-report locale="en" .data=${report}></qontak-impact-report>
        <section @impact-open-chats=${shownByHost}><qontak-impact-report locale="en" .data=${report}></qontak-impact-report></section>
      </main>`,
    );
    const pressed = [...page.querySelectorAll('qontak-impact-report')].map((element) => ({
      element,
      list: element.shadowRoot!.querySelector<Chats>('.chats')!,
    }));
    const [own, ofHost] = pressed as [(typeof pressed)[0], (typeof pressed)[0]];
    for (const { element, list } of pressed) {
      await waitUntil(() => readIn(element).includes('AI solved 62'), 'the first figure stands', { timeout: 5000 });
      assert.notProperty(list, 'open');
      element.shadowRoot!.querySelector('.hero')!.shadowRoot!.querySelector<HTMLElement>('[part~="chats-button"]')!.click();
    }
    // What was asked for last counts.
    own.element.shadowRoot!.querySelector('.hero')!.dispatchEvent(new ImpactOpenChatsEvent('after_hours', { days: DAYS, place: 19 }));
    code.resolve(null);
    for (const { element } of pressed) await waitUntil(() => readIn(element).includes('How customers felt'), 'the rest came', { timeout: 5000 });
    await waitUntil(() => own.list.shadowRoot!.querySelector('dialog')?.open === true, 'its chats are shown');
    assert.deepEqual([own.list.figure, own.list.days, own.list.place], ['after_hours', DAYS, 19]);
    assert.isUndefined(ofHost.list.figure);
    restSource.load = load;
  });
});
