import { assert } from '@open-wc/testing';
import { define } from '#kit';

describe('registering a tag', () => {
  it('twice keeps the first, warns, and does not stop the page', () => {
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
    } finally {
      console.warn = warn;
    }
    assert.equal(customElements.get('qontak-impact-twice'), First);
    assert.match(warnings[0]!, /qontak-impact-twice.*first/);
  });
});
