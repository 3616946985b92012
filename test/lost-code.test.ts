// Components of frameworks bring the code of their element when they are first drawn; a deployment can take that code away.
import { assert, waitUntil } from '@open-wc/testing';
import { load } from '../entries/elements.ts';
import { ImpactHero } from '../entries/vue.ts';

describe('a component whose code got lost', () => {
  it('says so once, and no promise is left unhandled', async () => {
    const known = { ...load };
    const { error } = console;
    const [said, unhandled]: [string[], unknown[]] = [[], []];
    const hear = (event: PromiseRejectionEvent): number => unhandled.push(event.reason);
    addEventListener('unhandledrejection', hear);
    console.error = (text: string) => void said.push(text);
    Object.assign(load, { hero: () => Promise.reject(new TypeError('lost on the way')) });
    try {
      for (let drawn = 0; drawn < 2; drawn += 1) ImpactHero({}, { slots: {}, attrs: {}, emit: () => undefined });
      await waitUntil(() => said.length > 0, 'the console says it');
      await new Promise((resolve) => setTimeout(resolve));
      assert.lengthOf(said, 1);
      assert.match(said[0]!, /^IMPACT-025 .*\(qontak-impact-hero\)/);
      assert.deepEqual(unhandled, []);
    } finally {
      removeEventListener('unhandledrejection', hear);
      Object.assign(console, { error });
      Object.assign(load, known);
    }
  });
});
