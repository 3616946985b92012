import { assert, waitUntil } from '@open-wc/testing';
import { register, VERSION } from '#embed';
import { allSource } from './elements.ts';
import { readIn } from '#test/fake-service';
import { sampleHero, sampleReport } from '../../widgets/kit/sample-report.ts';

const report = sampleReport({ hero: sampleHero({ outcomes: { stayed_solved: 620, handed_over: 380 } }) });
const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });

function placed(tag: string, settings: object): Element {
  const element = Object.assign(document.createElement(tag), settings);
  document.body.append(element);
  return element;
}

describe('register()', () => {
  it('gives the report a name of its own, at once', async () => {
    assert.deepEqual(register({ tag: 'acme-impact' }), { tag: 'acme-impact', registered: true, version: VERSION });
    const element = placed('acme-impact', { locale: 'en', data: report });
    await says(element, 'AI solved 62');
    element.remove();
  });

  it('says when somebody has the name, and does not stop the page', () => {
    customElements.define('acme-taken', class extends HTMLElement {});
    assert.deepEqual(register({ tag: 'acme-taken' }), { tag: 'acme-taken', registered: false, version: VERSION });
  });

  it('says how a name is written that no element can have', async () => {
    const told = 'give a name in lower case with a dash in it';
    for (const tag of ['impact', 'Acme-impact', '']) assert.throws(() => register({ tag }), TypeError, told);
    const failure: unknown = await register({ prefix: 'Acme' }).catch((cause: unknown) => cause);
    assert.instanceOf(failure, TypeError);
    assert.include(String(failure), told);
  });

  it('says that a name is to be given, whatever a page without types hands it', () => {
    for (const names of [{}, { prefix: undefined }, { tag: undefined }, { tag: null, prefix: null }, undefined]) {
      assert.throws(() => register(names as unknown as { tag: string }), TypeError, 'give a tag or a prefix');
    }
    assert.isUndefined(customElements.get('undefined-hero'));
    assert.isTrue(register({ tag: 'acme-either', prefix: undefined } as { tag: string }).registered);
  });

  it('says in the console when the code of the elements got lost', async () => {
    const lines: unknown[] = [];
    const { error } = console;
    const { load } = allSource;
    console.error = (line) => void lines.push(line);
    allSource.load = () => Promise.reject(new TypeError('Failed to fetch'));
    try {
      const failure: unknown = await register({ prefix: 'lost' }).catch((cause: unknown) => cause);
      assert.deepInclude(failure, { code: 'network', misuse: 'IMPACT-025' });
      await waitUntil(() => lines.length > 0, 'it says nothing');
      assert.include(lines.join(), 'IMPACT-025');
      assert.include(lines.join(), '(register())');
    } finally {
      Object.assign(console, { error });
      allSource.load = load;
    }
  });

  it('gives every element a name with a prefix', async () => {
    const registrations = await register({ prefix: 'acme' });
    assert.includeMembers(
      registrations.map(({ tag }) => tag),
      ['acme-report', 'acme-provider', 'acme-hero', 'acme-cost', 'acme-period-picker'],
    );
    assert.isTrue(registrations.every(({ registered }) => registered));
    const provider = placed('acme-provider', { locale: 'en', data: report });
    const hero = document.createElement('acme-hero');
    provider.append(hero);
    await says(hero, 'AI solved 62');
    provider.remove();
  });
});
