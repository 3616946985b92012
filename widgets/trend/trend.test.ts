import { assert, oneEvent, waitUntil } from '@open-wc/testing';
import { readIn } from '#test/fake-service';
import { chartOf, charts, drawn, inside, inUse, press, show, spoken, tip } from '#test/trend-on-page';
import { MARGIN } from './trend.frame.ts';
import { BUSY } from './trend.story.ts';

/** Where a week of 26 lies in a drawing of this width. */
const placeOf = (width: number, at: number): number => MARGIN.left + ((width - MARGIN.left - MARGIN.right) * (at + 0.5)) / 26;

describe('trend', () => {
  it('says how it goes before it draws it, and keeps the place for the drawing', async () => {
    const trend = await show();
    assert.include(readIn(trend), 'Lebih baik dibanding bulan pertama memakai AI');
    const height = trend.getBoundingClientRect().height;
    await drawn(trend);
    assert.equal(trend.getBoundingClientRect().height, height);
  });

  it('shows weeks or months, and what only looked solved with its gap', async () => {
    const trend = await show('en');
    await drawn(trend);
    assert.notInclude(readIn(trend), 'more looked solved');
    inside<HTMLInputElement>(trend, 'input[type="checkbox"]').click();
    await trend.updateComplete;
    assert.match(readIn(trend), /9–15 Nov 2026: AI solved \d\d of every 100 chats\. \d+ more looked solved, but the customer came back\./);
    assert.isNotNull(inside(trend, '.first [stroke="var(--_ink-reopened)"]'));
    const chart = await inUse(trend);
    const lines = chart.data.datasets.length;
    trend.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="radio"]')[1]!.click();
    await trend.updateComplete;
    assert.include(readIn(trend), 'By month, February 2026 – November 2026');
    assert.equal(chart.data.datasets.length, lines);
    assert.equal(chart.data.labels!.length, 10);
    inside<HTMLInputElement>(trend, 'input[type="checkbox"]').click();
    await trend.updateComplete;
    assert.equal(chart.data.datasets.length, lines - 1);
    assert.equal(charts(), 1);
  });

  it('is walked with the keyboard, from the newest place on, and says each aloud', async () => {
    const trend = await show('en');
    await drawn(trend);
    assert.equal(spoken(trend), '');
    inside<HTMLElement>(trend, '.plot').focus();
    await trend.updateComplete;
    assert.match(spoken(trend), /^16–22 Nov 2026\. .*Not final yet, final on 25 November\. Expected: most likely between 56 and 68 of every 100 chats$/);
    await press(trend, 'ArrowLeft');
    assert.match(spoken(trend), /^9–15 Nov 2026\. AI solved/);
    await press(trend, 'Home');
    assert.match(spoken(trend), /^25–31 May 2026\. AI solved \d\d of every 100 chats\. Range \d\d–\d\d%\. Of \d+ chats$/);
    await press(trend, 'ArrowLeft');
    assert.match(spoken(trend), /^25–31 May 2026/);
    await press(trend, 'End');
    assert.match(spoken(trend), /^16–22 Nov 2026/);
    assert.isFalse(tip(trend).hidden);
    await press(trend, 'Escape');
    assert.isTrue(tip(trend).hidden);
  });

  it('opens the chats of the point on which the keyboard stands, where the host offers them', async () => {
    const trend = await show('en');
    await drawn(trend);
    const opened: unknown[] = [];
    trend.addEventListener('impact-open-chats', ({ detail: { figure, days } }) => void opened.push(figure, days));
    inside<HTMLElement>(trend, '.plot').focus();
    await press(trend, 'ArrowLeft');
    await press(trend, 'Enter');
    assert.deepEqual(opened, ['stayed_solved', { from: '2026-11-09', to: '2026-11-15' }]);
    trend.features = { chats: false };
    await trend.updateComplete;
    await press(trend, 'Enter');
    assert.equal(opened.length, 2);
    assert.notInclude(inside(trend, '#walk-hint').textContent, 'Enter');
  });

  it('keeps the keys it uses from the page and leaves the others', async () => {
    const trend = await show();
    await drawn(trend);
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    addEventListener('keydown', hear);
    for (const key of ['ArrowLeft', 'Home', 'Escape', 's']) await press(trend, key);
    removeEventListener('keydown', hear);
    assert.deepEqual(heard, ['Escape', 's']);
  });

  for (const [name, css] of [
    ['plain', ''],
    ['zoomed', 'zoom: 1.5'],
    ['scaled', 'transform: scale(0.8)'],
    ['right to left', 'direction: rtl'],
  ] as const) {
    it(`shows the point under the pointer, beside it and within the drawing: ${name}`, async () => {
      const trend = await show();
      await drawn(trend);
      trend.style.cssText = css;
      const plot = inside<HTMLElement>(trend, '.plot');
      await waitUntil(() => inside(trend, '.first svg').getAttribute('width') === String(plot.clientWidth));
      const box = plot.getBoundingClientRect();
      const along = placeOf(plot.offsetWidth, 7) / plot.offsetWidth;
      plot.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + along * box.width, clientY: box.top + 20 }));
      await trend.updateComplete;
      assert.include(tip(trend).textContent, '13–19 Jul 2026');
      const rect = tip(trend).getBoundingClientRect();
      assert.isTrue(rect.left >= box.left - 1 && rect.right <= box.right + 1, 'the tooltip sticks out');
      plot.dispatchEvent(new PointerEvent('pointerleave'));
      await trend.updateComplete;
      assert.isTrue(tip(trend).hidden);
    });
  }

  it('does not draw again for a tooltip', async () => {
    const trend = await show();
    const first = (await drawn(trend)).querySelector('path');
    await press(trend, 'ArrowLeft');
    assert.equal(inside(trend, '.first path'), first);
    const { data } = await inUse(trend);
    await press(trend, 'ArrowLeft');
    assert.equal(chartOf(trend)!.data, data);
  });

  it('has all its figures in a table, the newest first', async () => {
    const trend = await show('en');
    inside<HTMLDetailsElement>(trend, 'details').open = true;
    const rows = [...trend.shadowRoot!.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    assert.equal(rows.length, 27);
    assert.deepEqual(rows[0], ['16–22 Nov 2026', '—', '56–68%', '—', 'Expected']);
    assert.equal(rows[1]!.at(-1), 'Not final');
    await assert.isAccessible(trend);
  });

  it('opens the chats of a week from its table, by the percentage or by the number it is of', async () => {
    const trend = await show('en');
    const week = BUSY.weeks.points.at(-2)!;
    const row = trend.shadowRoot!.querySelectorAll('tbody tr')[2]!;
    const [share, judged] = [...row.querySelectorAll('button')];
    for (const [button, figure] of [
      [share!, 'stayed_solved'],
      [judged!, 'judged'],
    ] as const) {
      setTimeout(() => button.click());
      const { detail } = await oneEvent(trend, 'impact-open-chats');
      assert.deepInclude(detail, { figure, days: { from: week.from, to: week.to } });
    }
    assert.match(share!.textContent, /^\d+%$/);
  });

  it('is accessible with its tooltip open, over either drawing', async () => {
    const trend = await show();
    await drawn(trend);
    await press(trend, 'ArrowLeft');
    await assert.isAccessible(trend);
    await inUse(trend);
    await assert.isAccessible(trend);
  });
});
