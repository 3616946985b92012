import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { readIn } from '#test/fake-service';
import type { Cost } from '#widgets/cost';
import '#widgets/cost';
import { costIn } from '@qontak/impact-contract';
import { sampleReport } from '../kit/sample-report.ts';
import { entered, MONTH, NOTHING, shop, soFar } from './cost.story.ts';

type Options = Parameters<typeof shop>[0];

const find = <E extends HTMLElement>(cost: Cost, selector: string): E | null => cost.shadowRoot!.querySelector<E>(selector);
const appears = async <E extends HTMLElement>(cost: Cost, selector: string): Promise<E> => {
  await waitUntil(() => find(cost, selector) !== null, `never there: ${selector}`, { timeout: 5000 });
  return find<E>(cost, selector)!;
};
const says = (cost: Cost, text: string): Promise<void> =>
  waitUntil(() => readIn(find(cost, '.history')!).includes(text), `never says: ${text}`, { timeout: 5000 });

/** The card before a service, and the addresses that it asked for the figures so far. */
async function show(options: Options, locale = 'en'): Promise<{ cost: Cost; asked: string[] }> {
  const answer = shop(options);
  const asked: string[] = [];
  const fetcher = (url: URL, init: RequestInit): Promise<Response> => {
    if (url.pathname.endsWith('/history')) asked.push(url.pathname + url.search);
    return answer(url, init);
  };
  const cost = await fixture<Cost>(html`<qontak-impact-cost locale=${locale} src="https://metrics.example.id" .fetcher=${fetcher}></qontak-impact-cost>`);
  await appears(cost, '.history summary');
  return { cost, asked };
}

const focused = (cost: Cost): Element | null => cost.shadowRoot!.activeElement;

describe('cost: the figures so far', () => {
  for (const can_edit of [true, false]) {
    it(`are asked for once ${can_edit ? 'an admin' : 'a supervisor'} opens them with the keyboard, and say who entered what, from which day on`, async () => {
      const first = { ...entered(null, 30_000, null), changed: { by: 'admin-3', at: '2026-03-04T02:05:00Z' } };
      const { cost, asked } = await show({ chats: 460, figures: MONTH, can_edit, history: () => soFar([first, entered(6, 30_000, 18_500_000, '2026-11-01')]) });
      assert.deepEqual(asked, []);
      find(cost, '.history summary')!.focus();
      await sendKeys({ press: 'Enter' });
      await appears(cost, '.history li');
      assert.deepEqual(asked, ['/v1/cost-assumption/history']);
      const [newest, oldest] = [...cost.shadowRoot!.querySelectorAll<HTMLElement>('.history li')];
      assert.equal(
        readIn(newest!),
        '2 Nov 2026 10:15 WIB, by user admin-7 Time for one chat 6 minutes Cost of an hour Rp30,000 AI fee a month Rp18,500,000 Applies from 1 Nov 2026',
      );
      assert.equal(
        readIn(oldest!),
        '4 Mar 2026 09:05 WIB, by user admin-3 Time for one chat assumption of 5 minutes Cost of an hour Rp30,000 AI fee a month not entered Applies from every month',
      );
      const bold = [...cost.shadowRoot!.querySelectorAll('.history strong')].map((one) => one.textContent);
      assert.deepEqual(bold, ['6 minutes', 'Rp18,500,000', '1 Nov 2026'], 'what was changed, and nothing of the first');
    });
  }

  it('name nobody by address, and are told in Indonesian first', async () => {
    const figures = { ...MONTH, changed: { by: 'rina@example.id', at: MONTH.changed!.at } };
    const { cost } = await show({ chats: 460, figures }, 'id');
    find(cost, '.history summary')!.click();
    await says(cost, 'Waktu satu chat 6 menit Biaya satu jam Rp35.000 Biaya AI sebulan Rp700.000 Berlaku mulai semua bulan');
    assert.notInclude(readIn(cost), 'rina');
  });

  it('follow a change that is saved while they are open', async () => {
    const { cost, asked } = await show({ chats: 460, figures: MONTH });
    find(cost, '.history summary')!.click();
    await appears(cost, '.history li');
    (await appears(cost, '#change')).click();
    const minutes = await appears<HTMLInputElement>(cost, '#minutes_per_chat');
    assert.equal(find(cost, '.history'), null, 'not beside the form');
    minutes.value = '12';
    minutes.dispatchEvent(new InputEvent('input'));
    await cost.updateComplete;
    find(cost, '.form [type="submit"]')!.click();
    await waitUntil(() => cost.shadowRoot!.querySelectorAll('.history li').length === 2, 'the change is not there', { timeout: 5000 });
    assert.include(readIn(find(cost, '.history li')!), 'by user admin-9 Time for one chat 12 minutes');
    assert.equal(asked.at(-1), '/v1/cost-assumption/history');
  });

  it('wait with earlier ones while a newer list is on its way', async () => {
    let answer: (response: Response) => void = () => {};
    const held = () => new Promise<Response>((resolve) => (answer = resolve));
    const answers = [() => soFar([MONTH], '41'), held];
    const { cost, asked } = await show({ chats: 460, figures: MONTH, history: () => answers.shift()!() });
    find(cost, '.history summary')!.click();
    await appears(cost, '.history li');
    (await appears(cost, '#change')).click();
    const minutes = await appears<HTMLInputElement>(cost, '#minutes_per_chat');
    minutes.value = '12';
    minutes.dispatchEvent(new InputEvent('input'));
    await cost.updateComplete;
    find(cost, '.form [type="submit"]')!.click();
    const more = await appears(cost, '.history .button');
    await waitUntil(() => asked.length === 2, 'the newer list is not asked for', { timeout: 5000 });
    more.click();
    assert.equal(more.ariaDisabled, 'true');
    answer(soFar([MONTH, entered(12, 35_000, 700_000)], '41'));
    await says(cost, '12 minutes');
    assert.lengthOf(asked, 2);
  });

  it('say so while they come, where there are none, and where they cannot be had', async () => {
    let answer: (response: Response) => void = () => {};
    const held = () => new Promise<Response>((resolve) => (answer = resolve));
    const { cost } = await show({ chats: 460, figures: NOTHING, history: held });
    find(cost, '.history summary')!.click();
    await says(cost, 'Loading the figures so far…');
    answer(new Response(null, { status: 503 }));
    await says(cost, 'The figures so far could not be loaded.');
    find(cost, '.history .button')!.click();
    await says(cost, 'Loading');
    await waitUntil(() => focused(cost)?.localName === 'summary', 'the keyboard is lost');
    answer(soFar([]));
    await says(cost, 'Nobody has entered your own figures yet.');
    assert.equal(find(cost, '.history .button'), null);
  });

  it('go on with earlier ones, below, and there the keyboard', async () => {
    const pages = [() => soFar([MONTH], '41'), () => new Response(null, { status: 503 }), () => soFar([entered(4, 1000, null)])];
    const { cost, asked } = await show({ chats: 460, figures: MONTH, history: () => pages.shift()!() });
    find(cost, '.history summary')!.click();
    const more = await appears(cost, '.history .button');
    more.click();
    await says(cost, 'could not be loaded');
    assert.include(readIn(find(cost, '.history')!), 'Rp35,000', 'what is there stays');
    more.click();
    await says(cost, 'Rp1,000');
    assert.deepEqual(asked.slice(1), ['/v1/cost-assumption/history?cursor=41', '/v1/cost-assumption/history?cursor=41']);
    await waitUntil(() => focused(cost) === cost.shadowRoot!.querySelector('.history li:nth-child(2)'), 'the keyboard is elsewhere');
    assert.equal(find(cost, '.history .button'), null);
  });

  it('are on paper when they are open, without what only a click would do', async () => {
    const { cost } = await show({ chats: 460, figures: MONTH, history: () => soFar([MONTH], '41') });
    const seen = (selector: string): boolean => find(cost, selector)!.checkVisibility();
    const onPaper = async (look: () => unknown): Promise<unknown> => {
      await emulateMedia({ media: 'print' });
      const result = look();
      await emulateMedia({ media: 'screen' });
      return result;
    };
    assert.isFalse(await onPaper(() => seen('.history summary')));
    find(cost, '.history summary')!.click();
    await appears(cost, '.history li');
    assert.deepEqual(await onPaper(() => ['li', '.button'].map((what) => seen(`.history ${what}`))), [true, false]);
    assert.deepEqual(
      ['li', '.button'].map((what) => seen(`.history ${what}`)),
      [true, true],
    );
  });

  it('go with the way to the service, and are not offered without one', async () => {
    const { cost } = await show({ chats: 460, figures: MONTH });
    find(cost, '.history summary')!.click();
    await appears(cost, '.history li');
    let answer: (response: Response) => void = () => {};
    const held = () => new Promise<Response>((resolve) => (answer = resolve));
    Object.assign(cost, { fetcher: shop({ chats: 460, figures: entered(9, null, null), history: held }) });
    await waitUntil(() => find(cost, '.history .help') !== null, 'the figures of the reader before', { timeout: 5000 });
    assert.isNull(find(cost, '.history li'));
    answer(soFar([entered(9, null, null)]));
    await says(cost, '9 minutes');
    const given = await fixture<Cost>(
      html`<qontak-impact-cost .data=${sampleReport({ cost: costIn(460, MONTH, sampleReport().meta.period) })}></qontak-impact-cost>`,
    );
    assert.isNotNull(find(given, '.source'));
    assert.isNull(find(given, '.history'));
  });
});
