import { assert, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { unavailable, type WorkingHours, WorkingHoursInput } from '@qontak/impact-contract';
import { fakeService, hangs, readIn } from '#test/fake-service';
import type { Fetcher } from '#data';
import type { AfterHours } from '#widgets/after-hours';
import '#widgets/after-hours';
import '#widgets/provider';
import { sampleReport } from '../kit/sample-report.ts';
import { NIGHTS, NONE, OFFICE } from './after-hours.story.ts';

const SRC = 'https://metrics.example.id';
const report = sampleReport({ after_hours: NIGHTS });
const missing = sampleReport({ after_hours: unavailable('no_working_hours') });

const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });
const inside = <E extends HTMLElement = HTMLElement>(card: AfterHours, selector: string): E => card.shadowRoot!.querySelector<E>(selector)!;

/** A service that keeps working hours in versions, as the real one does. */
class HoursService {
  hours: WorkingHours;
  can_edit: boolean;
  version = 1;
  /** What was stored last. */
  stored: WorkingHoursInput | null = null;
  reports = 0;
  /** Chats are counted by the new hours in the background. */
  recounting = false;
  /** Instead of storing. */
  refuse: (() => Response | Promise<Response>) | null = null;

  constructor(hours: WorkingHours, can_edit = true) {
    this.hours = hours;
    this.can_edit = can_edit;
  }

  fetcher: Fetcher = async (url, init) => {
    if (url.pathname.endsWith('/impact-report')) {
      this.reports += 1;
      const { meta, ...rest } = this.hours.schedules.length === 0 ? missing : report;
      const generated_at = new Date(Date.parse(meta.generated_at) + this.reports * 1000).toISOString();
      return Response.json({ ...rest, meta: { ...meta, generated_at, recounting: this.recounting } });
    }
    if (init.method !== 'PUT') return this.answer();
    if (this.refuse !== null) return this.refuse();
    if (new Headers(init.headers).get('if-match') !== `"${this.version}"`) return new Response(null, { status: 412 });
    const input = WorkingHoursInput.parse(JSON.parse(init.body as string));
    this.stored = input;
    this.version += 1;
    this.hours = { ...this.hours, schedules: [{ ...input, changed: { by: 'u-1', at: '2026-11-22T03:00:00Z' } }, ...this.hours.schedules] };
    return this.answer();
  };

  answer(): Response {
    const body = { status: 'success', data: this.hours, meta: { organization: report.meta.organization, can_edit: this.can_edit } };
    return Response.json(body, { headers: { ETag: `"${this.version}"` } });
  }
}

const show = (service: HoursService, locale = 'en'): Promise<AfterHours> =>
  fixture<AfterHours>(html`<qontak-impact-after-hours locale=${locale} src=${SRC} .fetcher=${service.fetcher}></qontak-impact-after-hours>`);

async function opened(service: HoursService): Promise<AfterHours> {
  const card = await show(service);
  await waitUntil(() => inside(card, '.open-editor') !== null, 'nobody may change the hours', { timeout: 5000 });
  inside(card, '.open-editor').click();
  await waitUntil(() => inside(card, '.editor') !== null, 'no form', { timeout: 5000 });
  return card;
}
const choose = async (card: AfterHours, day: number, kind: 'closed' | 'open' | 'all_day'): Promise<void> => {
  const at = ['closed', 'open', 'all_day'].indexOf(kind);
  card.shadowRoot!.querySelectorAll<HTMLInputElement>(`[type="radio"][name="day_${day}"]`)[at]!.click();
  await card.updateComplete;
};
const enter = async (card: AfterHours, name: string, value: string): Promise<void> => {
  const field = inside<HTMLInputElement>(card, `[name="${name}"]`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await card.updateComplete;
};
const press = async (card: AfterHours, text: string): Promise<void> => {
  [...card.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent.trim() === text)!.click();
  await card.updateComplete;
};
const focused = (card: AfterHours): string | null => card.shadowRoot!.activeElement?.getAttribute('name') ?? null;
async function mondayFilled(card: AfterHours): Promise<void> {
  await choose(card, 1, 'open');
  await enter(card, 'time_1_0_start', '08:00');
  await enter(card, 'time_1_0_end', '17:00');
}

describe('after hours', () => {
  it('says what AI did while the team was away, and opens the chats behind it', async () => {
    const card = await fixture<AfterHours>(html`<qontak-impact-after-hours locale="id" .data=${report}></qontak-impact-after-hours>`);
    assert.include(readIn(card), 'Di luar jam kerja: 214 chat dijawab AI, 131 tuntas');
    const button = [...card.shadowRoot!.querySelectorAll<HTMLElement>('[part="chats-button"]')][0]!;
    setTimeout(() => button.click());
    assert.equal((await oneEvent(card, 'impact-open-chats')).detail.figure, 'after_hours_solved');
  });

  it('draws every hour of the day, in words and as a table too', async () => {
    const card = await fixture<AfterHours>(html`<qontak-impact-after-hours locale="en" .data=${report}></qontak-impact-after-hours>`);
    const picture = inside(card, 'svg.bars');
    assert.equal(picture.querySelectorAll('g').length, 24);
    assert.match(picture.getAttribute('aria-label')!, /^Chats by hour \(WIB\): 455 of 794 came in outside your working hours\./);
    const rects = [...picture.querySelectorAll<SVGRectElement>('g:nth-child(20) rect:not(.reach)')];
    assert.deepEqual(
      rects.map((rect) => Math.round(rect.height.baseVal.value)),
      [100, 0],
      'at 19:00 all chats are outside the hours, and it is the busiest hour',
    );
    assert.equal(card.shadowRoot!.querySelectorAll('tbody tr').length, 24);
  });

  it('opens the chats of an hour: from the table, and from its bar', async () => {
    const card = await fixture<AfterHours>(html`<qontak-impact-after-hours locale="en" .data=${report}></qontak-impact-after-hours>`);
    const opened = async (from: Element): Promise<unknown[]> => {
      setTimeout(() => from.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })));
      const { figure, place } = (await oneEvent(card, 'impact-open-chats')).detail;
      return [figure, place];
    };
    const [outside, every] = card.shadowRoot!.querySelectorAll('tbody tr:nth-child(20) button');
    assert.deepEqual(
      [await opened(outside!), await opened(every!)],
      [
        ['after_hours', 19],
        ['closed', 19],
      ],
    );
    const bar = inside(card, 'svg.bars').querySelector('g:nth-child(20)')!;
    assert.deepEqual(
      [await opened(bar.querySelector('.outside')!), await opened(bar.querySelector('.reach')!)],
      [
        ['after_hours', 19],
        ['closed', 19],
      ],
    );
    assert.deepEqual(await opened(inside(card, '.busiest button')), ['after_hours', 19]);
    assert.deepEqual(await opened(card.shadowRoot!.querySelectorAll('.rate button')[1]!), ['after_hours_judged', null]);
  });

  it('opens nothing where the host offers no chats', async () => {
    const card = await fixture<AfterHours>(
      html`<qontak-impact-after-hours locale="en" .features=${{ chats: false }} .data=${report}></qontak-impact-after-hours>`,
    );
    let opened = 0;
    card.addEventListener('impact-open-chats', () => (opened += 1));
    inside(card, 'svg.bars .outside').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    assert.deepEqual([opened, card.shadowRoot!.querySelectorAll('button.chats-number').length], [0, 0]);
  });

  it('keeps its place while it loads: what stands below does not jump', async () => {
    for (const width of [360, 620, 800, 1016]) {
      const page = await fixture<HTMLElement>(
        html`<div><qontak-impact-after-hours locale="id" src=${SRC} .fetcher=${fakeService(hangs).fetcher}></qontak-impact-after-hours></div>`,
      );
      page.style.width = `${width}px`;
      const card = page.querySelector('qontak-impact-after-hours')!;
      const loading = card.getBoundingClientRect().height;
      card.data = report;
      await card.updateComplete;
      assert.closeTo(card.getBoundingClientRect().height, loading, 50, `at ${width} px`);
    }
  });

  it('says by which hours it counts, and lets supervisors only read them', async () => {
    const card = await show(new HoursService(OFFICE, false), 'id');
    await says(card, 'Jam kerja yang dipakai');
    const text = readIn(card);
    assert.include(text, 'Senin–Kamis 08.00–17.00');
    assert.include(text, 'Sabtu 18.00–02.00');
    assert.include(text, 'Hari libur: 17 Okt 2026 (Ulang tahun toko)');
    assert.include(text, 'Hanya admin bisnis Anda yang bisa mengisi dan mengubah jam kerja.');
    assert.isNull(inside(card, '.open-editor'));
  });
});

describe('after hours beside a report that the page gives itself', () => {
  const given = (settings: Partial<AfterHours>): Promise<AfterHours> =>
    fixture<AfterHours>(
      html`<qontak-impact-after-hours locale="en" .data=${report} .src=${settings.src} .fetcher=${settings.fetcher}></qontak-impact-after-hours>`,
    );

  it('lets an admin change the hours at the service, which is asked for nothing else', async () => {
    const service = new HoursService(OFFICE);
    const card = await given({ src: SRC, fetcher: service.fetcher });
    await waitUntil(() => card.shadowRoot!.querySelector('.open-editor') !== null, 'nobody may change the hours', { timeout: 5000 });
    inside(card, '.open-editor').click();
    await waitUntil(() => card.shadowRoot!.querySelector('.editor') !== null, 'no form', { timeout: 5000 });
    await press(card, 'Save');
    await waitUntil(() => service.stored !== null, 'nothing is stored', { timeout: 5000 });
    assert.equal(service.reports, 0);
  });

  it('says that the hours could not be had, keeps their room, and asks again', async () => {
    const service = new HoursService(OFFICE);
    const answers = [new Response(null, { status: 503 }), service.answer()];
    service.answer = () => answers.shift()!;
    const card = await given({ src: SRC, fetcher: service.fetcher });
    await says(card, 'The working hours could not be loaded.');
    const room = inside(card, '.schedule').offsetHeight;
    await press(card, 'Try again');
    await says(card, 'The working hours in use');
    assert.equal(inside(card, '.schedule').offsetHeight, room);
    assert.equal(card.shadowRoot!.activeElement, inside(card, '.root'), 'the keyboard stays in the card');
  });

  it('and offers nobody what nothing could store', async () => {
    const card = await given({});
    await says(card, '214');
    assert.isNull(card.shadowRoot!.querySelector('.open-editor'));
  });
});

describe('after hours without working hours', () => {
  it('asks nobody for hours by which chats are being counted, before it knows them and after', async () => {
    const service = new HoursService(OFFICE);
    const counting = { ...sampleReport({ after_hours: unavailable('being_counted') }, { recounting: true }) };
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const fetcher: Fetcher = async (url, init) => (await held, service.fetcher(url, init));
    const card = await fixture<AfterHours>(
      html`<qontak-impact-after-hours locale="en" src=${SRC} .fetcher=${fetcher} .data=${counting}></qontak-impact-after-hours>`,
    );
    assert.include(readIn(card), 'Working hours are set');
    assert.equal(card.shadowRoot!.querySelector('.open-editor'), null);
    answer();
    await waitUntil(() => card.shadowRoot!.querySelector('.schedule details') !== null, 'the hours are not shown');
    assert.include(readIn(card), 'The figure appears shortly.');
    assert.equal(inside(card, '.open-editor').textContent.trim(), 'Change working hours');
  });

  it('assumes none, and tells a supervisor who can enter them', async () => {
    const card = await show(new HoursService(NONE, false));
    await says(card, 'Working hours are not set yet');
    await says(card, "Only your business's admins can enter and change the working hours.");
    assert.isNull(inside(card, '.open-editor'));
  });

  it('lets an admin enter them: several intervals, past midnight, a day of 24 hours, a holiday', async () => {
    const service = new HoursService(NONE);
    const card = await opened(service);
    assert.equal(focused(card), 'effective_from');
    assert.equal(inside<HTMLInputElement>(card, '[name="effective_from"]').value, '2026-10-01', 'the shown period is to be counted');
    await mondayFilled(card);
    await enter(card, 'time_1_0_end', '12:00');
    inside(card, '[data-add="day_1"]').click();
    await card.updateComplete;
    await waitUntil(() => focused(card) === 'time_1_1_start', 'the new line gets the keyboard');
    await enter(card, 'time_1_1_start', '20:00');
    await enter(card, 'time_1_1_end', '02:00');
    assert.include(readIn(card), 'until Tuesday');
    await choose(card, 6, 'all_day');
    inside(card, '[data-add="holiday"]').click();
    await card.updateComplete;
    await enter(card, 'holiday_0', '2026-12-25');
    await enter(card, 'holiday_0_name', 'Christmas');
    await press(card, 'Save');
    await says(card, 'Working hours saved.');
    assert.deepEqual(service.stored, {
      effective_from: '2026-10-01',
      shifts: [
        { day_number: 1, start: '08:00', end: '12:00', is_24h: false, cross_midnight: false },
        { day_number: 1, start: '20:00', end: '02:00', is_24h: false, cross_midnight: true },
        { day_number: 6, start: '00:00', end: '24:00', is_24h: true, cross_midnight: false },
      ],
      holidays: [{ date: '2026-12-25', name: 'Christmas' }],
    });
    await says(card, 'AI answered 214, solved 131');
    assert.equal(service.reports, 2, 'the report was asked for anew, once');
  });

  it('says that the figures are being counted again for as long as they are', async () => {
    const service = new HoursService(OFFICE);
    const card = await opened(service);
    service.recounting = true;
    await press(card, 'Save');
    await says(card, 'Working hours saved. The figures are being counted again.');
    await waitUntil(() => service.reports === 2, 'the report is not asked for anew');
    service.recounting = false;
    await card.refresh();
    await waitUntil(() => inside(card, '.saved').textContent === 'Working hours saved.', 'still being counted');
  });

  it('works below a provider, through its way to the service', async () => {
    const service = new HoursService(NONE);
    const page = await fixture(
      html`<qontak-impact-provider locale="en" src=${SRC} .fetcher=${service.fetcher}
        ><qontak-impact-after-hours></qontak-impact-after-hours
      ></qontak-impact-provider>`,
    );
    await says(page, 'Enter working hours');
  });
});

describe('the form for working hours', () => {
  it('says what is wrong beside the field, and takes the keyboard there', async () => {
    const service = new HoursService(NONE);
    const card = await opened(service);
    await press(card, 'Save');
    await says(card, 'Choose at least one day on which you are open.');
    assert.equal(focused(card), 'day_1');
    await mondayFilled(card);
    await enter(card, 'time_1_0_end', '08:00');
    await press(card, 'Save');
    await says(card, 'Opening and closing are the same.');
    const end = inside(card, '[name="time_1_0_end"]');
    assert.equal(end.getAttribute('aria-invalid'), 'true');
    assert.include(inside(card, `#${end.getAttribute('aria-describedby')}`).textContent, 'Opening and closing are the same.');
    assert.equal(focused(card), 'time_1_0_end');
    await enter(card, 'time_1_0_end', '17:00');
    assert.notInclude(readIn(card), 'Opening and closing are the same.', 'once put right, it is not held against one');
    assert.isNull(service.stored);
  });

  it('does not drop a holiday of which only a part of the day is typed', async () => {
    const service = new HoursService(OFFICE);
    const card = await opened(service);
    inside(card, '[data-add="holiday"]').click();
    const added = `holiday_${OFFICE.schedules[0]!.holidays.length}`;
    await waitUntil(() => focused(card) === added, 'the new line gets the keyboard');
    await sendKeys({ press: '1' });
    await sendKeys({ press: 'Enter' });
    await says(card, 'Enter the date of the holiday, or remove this line.');
    assert.equal(focused(card), added);
    assert.isNull(service.stored);
  });

  it('keeps what was typed when saving fails, and saves it at the next try', async () => {
    const service = new HoursService(NONE);
    service.refuse = () => Promise.reject(new TypeError('Failed to fetch'));
    const card = await opened(service);
    await mondayFilled(card);
    await press(card, 'Save');
    await says(card, 'Not saved. What you entered is still here');
    assert.equal(inside<HTMLInputElement>(card, '[name="time_1_0_end"]').value, '17:00');
    service.refuse = null;
    await press(card, 'Save');
    await says(card, 'Working hours saved.');
    assert.equal(service.stored!.shifts.length, 1);
  });

  it('says so when the service forbids it, or refuses a field', async () => {
    const service = new HoursService(NONE);
    service.refuse = () => Response.json({ status: 'error', error: { code: 'invalid', messages: ['shifts[0].end: too late'] } }, { status: 422 });
    const card = await opened(service);
    await mondayFilled(card);
    await press(card, 'Save');
    await says(card, 'What you entered was not accepted.');
    assert.equal(inside(card, '[name="time_1_0_end"]').getAttribute('aria-invalid'), 'true');
    service.refuse = () => new Response(null, { status: 403 });
    await press(card, 'Save');
    await says(card, 'Only admins can save working hours.');
    assert.equal(inside<HTMLInputElement>(card, '[name="time_1_0_end"]').value, '17:00');
  });

  it('lets an admin change the hours again whose token was of another organization for a moment', async () => {
    const service = new HoursService(OFFICE);
    const { fetcher } = service;
    let foreign = false;
    service.fetcher = (url, init) => (foreign ? Promise.resolve(new Response(null, { status: 403 })) : fetcher(url, init));
    const card = await opened(service);
    foreign = true;
    await press(card, 'Save');
    await waitUntil(() => inside(card, '.failure') !== null, 'the report stays', { timeout: 5000 });
    foreign = false;
    await card.refresh();
    await waitUntil(() => inside(card, '.editor') !== null, 'the form is lost', { timeout: 5000 });
    await press(card, 'Cancel');
    await waitUntil(() => inside(card, '.open-editor') !== null, 'an admin is locked out', { timeout: 5000 });
  });

  it('overwrites nobody: another admin was faster', async () => {
    const service = new HoursService(OFFICE);
    const card = await opened(service);
    await enter(card, 'time_1_0_end', '16:00');
    const [theirs] = OFFICE.schedules;
    const changed = { by: 'u-2', at: '2026-11-22T02:00:00Z' };
    service.hours = { ...OFFICE, schedules: [{ ...theirs!, shifts: [{ ...theirs!.shifts[0]!, end: '21:00' }], changed }] };
    service.version = 7;
    await press(card, 'Save');
    await says(card, 'Another admin has just changed the working hours.');
    assert.isNull(service.stored);
    assert.equal(inside<HTMLInputElement>(card, '[name="time_1_0_end"]').value, '16:00');
    assert.match(
      readIn(inside(card, '.theirs')),
      /^Newly saved Monday 08:00–21:00 Tuesday–Sunday closed .*In force since 1 Jan 2026 \(WIB\)\. Saved 22 Nov 2026 09:00 WIB\.$/,
    );

    await press(card, 'Take their change');
    assert.equal(inside<HTMLInputElement>(card, '[name="time_1_0_end"]').value, '21:00');
    await press(card, 'Save');
    await says(card, 'Working hours saved.');
    assert.equal(service.stored!.shifts[0]!.end, '21:00');
  });

  it('saves one’s own after a conflict when one insists', async () => {
    const service = new HoursService(OFFICE);
    const card = await opened(service);
    await enter(card, 'time_1_0_end', '16:00');
    service.version = 7;
    await press(card, 'Save');
    await says(card, 'Save mine all the same');
    await press(card, 'Save mine all the same');
    await says(card, 'Working hours saved.');
    assert.equal(service.stored!.shifts[0]!.end, '16:00');
  });

  it('takes one day for all, and a line away, with the keyboard in its place', async () => {
    const card = await opened(new HoursService(NONE));
    await mondayFilled(card);
    await press(card, 'Make every day like Monday');
    assert.equal(inside<HTMLInputElement>(card, '[name="time_0_0_start"]').value, '08:00');
    inside(card, '[aria-label="Remove hours 1 of Sunday"]').click();
    await waitUntil(() => focused(card) === 'day_0', 'the keyboard is lost');
    assert.isNull(inside(card, '[name="time_0_0_start"]'));
  });

  it('leaves without a trace', async () => {
    const service = new HoursService(OFFICE);
    const card = await opened(service);
    await enter(card, 'time_1_0_end', '16:00');
    await press(card, 'Cancel');
    await waitUntil(() => inside(card, '.editor') === null && card.shadowRoot!.activeElement === inside(card, '.open-editor'), 'the keyboard is lost');
    inside(card, '.open-editor').click();
    await waitUntil(() => inside(card, '.editor') !== null);
    assert.equal(inside<HTMLInputElement>(card, '[name="time_1_0_end"]').value, '17:00');
  });

  it('keeps what is typed from the shortcuts of the page', async () => {
    const card = await opened(new HoursService(NONE));
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', listen);
    for (const key of ['s', '/', 'Escape', 'Tab']) {
      inside(card, '[name="effective_from"]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    document.removeEventListener('keydown', listen);
    assert.deepEqual(heard, ['Escape', 'Tab']);
  });
});
