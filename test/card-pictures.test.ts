// Every card can be saved as a picture: it is as large as it should be, and says what the card says, in both languages.
import { assert, oneEvent, waitUntil } from '@open-wc/testing';
import { chartSource, pictureSource, type Story } from '#kit';
import { allStories } from './all-stories.ts';
import { readIn } from './fake-service.ts';
import { show } from './on-page.ts';

/** Twice the 720 px of the drawing. */
const WIDTH = 1440;

interface Saved {
  size: { width: number; height: number };
  /** What was written on the picture itself, line by line. */
  lines: string[];
  /** What was written on a canvas that was laid into it: a chart. */
  chart: string[];
  file: string;
  card: string;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const undo: (() => void)[] = [];
function replace<T extends object>(object: T, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, writable: true, value });
  undo.push(() => (before ? Object.defineProperty(object, name, before) : Reflect.deleteProperty(object, name)));
}

const buttonOf = (element: Element): HTMLButtonElement | null => element.shadowRoot!.querySelector('.save');

async function save(story: Story, locale: 'id' | 'en'): Promise<Saved | null> {
  const { page, element } = await show(story, { locale });
  const button = buttonOf(element);
  if (button === null) {
    page.remove();
    return null;
  }
  const written: { canvas: HTMLCanvasElement; text: string }[] = [];
  replace(CanvasRenderingContext2D.prototype, 'fillText', function (this: CanvasRenderingContext2D, text: string) {
    written.push({ canvas: this.canvas, text: plain(text) });
  });
  let file = '';
  let blob: Blob | null = null;
  replace(URL, 'createObjectURL', (given: Blob) => ((blob = given), 'blob:none'));
  replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
    file = this.download;
  });
  button.click();
  await waitUntil(() => blob !== null, `${story.tag} ${story.name} is never saved`, { timeout: 5000 });
  undo.splice(0).forEach((restore) => restore());
  const { width, height } = await createImageBitmap(blob!);
  const on = (own: boolean): string[] => written.filter(({ canvas }) => (canvas.width === WIDTH) === own).map(({ text }) => text);
  const card = plain(readIn(element));
  page.remove();
  return { size: { width, height }, lines: on(true), chart: on(false), file, card };
}

const storyOf = (widget: string, name: string): Story => allStories.find((one) => one.tag === `qontak-impact-${widget}` && one.name === name)!;

/** What has to stand on the picture of an ordinary month, among the rest. */
const SAYS: Record<string, { story: string; id: RegExp[]; en: RegExp[] }> = {
  hero: {
    story: 'full',
    id: [/dari 100 chat/, /lagi sempat dikira selesai, tapi pelanggannya kembali/, /Diteruskan ke tim Anda/],
    en: [/of every 100 chats/, /more looked solved, but the customer came back/, /Passed to your team/],
  },
  trend: { story: 'weeks', id: [/Per minggu/, /kemungkinan besar antara/], en: [/By week/, /most likely between/] },
  journey: { story: 'full', id: [/Pelanggan kembali/, /Selesai oleh AI/], en: [/Customer came back/, /Solved by AI/] },
  cost: { story: 'hours', id: [/per chat/, /Chat yang pelanggannya kembali tidak dihitung/], en: [/a chat/, /Chats whose customer came back do not count/] },
  'after-hours': { story: 'a month', id: [/Masuk di luar jam kerja/, /Kapan chat masuk/], en: [/Answered by AI/, /When chats came in/] },
  'reopen-rate': { story: 'full', id: [/Pelanggan kembali/], en: [/came back/] },
  sentiment: { story: 'full', id: [/Membaik/, /Memburuk/], en: [/Better/, /Worse/] },
  turns: { story: 'full', id: [/Biasanya selesai dalam/], en: [/Usually solved in/] },
  'how-we-count': { story: 'a final month', id: [/Yang tidak kami ketahui|Yang belum kami ketahui/], en: [/don't know/] },
};

describe('a card as a picture', () => {
  afterEach(() => undo.splice(0).forEach((restore) => restore()));

  for (const [widget, said] of Object.entries(SAYS)) {
    for (const locale of ['id', 'en'] as const) {
      it(`of ${widget}, ${locale}: title, figures, days and method`, async () => {
        const { size, lines, file } = (await save(storyOf(widget, said.story), locale))!;
        assert.equal(size.width, WIDTH);
        assert.isAbove(size.height, 500);
        const all = lines.join(' ');
        for (const one of [...said[locale], /Toko /, /2026/, locale === 'id' ? /Cara kami menghitung: Kami hanya/ : /How we count: We count/])
          assert.match(all, one);
        assert.match(file, locale === 'id' ? /^laporan-ai-[\p{L}\p{N}-]+\.png$/u : /^ai-report-[\p{L}\p{N}-]+\.png$/u);
      });
    }
  }

  for (const widget of Object.keys(SAYS)) {
    it(`of ${widget} says nothing that the card does not say, in any state`, async () => {
      const stories = allStories.filter(({ tag, ends }) => tag === `qontak-impact-${widget}` && ends === 'ready');
      let pictures = 0;
      for (const story of stories) {
        const saved = await save(story, 'id');
        if (saved === null) continue;
        pictures += 1;
        assert.equal(saved.size.width, WIDTH);
        const how = saved.lines.findIndex((line) => line.startsWith('Cara kami menghitung: Kami hanya'));
        // The line below the title and the small print are what a card needs away from its page.
        const own = saved.lines.slice(0, how).filter((line) => !/^Toko|^Data contoh|simulasi/.test(line));
        const strange = own.flatMap((line) => line.split(' · ')).filter((words) => !saved.card.includes(words));
        assert.deepEqual(strange, [], `${story.tag} ${story.name}`);
      }
      assert.isAtLeast(pictures, 2);
    });
  }

  for (const locale of ['id', 'en'] as const)
    it(`ends no line between a number and its word, ${locale}`, async () => {
      for (const [widget, { story }] of Object.entries(SAYS)) {
        const { lines, card } = (await save(storyOf(widget, story), locale))!;
        const torn = lines.flatMap((line, at) => {
          const [end, next = ''] = [line.split(' ').slice(-2).join(' '), (lines[at + 1] ?? '').split(' ')[0]];
          return /\d$/.test(end) && /^[a-z]/.test(next) && card.includes(`${end} ${next}`) ? [`${end} / ${next}`] : [];
        });
        assert.deepEqual(torn, [], widget);
      }
    });

  it('draws the trend as on the page, and what only looked solved never without what came back', async () => {
    const { lines, chart } = (await save(storyOf('trend', 'with what only looked solved'), 'id'))!;
    assert.include(chart.join(' '), '%');
    assert.match(lines.join(' '), /sempat dikira selesai, tapi pelanggannya kembali/);
  });

  it('has the rows of the trend where its chart cannot be drawn', async () => {
    replace(chartSource, 'load', () => Promise.reject(new Error('Gone.')));
    const story = storyOf('trend', 'months');
    const { lines, chart } = (await save(story, 'en'))!;
    assert.deepEqual(chart, []);
    assert.match(lines.join(' '), /September 2026/);
  });

  it('names nobody', async () => {
    const { lines, card } = (await save(storyOf('cost', 'hours'), 'en'))!;
    assert.match(card, /entered .*, by user admin-7/);
    assert.match(lines.join(' '), /Figures entered [^,]+ WIB How we count/);
  });

  it('can be held back by the host, click by click or altogether', async () => {
    const { page, element } = await show(storyOf('hero', 'full'), { locale: 'en' });
    let drawn = false;
    replace(pictureSource, 'load', () => ((drawn = true), Promise.reject(new Error('Gone.'))));
    element.addEventListener('impact-export', (event) => event.preventDefault(), { once: true });
    setTimeout(() => buttonOf(element)!.click());
    const { detail } = await oneEvent(element, 'impact-export');
    assert.equal(detail.kind, 'image');
    assert.isFalse(drawn);
    element.features = { image: false };
    await element.updateComplete;
    assert.isNull(buttonOf(element));
    page.remove();
  });

  it('says when none could be made', async () => {
    const { page, element } = await show(storyOf('turns', 'full'), { locale: 'en' });
    replace(pictureSource, 'load', () => Promise.reject(new Error('Gone.')));
    buttonOf(element)!.click();
    await waitUntil(() => readIn(element).includes('The picture could not be made. Try again.'));
    page.remove();
  });
});
