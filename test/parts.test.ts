// What a host may rely on in the looks of each element: every part and slot that custom-elements.json names is there, and it names all that
// there are.
import { assert, waitUntil } from '@open-wc/testing';
import { allStories } from './all-stories.ts';
import { readIn } from './fake-service.ts';
import { show } from './on-page.ts';

interface Declaration {
  tagName: string;
  cssParts?: { name: string }[];
  slots?: { name: string }[];
}

const response = await fetch('/custom-elements.json');
const manifest = (await response.json()) as { modules: { declarations: Declaration[] }[] };
const declarations = manifest.modules.flatMap((module) => module.declarations).filter(({ tagName }) => tagName !== undefined);
const named = (all: { name: string }[] = []): string[] => all.map(({ name }) => name).toSorted();

/** What an element shows to the page around it: its own parts, and those that it passes on from the widgets within. */
function partsOf(root: ShadowRoot): string[] {
  const own = [...root.querySelectorAll('[part]')].flatMap((element) => [...element.part]);
  const passed = [...root.querySelectorAll('[exportparts]')].flatMap((element) => element.getAttribute('exportparts')!.split(/,\s*/));
  return [...own, ...passed];
}

/** Texts that a recorder of sessions does not find masked: it looks upwards from each, and no further than the shadow root. */
function unmasked(root: ShadowRoot): string[] {
  const within = [...root.querySelectorAll('*')].flatMap((element) => {
    const deeper = element.shadowRoot === null ? [] : unmasked(element.shadowRoot);
    return element.closest('[part~="root"], style') === null ? [...deeper, ...textsIn(element)] : deeper;
  });
  return [...textsIn(root), ...within];
}

const textsIn = (parent: ParentNode): string[] =>
  [...parent.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '').map((node) => (node as Text).data);

/** Of the kit: an element may have none of them, but these always mean the same. */
const KNOWN = 'root title card value delta chart table skeleton error button input'.split(' ');

describe('parts and slots', () => {
  for (const { tagName, cssParts, slots } of declarations) {
    if (tagName === 'qontak-impact-provider') continue;
    it(`of ${tagName} are those that it says`, async () => {
      const seen = { parts: new Set<string>(), slots: new Set<string>() };
      for (const story of allStories.filter(({ tag }) => tag === tagName)) {
        const { page, element } = await show(story, {});
        const root = element.shadowRoot!;
        // A list of chats is a dialog where it does not stand in the page.
        if ('inline' in element) Object.assign(element, { inline: false });
        await element.updateComplete;
        assert.deepEqual(unmasked(root), [], 'docs/embedding.md says where a recorder finds every text');
        for (const part of partsOf(root)) seen.parts.add(part);
        for (const slot of root.querySelectorAll('slot')) seen.slots.add(slot.name);
        page.remove();
      }
      assert.deepEqual([...seen.parts].toSorted(), named(cssParts));
      assert.deepEqual([...seen.slots].toSorted(), named(slots));
    });
  }

  it('of the kit are all in use', () => {
    const all = new Set(declarations.flatMap(({ cssParts }) => named(cssParts)));
    assert.deepEqual(
      KNOWN.filter((part) => !all.has(part)),
      [],
    );
  });
});

describe('what a host puts into a slot', () => {
  const CARDS = ['hero', 'cost', 'trend', 'journey', 'after-hours', 'reopen-rate', 'sentiment', 'turns', 'how-we-count', 'report'];

  for (const name of CARDS) {
    it(`of ${name} stands there, and the words for a failure give way to the host's`, async () => {
      const tag = `qontak-impact-${name}`;
      const ready = allStories.find((story) => story.tag === tag && story.ends === 'ready')!;
      const failed = allStories.find((story) => story.tag === tag && story.name === 'forbidden')!;
      for (const [story, slots] of [
        [ready, ['header-actions', 'footer']],
        [failed, ['error']],
      ] as const) {
        const { page, element } = await show(story, { locale: 'en' });
        for (const slot of slots) {
          const note = document.createElement('p');
          Object.assign(note, { slot, textContent: `from the host: ${slot}` });
          element.append(note);
          await waitUntil(() => note.assignedSlot !== null && note.checkVisibility(), `${slot} is not shown`);
          assert.isAbove(note.getBoundingClientRect().height, 0, slot);
        }
        if (story === failed) assert.isFalse(element.shadowRoot!.querySelector('[part="error"]')!.checkVisibility(), 'our words stay away');
        page.remove();
      }
    });
  }

  it('instead of a figure that cannot be told yet', async () => {
    const story = allStories.find(({ tag, name }) => tag === 'qontak-impact-hero' && name === 'not available')!;
    const { page, element } = await show(story, { locale: 'en' });
    assert.isTrue(element.shadowRoot!.querySelector('.unavailable')!.checkVisibility());
    assert.include(readIn(element), 'Not measured yet');
    const own = document.createElement('p');
    Object.assign(own, { slot: 'empty', textContent: 'Connect your first channel' });
    element.append(own);
    assert.isTrue(own.checkVisibility());
    assert.isFalse(element.shadowRoot!.querySelector('.unavailable')!.checkVisibility());
    page.remove();
  });
});
