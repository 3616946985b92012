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

  it('that another copy has written already, before its code came, leaves it to that copy', async () => {
    const otherCopy = new URL('./define.ts?another-copy', import.meta.url).href;
    const other = (await import(otherCopy)) as { define: typeof define; ownTag: typeof ownTag };
    class Early extends HTMLElement {}
    class Late extends HTMLElement {}
    const written = document.createElement(ownTag('qontak-impact-late'));
    document.body.append(written);
    other.define('qontak-impact-late', Early);
    define('qontak-impact-late', Late);
    assert.equal(written.localName, 'qontak-impact-late');
    assert.isTrue(written instanceof Late);
    assert.isTrue(customElements.get(other.ownTag('qontak-impact-late')) === Early);
    written.remove();
  });
});
