// Every state of every widget on one page, for the design review: nothing here needs a service.
import { html, render } from 'lit';
import { perform } from '#kit';
import { LOCALES } from '#lang';
import { labelled, select } from './controls.ts';
import { LOCALE_NAMES } from './demo.strings.ts';
import { storyGroups } from './stories.ts';
import { showTheme } from './theme.ts';

const THEMES = { light: 'Light', dark: 'Dark', enterprise: 'Enterprise' } as const;
const WIDTHS = { fill: 'As wide as the page', 1280: 'In a 1280 px window', 768: 'In a 768 px window', 480: '480 px', 360: 'In a 360 px window' } as const;

const choices = { locale: 'id', theme: 'light', width: 'fill' };
for (const [key, value] of new URLSearchParams(location.search)) if (key in choices) choices[key as keyof typeof choices] = value;

const groups = storyGroups();
// Made once: a change of language or theme must reach elements that live, as it would in a product.
const elements = new Map(
  groups.flatMap((group) => group.stories).map(({ id, story }) => [id, Object.assign(document.createElement(story.tag), story.settings())]),
);
// A story that is about a language keeps it.
const followsPage = new Set([...elements].filter(([, element]) => !('locale' in element) || element.locale === undefined).map(([id]) => id));

function choose(change: Partial<typeof choices>): void {
  Object.assign(choices, change);
  history.replaceState(null, '', `${location.pathname}?${new URLSearchParams(choices)}${location.hash}`);
  show();
}

function show(): void {
  document.documentElement.lang = choices.locale;
  showTheme(keysOf(THEMES).find((one) => one === choices.theme) ?? 'light');
  for (const id of followsPage) elements.get(id)?.setAttribute('locale', choices.locale);
  render(page(), document.body);
}

const page = () => html`
  <header class="gallery-choices" lang="en">
    <h1>Every state</h1>
    <div class="controls">
      ${select(
        'locale',
        'Language',
        labelled(LOCALES, (one) => LOCALE_NAMES[one]),
        choices.locale,
        (locale) => choose({ locale }),
      )}
      ${select(
        'theme',
        'Appearance',
        labelled(keysOf(THEMES), (one) => THEMES[one]),
        choices.theme,
        (theme) => choose({ theme }),
      )}
      ${select(
        'width',
        'Width',
        labelled(keysOf(WIDTHS), (one) => WIDTHS[one]),
        choices.width,
        (width) => choose({ width }),
      )}
    </div>
  </header>
  <div class="gallery-layout" data-width=${choices.width}>
    <div class="contents" role="navigation" aria-label="Stories" lang="en">
      ${groups.map(
        ({ tag, stories }) =>
          html`<strong>${tag.replace('qontak-impact-', '')}</strong>
            <ol>
              ${stories.map(({ id, story }) => html`<li><a href=${`#${id}`}>${story.name}</a></li>`)}
            </ol>`,
      )}
    </div>
    <main class="stories">
      ${groups.flatMap(({ stories }) =>
        stories.map(
          ({ id, story }) =>
            html`<section class="story" id=${id}>
              <h2 lang="en"><a href=${`#${id}`}>${story.name}</a> <code>${`<${story.tag}>`}</code></h2>
              <div class="story-frame">${elements.get(id)}</div>
            </section>`,
        ),
      )}
    </main>
  </div>
`;

function keysOf<T extends object>(record: T): Extract<keyof T, string>[] {
  return Object.keys(record) as Extract<keyof T, string>[];
}

show();
for (const { id, story } of groups.flatMap(({ stories }) => stories)) void perform(elements.get(id)!, story);
// The anchor existed in the address before it existed in the page.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
