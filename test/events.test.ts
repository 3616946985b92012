// What custom-elements.json says of events: each element names those that it sends by itself, and sends those that all have.
import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { allSource } from '../src/embed/elements.ts';
import { mount, type MountOptions } from '#embed';
import { fakeService, refuses } from './fake-service.ts';
import { fullReport } from './reports/full-report.ts';

interface Declaration {
  tagName: string;
  events?: { name: string }[];
}

const response = await fetch('/custom-elements.json');
const { modules } = (await response.json()) as { modules: { declarations: Declaration[] }[] };
const declarations = modules.flatMap((module) => module.declarations);
const KINDS = ['ready', 'view', 'error', 'auth-required', 'open-chats', 'navigate', 'export', 'period-change', 'assumption-change'].map(
  (kind) => `impact-${kind}`,
);
/** All of a card's figures are in sight for a while, then the reader turns away. */
const clock = { now: 0, visible: true };

let heard: { kind: string; by: EventTarget }[] = [];
const hear = (event: Event): void => void heard.push({ kind: event.type, by: event.composedPath()[0]! });

before(async () => {
  await Promise.all([allSource.load(), import('../src/state/seen-controller.ts')]);
  for (const kind of KINDS) document.addEventListener(kind, hear);
});
after(() => KINDS.forEach((kind) => document.removeEventListener(kind, hear)));
beforeEach(() => {
  heard = [];
  Object.assign(clock, { now: 0, visible: true });
  performance.now = () => clock.now;
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (clock.visible ? 'visible' : 'hidden') });
});
afterEach(() => {
  Reflect.deleteProperty(performance, 'now');
  Reflect.deleteProperty(document, 'visibilityState');
});

async function mounted(name: string, settings: object): Promise<HTMLElement> {
  const { element, ready } = mount(await fixture<HTMLElement>(html`<main></main>`), { element: name, locale: 'en', ...settings } as MountOptions);
  await ready.catch(() => undefined);
  return element;
}

async function turnAway(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  clock.now = 5000;
  clock.visible = false;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('events', () => {
  for (const { tagName, events = [] } of declarations)
    it(`of ${tagName} are those that it says`, async () => {
      const name = tagName.replace('qontak-impact-', '');
      const shown = await mounted(name, { data: fullReport() });
      await waitUntil(() => heard.some(({ by }) => by === shown), 'it is ready');
      await turnAway();
      const refused = await mounted(name, { src: 'https://metrics.example.id', tokenProvider: () => 't', fetcher: fakeService(refuses(401)).fetcher });
      const sent = new Set(heard.filter(({ by }) => by === shown || by === refused).map(({ kind }) => kind));
      assert.includeMembers([...sent], ['impact-ready', 'impact-error', 'impact-auth-required']);
      assert.includeMembers(
        events.map((event) => event.name),
        [...sent],
      );
      // Nothing is sent of who reads where there is no card.
      assert.equal(
        sent.has('impact-view'),
        events.some((event) => event.name === 'impact-view'),
      );
    });

  it('are all named by some element', () => {
    const named = new Set(declarations.flatMap(({ events = [] }) => events.map(({ name }) => name)));
    assert.deepEqual([...named].toSorted(), KINDS.toSorted());
  });
});
