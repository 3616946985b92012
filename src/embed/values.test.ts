// Hosts set what their frameworks and their JavaScript make of it. What a setting cannot be is as if it was not set, and the console says so
// once; what is taken back leaves the default.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { createApp, defineComponent, h, nextTick, shallowRef } from 'vue';
import { ImpactReport } from '../../entries/vue.ts';
import { configure, mount, type Mounted } from '#embed';
import { readIn } from '#test/fake-service';
import { fullReport } from '#test/reports/full-report';
import { allSource } from './elements.ts';

const CARDS = ['hero', 'cost', 'trend', 'journey', 'after-hours', 'reopen-rate', 'turns', 'sentiment', 'how-we-count'];
const data = fullReport();

let lines: string[] = [];
const { error } = console;
before(async () => void (await allSource.load()));
beforeEach(() => {
  lines = [];
  console.error = (text: string) => void lines.push(text.replace(/^(IMPACT-\d+) .*?(\(.+\)) [A-Z].*$/, '$1 $2'));
});
afterEach(() => {
  configure({});
  document.documentElement.removeAttribute('data-theme');
  Object.assign(console, { error });
});

/** What JavaScript can set, whatever the types say. */
async function standing(settings: object): Promise<Mounted> {
  const mounted = mount(await fixture<HTMLElement>(html`<main></main>`), { locale: 'en', data, ...settings });
  await mounted.ready;
  return mounted;
}
const cardsIn = (report: Element): string[] =>
  [...report.shadowRoot!.querySelectorAll('.stack > *, .pair > *')]
    .filter((card) => card.checkVisibility())
    .map(({ localName }) => localName.replace('qontak-impact-', ''))
    .filter((name) => CARDS.includes(name));
const showsAll = (report: Element): Promise<void> => waitUntil(() => cardsIn(report).length === CARDS.length, 'every card stands', { timeout: 5000 });
const ground = (report: Element): string => getComputedStyle(report.shadowRoot!.querySelector('.hero')!.shadowRoot!.querySelector('.card')!).backgroundColor;
const [LIGHT, DARK] = ['rgb(255, 255, 255)', 'rgb(29, 33, 37)'];
const level = (report: Element): string | null =>
  report.shadowRoot!.querySelector('.hero')!.shadowRoot!.querySelector('[role="heading"]')!.getAttribute('aria-level');

describe('a setting', () => {
  for (const nothing of [undefined, null, ''])
    it(`that is ${nothing === '' ? 'an empty text' : nothing} is not set, and nothing is said`, async () => {
      document.documentElement.dataset.theme = 'dark';
      const names = ['src', 'org', 'period', 'from', 'to', 'channel', 'theme', 'headingLevel', 'messages', 'readonly', 'view', 'compare', 'features'];
      const { element } = await standing(Object.fromEntries(names.map((name) => [name, nothing])));
      await showsAll(element);
      assert.deepEqual([ground(element), level(element)], [DARK, '2']);
      assert.deepEqual(lines, []);
    });

  for (const [name, value] of [
    ['view', 'everything'],
    ['compare', '2026-06'],
    ['theme', 'blue'],
    ['headingLevel', 9],
    ['messages', 'hello'],
    ['features', 'all'],
    ['locale', { language: 'en' }],
    ['org', {}],
  ] as const)
    it(`${name} that cannot be what was set is not set, and the console says it once`, async () => {
      const { element, update } = await standing({ [name]: value });
      await showsAll(element);
      update({ [name]: undefined });
      update({ [name]: value });
      await element.whenReady();
      await waitUntil(() => lines.length > 0, 'the console says it');
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.deepEqual(lines, [`${name === 'locale' ? 'IMPACT-008' : 'IMPACT-028'} (${name} of <qontak-impact-report>)`]);
      assert.deepEqual([ground(element), level(element)], [LIGHT, '2']);
    });

  it('of the whole page that cannot be what was set is not set either', async () => {
    configure({ theme: 'black', locale: 'fr' } as object);
    document.documentElement.dataset.theme = 'dark';
    const { element } = await standing({});
    assert.equal(ground(element), DARK);
    await waitUntil(() => lines.length === 2, 'the console says both');
    assert.sameMembers(lines, ['IMPACT-028 (theme of configure())', 'IMPACT-008 (locale of configure())']);
  });

  it('that is a number where text is meant is that text', async () => {
    const { element } = await standing({ org: 42 });
    await showsAll(element);
    assert.equal(element.org, '42');
    assert.deepEqual(lines, []);
  });

  it('by a name that features do not have is said', async () => {
    await standing({ features: { csv: false } });
    await waitUntil(() => lines.length > 0, 'the console says it');
    assert.deepEqual(lines, ['IMPACT-007 (csv of features)']);
  });

  it('that a component of Vue is given no more is taken back', async () => {
    document.documentElement.dataset.theme = 'light';
    const place = await fixture<HTMLElement>(html`<main></main>`);
    const told = shallowRef<object>({ view: 'value', theme: 'dark', headingLevel: 4, compare: 'previous', readonly: true, locale: 'en', org: 'x' });
    const app = createApp(defineComponent(() => () => h(ImpactReport, { data, ...told.value })));
    app.mount(place);
    const report = place.querySelector('qontak-impact-report')!;
    await report.whenReady();
    assert.deepEqual([ground(report), level(report)], [DARK, '4']);
    await waitUntil(() => cardsIn(report).length === 4, 'the cards of the view stand', { timeout: 5000 });
    told.value = {};
    await nextTick();
    await report.updateComplete;
    await showsAll(report);
    const { view, theme, headingLevel, compare, readonly, locale, org } = report;
    assert.deepEqual(
      { view, theme, headingLevel, compare, readonly, locale, org },
      {
        view: undefined,
        theme: 'auto',
        headingLevel: 2,
        compare: undefined,
        readonly: false,
        locale: undefined,
        org: undefined,
      },
    );
    assert.deepEqual([ground(report), level(report)], [LIGHT, '2']);
    assert.include(readIn(report), 'AI menyelesaikan sendiri');
    assert.deepEqual(lines, []);
    app.unmount();
  });
});
