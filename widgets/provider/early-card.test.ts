// A card that has its settings of the page needs no provider to stand: its number may be pressed before provider and list have code.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { fakeService, gives, readIn } from '#test/fake-service';
import { configure } from '#state';
import '#widgets/hero';
import { MONTH } from '../hero/hero.story.ts';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';

const report = sampleReport({ hero: sampleHero(MONTH) });

describe('a number that is pressed before the code of its provider has come', () => {
  after(() => configure({}));

  it('opens its chats once the code of both has, the last one that was pressed', async () => {
    const lines: unknown[] = [];
    const { warn } = console;
    console.warn = (line) => void lines.push(line);
    configure({ src: 'https://metrics.example.id', fetcher: fakeService(gives(report)).fetcher });
    const page = await fixture<HTMLElement>(
      html`<main>
        <qontak-impact-provider locale="en">
          <qontak-impact-hero locale="en"></qontak-impact-hero>
          <qontak-impact-chats></qontak-impact-chats>
        </qontak-impact-provider>
      </main>`,
    );
    const hero = page.querySelector('qontak-impact-hero')!;
    await waitUntil(() => readIn(hero).includes('AI solved 62'), 'the figure stands', { timeout: 5000 });
    const numbers = hero.shadowRoot!.querySelectorAll<HTMLElement>('[part~="chats-button"]');
    assert.isAbove(numbers.length, 1);
    const asked: string[] = [];
    hero.addEventListener('impact-open-chats', ({ detail }) => asked.push(detail.figure));
    numbers[0]!.click();
    numbers[1]!.click();
    const [, last] = asked;
    assert.isUndefined(customElements.get('qontak-impact-provider'));
    await import('#widgets/provider');
    const list = page.querySelector('qontak-impact-chats')!;
    await waitUntil(() => asked.length === 4, 'the provider gets to hear of both', { timeout: 5000 });
    assert.isUndefined(customElements.get('qontak-impact-chats'));
    await import('#widgets/chats');
    await waitUntil(() => list.shadowRoot!.querySelector('dialog')?.open === true, 'its chats are shown', { timeout: 5000 });
    assert.equal(list.figure, last);
    console.warn = warn;
    assert.deepEqual(lines, []);
  });
});
