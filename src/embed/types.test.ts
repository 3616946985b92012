// What TypeScript knows of our events, wherever a host listens: this file compiles, and the events are what it says.
import { assert, fixture, html, oneEvent } from '@open-wc/testing';
import { type ImpactReadyEvent, mount, VERSION } from '#embed';
import { sampleReport } from '../../widgets/kit/sample-report.ts';

describe('events', () => {
  it('are typed on elements, document and window', async () => {
    const target = await fixture<HTMLElement>(html`<main></main>`);
    const heard: number[] = [];
    const { signal, abort } = stopper();
    target.addEventListener('impact-ready', (event) => heard.push(event.detail.ms), { signal });
    document.addEventListener('impact-ready', (event) => heard.push(event.detail.ms), { signal });
    window.addEventListener('impact-ready', (event) => heard.push(event.detail.ms), { signal });
    setTimeout(() => mount(target, { element: 'hero', data: sampleReport() }));
    const event: ImpactReadyEvent = await oneEvent(target, 'impact-ready');
    assert.deepEqual(heard, [event.detail.ms, event.detail.ms, event.detail.ms]);
    assert.equal(event.detail.version, VERSION);
    abort();
  });

  it('carry the error code, and a host that prevents it shows the failure itself', async () => {
    const target = await fixture<HTMLElement>(html`<main></main>`);
    const { signal, abort } = stopper();
    target.addEventListener(
      'impact-error',
      (event) => {
        assert.equal(event.detail.code, 'server');
        event.preventDefault();
      },
      { signal },
    );
    const fetcher = async (): Promise<Response> => new Response(null, { status: 500 });
    const { element, ready } = mount(target, { element: 'hero', src: 'https://metrics.example.id', fetcher });
    await ready.catch(() => undefined);
    await (element as HTMLElementTagNameMap['qontak-impact-hero']).updateComplete;
    assert.isNull(element.shadowRoot!.querySelector('[part="error"]'));
    abort();
  });
});

function stopper(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
