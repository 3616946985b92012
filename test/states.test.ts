// Every state of every widget of the first phase has a story, and the story shows what the state means (spec/metrics.md, section 4).
import { assert, waitUntil } from '@open-wc/testing';
import type { Fetcher } from '#data';
import { perform, type Story } from '#kit';
import { allStories } from './all-stories.ts';
import { readIn } from './fake-service.ts';
import { show } from './on-page.ts';

/** Where a number of chats decides what may be said. */
type Sized = 'counts' | 'few' | 'rough';
type State = 'loading' | 'failed' | 'offline' | 'forbidden' | 'stale' | 'empty' | Sized | 'full' | 'provisional' | 'unavailable';

const EVERYWHERE = { loading: 'loading', failed: 'too many requests', offline: 'offline', forbidden: 'forbidden', stale: 'older figures' } as const;
const SIZES = { counts: 'counts only', few: 'x of n', rough: 'rough' } as const;
/** Hours are chats times minutes, and what we don't know is counted: nothing there is a share, whatever the number of chats. */
const NO_SHARE: Record<Sized, null> = { counts: null, few: null, rough: null };

/** Days and channel are no figure: there is nothing to be few, rough or older, and days there are without chats, too. */
const NO_FIGURE = { ...NO_SHARE, stale: null, provisional: null, unavailable: null };

/** The stories by their names. */
const TABLE: Record<string, Record<Exclude<State, keyof typeof EVERYWHERE>, string | null> & { stale?: null }> = {
  hero: { ...SIZES, empty: 'no chats in a month gone by', full: 'full', provisional: 'not final yet', unavailable: 'not available' },
  cost: { ...NO_SHARE, empty: 'no chats this month', full: 'hours', provisional: 'not final yet', unavailable: 'not available' },
  trend: {
    empty: 'no weeks at all',
    counts: 'counts only',
    few: 'x of n',
    rough: 'a rough start, not comparable',
    full: 'weeks',
    provisional: 'two weeks not final',
    unavailable: 'not available',
  },
  journey: { ...SIZES, empty: 'no chats this month', full: 'full', provisional: 'not final yet', unavailable: 'not measured' },
  'after-hours': { ...SIZES, empty: 'no chats at all', full: 'a month', provisional: 'as a supervisor, not final yet', unavailable: 'not measured yet' },
  'reopen-rate': { ...SIZES, empty: 'no chats this month', full: 'full', provisional: 'not final yet', unavailable: 'not available' },
  sentiment: { ...SIZES, empty: 'nothing read this month', full: 'full', provisional: 'not final yet', unavailable: 'not measured' },
  turns: { ...SIZES, empty: 'no chats this month', full: 'full', provisional: 'not final yet', unavailable: 'not measured' },
  // The box lists what has no value: that is its content, not a state of it.
  'how-we-count': { ...NO_SHARE, empty: 'no data yet', full: 'a final month', provisional: 'not final yet', unavailable: null },
  'period-picker': { ...NO_FIGURE, empty: null, full: 'last month', provisional: 'this month, not final yet' },
  // The chats themselves, not a share of them.
  chats: { ...NO_FIGURE, empty: 'no chats', full: 'customers who came back' },
  // What is shared says itself that it is older, by the time of its data.
  share: { ...SIZES, stale: null, empty: 'no chats', full: 'a month', provisional: 'not final yet, sample data', unavailable: null },
  // The page has the states of its widgets.
  report: { ...NO_SHARE, empty: null, full: 'a month', provisional: 'not final yet', unavailable: null },
};

interface Seen {
  root: ShadowRoot;
  text: string;
}

const says = ({ text }: Seen, what: RegExp): void => assert.match(text, what);
const saysNoShare = ({ text }: Seen): void => assert.notMatch(text, /\d%|setiap 100\b/);
const hasFigures = ({ root, text }: Seen): void => {
  assert.notExists(root.querySelector('.failure, .unavailable, .skeleton:not([aria-hidden])'));
  assert.match(text, /\d/);
};

const SHOWS: Record<State, (seen: Seen) => void> = {
  loading: (seen) => {
    const skeleton = seen.root.querySelector('.skeleton');
    if (skeleton !== null) assert.equal(getComputedStyle(skeleton).animationDelay, '0.3s', 'a fast answer needs no skeleton');
    assert.exists(seen.root.querySelector('[aria-busy="true"]'));
  },
  failed: (seen) => {
    says(seen, /Terlalu banyak permintaan dalam waktu singkat.*Tunggu sebentar, lalu coba lagi\..*Coba lagi/);
    assert.exists(seen.root.querySelector('[role="alert"] button'));
  },
  offline: (seen) => says(seen, /Perangkat ini tidak tersambung ke internet.*Coba lagi/),
  forbidden: (seen) => {
    says(seen, /Anda belum punya akses ke (laporan|daftar chat) ini.*Minta akses ke admin bisnis Anda\./);
    assert.notExists(seen.root.querySelector('[role="alert"] button'), 'asking again would not help');
  },
  stale: (seen) => {
    says(seen, /Belum bisa diperbarui\. Ini angka yang diambil \d+ \p{L}+ \d{4} \d\d\.\d\d WIB\./u);
    hasFigures(seen);
  },
  empty: (seen) => {
    saysNoShare(seen);
    says(seen, /Belum ada|Tidak ada/);
  },
  counts: saysNoShare,
  few: saysNoShare,
  rough: (seen) => says(seen, /Angka kasar|kira-\u2060kira \d+%/),
  full: hasFigures,
  provisional: (seen) => {
    hasFigures(seen);
    says(seen, /[Ss]ementara/);
  },
  unavailable: (seen) => says(seen, /Belum diukur.*Angka ini muncul setelah datanya tersedia\./),
};

const storyOf = (widget: string, name: string): Story => {
  const story = allStories.find((one) => one.tag === `qontak-impact-${widget}` && one.name === name);
  assert.exists(story, `<qontak-impact-${widget}> has no story "${name}"`);
  return story!;
};

describe('states', () => {
  for (const [widget, own] of Object.entries(TABLE)) {
    it(`of ${widget}: each has a story that shows it`, async () => {
      for (const [state, name] of Object.entries({ ...EVERYWHERE, ...own }) as [State, string | null][]) {
        if (name === null) continue;
        const { page, element } = await show(storyOf(widget, name), { locale: 'id' });
        const seen = { root: element.shadowRoot!, text: readIn(element) };
        try {
          SHOWS[state](seen);
        } catch (error) {
          throw new Error(`${widget}, ${state} ("${name}"): ${String(error)} in ${seen.text.slice(0, 400)}`, { cause: error });
        }
        page.remove();
      }
    });

    if (own.stale !== null)
      it(`of ${widget}: older figures come also to who begins before there are any, as the gallery does`, async () => {
        const story = storyOf(widget, EVERYWHERE.stale);
        const element = Object.assign(document.createElement(story.tag), story.settings(), { locale: 'id' });
        document.body.append(element);
        await perform(element, story);
        assert.match(readIn(element), /Belum bisa diperbarui/);
        element.remove();
      });

    it(`of ${widget}: after a failure the button asks again`, async () => {
      const story = storyOf(widget, EVERYWHERE.failed);
      const { fetcher } = story.settings();
      let asked = 0;
      const counting: Fetcher = (...request) => ((asked += 1), fetcher!(...request));
      const { page, element } = await show(story, { locale: 'id', fetcher: counting });
      const before = asked;
      element.shadowRoot!.querySelector<HTMLElement>('[role="alert"] button')!.click();
      await waitUntil(() => asked > before, 'nothing is asked for');
      page.remove();
    });
  }
});
