import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { addDays, resolvePeriod } from '@qontak/impact-contract';
import { fakeService, type FakeService, hangs, readIn, refuses } from '#test/fake-service';
import type { PeriodPicker } from '#widgets/period-picker';
import '#widgets/period-picker';
import '#widgets/provider';
import '#report';
import { sampleReport } from '../kit/sample-report.ts';

const SRC = 'https://metrics.example.id';
const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });

/** Answers with the days and the channel that were asked for. */
const answering = (): FakeService =>
  fakeService(({ url }) => {
    const { channel = null, ...query } = Object.fromEntries(url.searchParams);
    const days = resolvePeriod(query, '2026-11-22');
    const period = { ...days, channel, status: 'final', final_on: addDays(days.to, 3), frozen: null } as const;
    return Response.json(sampleReport({}, { period }));
  });
const asked = (service: FakeService): string => service.seen.at(-1)!.url.search;
const field = <E extends HTMLInputElement | HTMLSelectElement = HTMLSelectElement>(picker: PeriodPicker, name: string): E =>
  picker.shadowRoot!.querySelector<E>(`[name="${name}"]`)!;
const enter = async (picker: PeriodPicker, name: string, value: string): Promise<void> => {
  const control = field(picker, name);
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await picker.updateComplete;
};
const submit = async (picker: PeriodPicker): Promise<void> => {
  picker.shadowRoot!.querySelector<HTMLButtonElement>('[type="submit"]')!.click();
  await picker.updateComplete;
};

async function underProvider(service: FakeService): Promise<{ page: Element; picker: PeriodPicker }> {
  const page = await fixture(
    html`<qontak-impact-provider locale="en" src=${SRC} .fetcher=${service.fetcher}
      ><qontak-impact-period-picker></qontak-impact-period-picker
    ></qontak-impact-provider>`,
  );
  await says(page, 'Shown: October 2026, all channels.');
  return { page, picker: page.querySelector('qontak-impact-period-picker')! };
}

describe('period picker', () => {
  it('turns the provider around it to a preset, and keeps the keyboard in its place meanwhile', async () => {
    const service = answering();
    const { page, picker } = await underProvider(service);
    field(picker, 'period').focus();
    await enter(picker, 'period', 'last_7');
    await says(page, 'Shown: 15–21 Nov 2026, all channels.');
    assert.equal(asked(service), '?period=P7D');
    assert.equal(picker.shadowRoot!.activeElement, field(picker, 'period'));
    assert.equal(field(picker, 'period').value, 'last_7');
  });

  it('turns to a channel and keeps the days', async () => {
    const service = answering();
    const { page, picker } = await underProvider(service);
    await enter(picker, 'channel', 'instagram');
    await says(page, 'Shown: October 2026, Instagram.');
    assert.equal(asked(service), '?period=2026-10&channel=instagram');
    await enter(picker, 'channel', '');
    await says(page, 'Shown: October 2026, all channels.');
    assert.equal(asked(service), '?period=2026-10');
  });

  it('asks for dates of one’s own only once they are complete and possible', async () => {
    const service = answering();
    const { page, picker } = await underProvider(service);
    await enter(picker, 'period', 'custom');
    assert.equal(field<HTMLInputElement>(picker, 'from').value, '2026-10-01', 'starts from what is shown');
    await enter(picker, 'from', '2026-10-20');
    await enter(picker, 'to', '2026-10-05');
    assert.equal(service.seen.length, 1);
    await submit(picker);
    await says(page, 'The first date must not be later than the last.');
    const from = field<HTMLInputElement>(picker, 'from');
    assert.equal(from.getAttribute('aria-invalid'), 'true');
    assert.equal(picker.shadowRoot!.activeElement, from);
    assert.equal(service.seen.length, 1, 'the service is not asked for the impossible');

    await enter(picker, 'from', '2026-10-02');
    assert.notInclude(readIn(picker), 'must not be later');
    await submit(picker);
    await says(page, 'Shown: 2–5 Oct 2026, all channels.');
    assert.equal(asked(service), '?from=2026-10-02&to=2026-10-05');
  });

  it('stays usable when a choice cannot be shown', async () => {
    const service = answering();
    const { page, picker } = await underProvider(service);
    const { answer } = service;
    service.answer = refuses(400);
    await enter(picker, 'period', 'this_month');
    await says(page, 'The report for November 2026 could not be shown.');
    service.answer = answer;
    await enter(picker, 'period', 'last_30');
    await says(page, 'Shown: 23 Oct 2026 – 21 Nov 2026');
  });

  it('says what it waits for', async () => {
    const service = answering();
    const { page, picker } = await underProvider(service);
    service.answer = hangs;
    await enter(picker, 'period', 'last_7');
    await says(page, 'Loading 15–21 Nov 2026…');
  });

  it('turns a report that holds it, and a picker alone on a page', async () => {
    const service = answering();
    const report = await fixture<HTMLElement>(html`<qontak-impact-report locale="en" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-report>`);
    await says(report, 'Shown: October 2026');
    await enter(report.shadowRoot!.querySelector('qontak-impact-period-picker')!, 'period', 'this_month');
    await says(report, 'Shown: November 2026');

    const alone = await fixture<PeriodPicker>(
      html`<qontak-impact-period-picker locale="en" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-period-picker>`,
    );
    await says(alone, 'Shown: October 2026');
    await enter(alone, 'period', 'last_7');
    await says(alone, 'Shown: 15–21 Nov 2026');
  });

  it('leaves the decision to a host that wants it', async () => {
    const service = answering();
    const { page, picker } = await underProvider(service);
    const choices: unknown[] = [];
    const decide = (event: CustomEvent): void => {
      event.preventDefault();
      choices.push(event.detail);
    };
    document.addEventListener('impact-period-change', decide as EventListener);
    await enter(picker, 'period', 'last_7');
    document.removeEventListener('impact-period-change', decide as EventListener);
    assert.deepEqual(choices, [{ period: 'P7D', channel: null, version: '0.1.0' }]);
    await picker.updateComplete;
    assert.equal(service.seen.length, 1);
    assert.include(readIn(page), 'Shown: October 2026');
  });

  it('follows a host that chooses', async () => {
    const service = answering();
    const { page, picker } = await underProvider(service);
    page.setAttribute('from', '2026-08-25');
    page.setAttribute('to', '2026-09-08');
    await says(page, 'Shown: 25 Aug 2026 – ');
    assert.equal(field(picker, 'period').value, 'custom');
    assert.equal(field<HTMLInputElement>(picker, 'to').value, '2026-09-08');
  });

  it('keeps what is typed from the shortcuts of the page', async () => {
    const { picker } = await underProvider(answering());
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', listen);
    for (const key of ['s', '/', 'Escape', 'Tab']) {
      field(picker, 'period').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    document.removeEventListener('keydown', listen);
    assert.deepEqual(heard, ['Escape', 'Tab']);
  });
});
