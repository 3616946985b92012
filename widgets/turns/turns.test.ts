import { assert, fixture, html, oneEvent } from '@open-wc/testing';
import { fakeService, hangs, readIn } from '#test/fake-service';
import type { Turns } from '#widgets/turns';
import '#widgets/turns';
import { sampleReport } from '../kit/sample-report.ts';
import { MONTH, sampleTurns } from './turns.story.ts';

const reportOf = (counts: readonly number[], of?: number) => sampleReport({ turns: sampleTurns(counts, of) });
const month = reportOf(MONTH, 620);
const all = (turns: Turns, selector: string): Element[] => [...turns.shadowRoot!.querySelectorAll(selector)];

describe('turns', () => {
  it('says what is usual, what nine of ten need, and how much of it is measured', async () => {
    const turns = await fixture<Turns>(html`<qontak-impact-turns locale="id" .data=${month}></qontak-impact-turns>`);
    const text = readIn(turns);
    assert.include(text, 'Biasanya selesai dalam 3 kali tanya-\u2060jawab');
    assert.include(text, '9 dari 10 selesai dalam 7 kali tanya-\u2060jawab atau kurang');
    assert.include(text, 'Terukur pada 540 dari 620 chat yang diselesaikan AI');
  });

  it('draws one bar for each number of back-and-forths, as tall as its chats, and names it in words', async () => {
    const turns = await fixture<Turns>(html`<qontak-impact-turns locale="en" .data=${month}></qontak-impact-turns>`);
    const heights = all(turns, '.bar').map((bar) => bar.getBoundingClientRect().height);
    assert.equal(heights.length, 21);
    assert.equal(Math.max(...heights), heights[2]);
    assert.closeTo(heights[1]! / heights[2]!, 118 / 131, 0.01);
    assert.isAtLeast(heights[20]!, 1, 'a single chat among hundreds is seen');
    assert.equal(heights[13], 0, 'no chat, no bar');
    assert.match(all(turns, '[part="chart"]')[0]!.ariaLabel!, /^Bars: how many chats were solved in 1 to more than 20/);
  });

  it('gives the same as a table', async () => {
    const turns = await fixture<Turns>(html`<qontak-impact-turns locale="en" .data=${month}></qontak-impact-turns>`);
    const rows = all(turns, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent.trim()));
    assert.deepEqual(rows[2], ['3', '131']);
    assert.deepEqual(rows.at(-1), ['>20', '1']);
    assert.equal(
      rows.reduce((sum, row) => sum + Number(row[1]), 0),
      540,
    );
  });

  it('opens the chats that were measured', async () => {
    const turns = await fixture<Turns>(html`<qontak-impact-turns .data=${month}></qontak-impact-turns>`);
    setTimeout(() => (all(turns, 'button.chats-number')[0] as HTMLElement).click());
    assert.equal((await oneEvent(turns, 'impact-open-chats')).detail.figure, 'turns_known');
  });

  it('opens the chats that took so many: from the table, and from their bar', async () => {
    const turns = await fixture<Turns>(html`<qontak-impact-turns .data=${month}></qontak-impact-turns>`);
    const [row, bar] = [all(turns, 'tbody tr')[2]!.querySelector('button')!, all(turns, '[data-place="3"]')[0]!];
    for (const from of [row, bar]) {
      setTimeout(() => from.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })));
      const { figure, place } = (await oneEvent(turns, 'impact-open-chats')).detail;
      assert.deepEqual([figure, place], ['turns_known', 3]);
    }
    assert.equal(all(turns, '[data-place="20"]').length, 0, 'where nobody stands, nothing opens');
  });

  it('calls nothing usual, and colours nothing, where chats are few', async () => {
    const turns = await fixture<Turns>(html`<qontak-impact-turns locale="en" .data=${reportOf([2, 2, 0, 1], 6)}></qontak-impact-turns>`);
    assert.include(readIn(turns), 'Too few to say what is usual.');
    assert.equal(all(turns, '[part="value"], .legend').length, 0);
  });

  it('does not push away what stands below it when the figure comes', async () => {
    for (const width of [360, 500, 800, 1016]) {
      const page = await fixture<HTMLElement>(
        html`<div><qontak-impact-turns src="https://metrics.example.id" .fetcher=${fakeService(hangs).fetcher}></qontak-impact-turns></div>`,
      );
      page.style.inlineSize = `${width}px`;
      const turns = page.querySelector('qontak-impact-turns')!;
      const loading = turns.getBoundingClientRect().height;
      turns.data = month;
      await turns.updateComplete;
      assert.closeTo(turns.getBoundingClientRect().height, loading, 30, `at ${width} px`);
    }
  });
});
