import { assert, waitUntil } from '@open-wc/testing';
import { define, ownTag, selectorOf, VERSION } from '#kit';

describe('registering a tag', () => {
  it('twice keeps the first, warns, and does not stop the page', async () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => warnings.push(text);
    try {
      define('qontak-impact-twice', First);
      define('qontak-impact-twice', First);
      assert.equal(warnings.length, 0);
      define('qontak-impact-twice', Second);
      await waitUntil(() => warnings.length > 0, 'it warns');
    } finally {
      console.warn = warn;
    }
    assert.equal(customElements.get('qontak-impact-twice'), First);
    assert.match(warnings[0]!, /^IMPACT-024 .*qontak-impact-twice/);
    const own = `qontak-impact-twice-v${VERSION.replaceAll('.', '-')}`;
    assert.equal(customElements.get(own), Second, 'the second has a name of its own, for what is made of it');
    assert.equal(ownTag('qontak-impact-twice'), own);
    assert.equal(selectorOf('qontak-impact-twice', 'qontak-impact-unknown'), `${own}, qontak-impact-unknown`);
  });
});
