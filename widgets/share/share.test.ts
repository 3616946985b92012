import { assert, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { readIn } from '#test/fake-service';
import type { Share } from '#widgets/share';
import '#report';
import '#widgets/share';
import { month } from './share.story.ts';

const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });
const button = (share: Share, name: string): HTMLButtonElement =>
  [...share.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent.trim() === name)!;

/** Puts something else in the place of a function of the browser for the length of a test. */
const undo: (() => void)[] = [];
function replace<T extends object>(object: T, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, writable: true, value });
  undo.push(() => (before ? Object.defineProperty(object, name, before) : Reflect.deleteProperty(object, name)));
}

async function opened(): Promise<Share> {
  const share = await fixture<Share>(html`<qontak-impact-share locale="en" .data=${month()}></qontak-impact-share>`);
  button(share, 'Share with your boss').click();
  await says(share, 'AI solved 62 of every 100 chats by itself');
  return share;
}

describe('share', () => {
  afterEach(() => undo.splice(0).forEach((restore) => restore()));

  it('shows what would be shared before anything is', async () => {
    const share = await opened();
    assert.equal(button(share, 'Share with your boss').ariaExpanded, 'true');
    assert.include(readIn(share), "It holds no customers' personal data.");
  });

  it('closes on Escape and gives the keyboard back', async () => {
    const share = await opened();
    button(share, 'Copy the text').focus();
    await sendKeys({ press: 'Escape' });
    await share.updateComplete;
    assert.isUndefined(button(share, 'Copy the text'));
    assert.equal(share.shadowRoot!.activeElement, button(share, 'Share with your boss'));
  });

  it("sends by the device's own way where there is one", async () => {
    const share = await opened();
    const shared: ShareData[] = [];
    replace(navigator, 'share', (data: ShareData) => Promise.resolve(void shared.push(data)));
    button(share, 'Send on WhatsApp').click();
    await waitUntil(() => shared.length === 1);
    assert.match(shared[0]!.text!, /^AI report Toko Sejahtera: October 2026\n/);
  });

  it('else opens WhatsApp in a window that knows nothing of this page', async () => {
    const share = await opened();
    const windows: string[][] = [];
    replace(navigator, 'share', undefined);
    replace(window, 'open', (...args: string[]) => void windows.push(args));
    button(share, 'Send on WhatsApp').click();
    await waitUntil(() => windows.length === 1);
    const [url, target, features] = windows[0]!;
    assert.match(new URL(url!).searchParams.get('text')!, /^AI report Toko Sejahtera/);
    assert.equal(new URL(url!).origin, 'https://wa.me');
    assert.deepEqual([target, features], ['_blank', 'noopener,noreferrer']);
  });

  it('copies, and says when it cannot', async () => {
    const share = await opened();
    const copied: string[] = [];
    replace(navigator.clipboard, 'writeText', async (text: string) => void copied.push(text));
    button(share, 'Copy the text').click();
    await says(share, 'The text is copied.');
    assert.match(copied[0]!, /6 more looked solved/);
    replace(navigator.clipboard, 'writeText', () => Promise.reject(new DOMException('', 'NotAllowedError')));
    button(share, 'Copy the text').click();
    await says(share, 'Select it and copy it yourself');
  });

  it('gives all figures as a file', async () => {
    const share = await opened();
    const blobs: Blob[] = [];
    replace(URL, 'createObjectURL', (blob: Blob) => (blobs.push(blob), 'blob:none'));
    replace(HTMLAnchorElement.prototype, 'click', () => {});
    setTimeout(() => button(share, 'Download all figures (CSV)').click());
    const { detail } = await oneEvent(share, 'impact-export');
    await says(share, 'ai-report-2026-10-01-2026-10-31.csv is downloaded');
    const lines = (await blobs[0]!.text()).trimEnd().split('\r\n');
    assert.deepInclude(detail, { kind: 'csv', rows: lines.length });
    assert.include(lines[0], 'Section,Figure,Value');
  });

  it('saves a picture with the gap, the days and the method on it, twice as sharp as the screen', async () => {
    const share = await opened();
    const blobs: Blob[] = [];
    const written: string[] = [];
    replace(URL, 'createObjectURL', (blob: Blob) => (blobs.push(blob), 'blob:none'));
    replace(HTMLAnchorElement.prototype, 'click', () => {});
    replace(CanvasRenderingContext2D.prototype, 'fillText', (text: string) => void written.push(text));
    setTimeout(() => button(share, 'Save as a picture').click());
    const { detail } = await oneEvent(share, 'impact-export');
    assert.equal(detail.kind, 'image');
    await says(share, 'ai-report-2026-10-01-2026-10-31.png is downloaded');
    // What belongs together is joined by spaces that do not break.
    const text = written.join(' ').replaceAll('\u00a0', ' ');
    for (const one of [
      'Toko Sejahtera: October 2026',
      'AI solved 62 of every 100',
      '6 more looked solved',
      'How we count: We count',
      '62% · 620 chats',
      'at 6 minutes a chat',
    ])
      assert.include(text, one);
    const picture = await createImageBitmap(blobs[0]!);
    assert.equal(picture.width, 1440);
    const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
    const ctx = canvas.getContext('2d')!;
    ctx.drawImage(picture, 0, 0);
    const { data } = ctx.getImageData(0, 0, picture.width, picture.height);
    const share_of = (red: number, green: number, blue: number): number =>
      Array.from({ length: data.length / 4 }, (_, at) => data[4 * at] === red && data[4 * at + 1] === green && data[4 * at + 2] === blue).filter(Boolean)
        .length;
    // 62 of 100 chats in violet, of a bar of 640 by 32.
    assert.closeTo(share_of(130, 112, 219) / (640 * 32 * 4), 0.62, 0.02);
  });

  it('says when no picture could be made', async () => {
    const share = await opened();
    replace(HTMLCanvasElement.prototype, 'toBlob', (done: BlobCallback) => done(null));
    button(share, 'Save as a picture').click();
    await says(share, 'The picture could not be made. Try again.');
  });

  it('prints one page of its own and leaves nothing behind', async () => {
    const share = await opened();
    let printed = '';
    const rules = document.adoptedStyleSheets.length;
    replace(window, 'print', () => {
      printed = readIn(document.querySelector('[data-impact-paper]')!);
      assert.match([...document.adoptedStyleSheets.at(-1)!.cssRules].map((rule) => rule.cssText).join(''), /@page \{ size: portrait/);
    });
    button(share, 'Print one page').click();
    await waitUntil(() => printed !== '');
    assert.include(printed, '6 more looked solved');
    assert.include(printed, 'How we count');
    dispatchEvent(new Event('afterprint'));
    assert.isNull(document.querySelector('[data-impact-paper]'));
    assert.equal(document.adoptedStyleSheets.length, rules);
  });

  it('lets nothing out that the host holds back', async () => {
    const share = await opened();
    let printed = false;
    replace(window, 'print', () => (printed = true));
    share.addEventListener('impact-export', (event) => event.preventDefault());
    button(share, 'Print one page').click();
    await share.updateComplete;
    assert.isFalse(printed);
  });

  it('is part of the report', async () => {
    const report = await fixture(html`<qontak-impact-report locale="en" .data=${month()}></qontak-impact-report>`);
    await says(report, 'Share with your boss');
  });
});
