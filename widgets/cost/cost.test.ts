import { assert, aTimeout, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CostAssumption, CostAssumptionInput } from '@qontak/impact-contract';
import { costIn } from '@qontak/impact-contract';
import { readIn } from '#test/fake-service';
import type { Cost } from '#widgets/cost';
import '#widgets/cost';
import '#widgets/hero';
import '#widgets/provider';
import { sampleReport } from '../kit/sample-report.ts';
import { entered, inTwoParts, meets, MONTH, NOTHING, shop } from './cost.story.ts';

const hanging = (): Promise<Response> => new Promise(() => {});
const SRC = 'https://metrics.example.id';

const says = (element: Element, text: string): Promise<void> => waitUntil(() => readIn(element).includes(text), `never says: ${text}`, { timeout: 5000 });
const find = <E extends HTMLElement>(cost: Element, selector: string): E | null => cost.shadowRoot!.querySelector<E>(selector);
const appears = async <E extends HTMLElement>(cost: Element, selector: string): Promise<E> => {
  await waitUntil(() => find(cost, selector) !== null, `never there: ${selector}`, { timeout: 5000 });
  return find<E>(cost, selector)!;
};

interface Seen {
  path: string;
  method: string;
  body: CostAssumptionInput | null;
}

/** A shop's service that remembers what it was asked. */
function watched(options: Parameters<typeof shop>[0]) {
  const answer = shop(options);
  const seen: Seen[] = [];
  const fetcher = (url: URL, init: RequestInit): Promise<Response> => {
    seen.push({
      path: url.pathname,
      method: init.method ?? 'GET',
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as CostAssumptionInput) : null,
    });
    return answer(url, init);
  };
  return { fetcher, seen, stored: () => seen.filter(({ method }) => method === 'PUT').map(({ body }) => body) };
}

const show = (options: Parameters<typeof shop>[0]): { service: ReturnType<typeof watched>; shown: Promise<Cost> } => {
  const service = watched(options);
  return { service, shown: fixture<Cost>(html`<qontak-impact-cost locale="id" src=${SRC} .fetcher=${service.fetcher}></qontak-impact-cost>`) };
};

async function edit(cost: Cost): Promise<void> {
  (await appears(cost, '#change')).click();
  await appears(cost, '.form');
}

async function type(cost: Cost, name: string, text: string): Promise<void> {
  const input = find<HTMLInputElement>(cost, `#${name}`)!;
  input.focus();
  input.select();
  await sendKeys({ type: text });
  await cost.updateComplete;
}

/** For every month, also the one that is shown. */
async function fromBeginning(cost: Cost): Promise<void> {
  const day = find<HTMLInputElement>(cost, '#effective_from')!;
  day.value = '';
  day.dispatchEvent(new InputEvent('input'));
  await cost.updateComplete;
}

const save = (cost: Cost): void => find(cost, '.form [type="submit"]')!.click();

describe('cost', () => {
  it('says hours first with what they are worth, how that comes about on request, and what each rests on', async () => {
    const { shown } = show({ chats: 460, figures: MONTH });
    const cost = await shown;
    await says(cost, 'Waktu tim yang dihemat: 46 jam (memakai 6 menit per chat)');
    assert.include(readIn(cost), 'Perkiraan nilai: Rp1,6 juta, memakai angka yang Anda isi');
    assert.include(readIn(cost), 'Setelah dikurangi biaya AI: +Rp0,9 juta');
    assert.notInclude(readIn(cost), 'Biaya AI kembali mulai');
    find<HTMLInputElement>(cost, '.segment:last-of-type input')!.click();
    await says(cost, 'Biaya AI kembali mulai 200 chat selesai sebulan');
    assert.include(readIn(cost), 'oleh pengguna admin-7');
  });

  it('asks for the hourly cost in plain words, and begins there', async () => {
    const cost = await show({ chats: 460, figures: NOTHING }).shown;
    await says(cost, 'Asumsi: 5 menit per chat. Belum ada yang mengisi angka bisnis Anda.');
    find<HTMLInputElement>(cost, '.segment:last-of-type input')!.click();
    await says(cost, 'Berapa biaya satu jam kerja tim Anda?');
    (await appears(cost, '.ask .button')).click();
    await waitUntil(() => cost.shadowRoot!.activeElement?.id === 'hourly_cost');
  });

  it('opens the chats behind its number', async () => {
    const cost = await fixture<Cost>(
      html`<qontak-impact-cost .data=${sampleReport({ cost: costIn(460, MONTH, sampleReport().meta.period) })}></qontak-impact-cost>`,
    );
    setTimeout(() => find(cost, 'button.chats-number')!.click());
    assert.equal((await oneEvent(cost, 'impact-open-chats')).detail.figure, 'stayed_solved');
  });
});

describe('cost: from which day on', () => {
  const day = (cost: Cost): HTMLInputElement => find<HTMLInputElement>(cost, '#effective_from')!;

  it('the first figures hold for every month', async () => {
    const { service, shown } = show({ chats: 460, figures: NOTHING });
    const cost = await shown;
    await edit(cost);
    assert.equal(day(cost).value, '');
    assert.include(readIn(cost), 'Kosong: berlaku untuk semua bulan, juga yang sudah lewat.');
    await type(cost, 'minutes_per_chat', '12');
    save(cost);
    await says(cost, '92 jam');
    assert.equal(service.stored()[0]!.effective_from, null);
  });

  it('a change holds from this month on, leaves the month that is shown as it was, and can be taken back', async () => {
    const { service, shown } = show({ chats: 460, figures: MONTH });
    const cost = await shown;
    await edit(cost);
    assert.equal(day(cost).value, '2026-11-01');
    await type(cost, 'minutes_per_chat', '12');
    const preview = find(cost, '.preview')!;
    assert.include(readIn(preview), 'Seandainya berlaku pada Oktober 2026. Setelah disimpan, Oktober 2026 tidak berubah: angka ini berlaku mulai 1 Nov 2026.');
    assert.include(readIn(preview), '92 jam');
    save(cost);
    await says(cost, 'Tersimpan. Berlaku mulai 1 Nov 2026.');
    assert.include(readIn(cost), '46 jam');
    find(cost, '.note .button')!.click();
    await says(cost, 'Angka sebelumnya sudah kembali.');
    assert.deepEqual(service.stored()[1], { minutes_per_chat: 6, hourly_cost: 35_000, ai_fee_per_month: 700_000, effective_from: '2026-11-01' });
  });

  it('to open the form and save it unchanged stores nothing', async () => {
    const { service, shown } = show({ chats: 460, figures: MONTH });
    const cost = await shown;
    await edit(cost);
    save(cost);
    await waitUntil(() => find(cost, '.form') === null);
    assert.deepEqual(service.stored(), []);
  });

  it('an earlier day replaces later figures as well: it says so', async () => {
    const { service, shown } = show({ chats: 460, figures: entered(6, 35_000, 700_000, '2026-11-01') });
    const cost = await shown;
    await edit(cost);
    day(cost).value = '2026-10-01';
    day(cost).dispatchEvent(new InputEvent('input'));
    await says(cost, 'Menggantikan juga angka yang berlaku mulai 1 Nov 2026.');
    save(cost);
    await says(cost, 'Tersimpan. Berlaku mulai 1 Okt 2026.');
    assert.equal(service.stored()[0]!.effective_from, '2026-10-01');
  });

  it('what has replaced several comes back one after the other, and goes on where it stopped', async () => {
    const former = entered(6, 35_000, 700_000, '2026-11-01');
    const answers = [null, null, new Response(null, { status: 503 }), null];
    const { service, shown } = show({ chats: 460, figures: former, earlier: [MONTH], refuses: () => answers.shift()! });
    const cost = await shown;
    await edit(cost);
    await type(cost, 'minutes_per_chat', '12');
    await fromBeginning(cost);
    save(cost);
    await says(cost, 'Tersimpan.');
    find(cost, '.note .button')!.click();
    await says(cost, 'Angka sebelumnya belum bisa dikembalikan. Coba lagi.');
    find(cost, '.note .button')!.click();
    await says(cost, 'Angka sebelumnya sudah kembali.');
    const figures = { minutes_per_chat: 6, hourly_cost: 35_000, ai_fee_per_month: 700_000 };
    const later = { ...figures, effective_from: '2026-11-01' };
    assert.deepEqual(service.stored().slice(1), [{ ...figures, effective_from: null }, later, later]);
    await says(cost, '46 jam');
  });

  it('half a date is no date, and not taken for "every month"', async () => {
    const { service, shown } = show({ chats: 460, figures: MONTH });
    const cost = await shown;
    await edit(cost);
    await fromBeginning(cost);
    await type(cost, 'minutes_per_chat', '12');
    day(cost).focus();
    await sendKeys({ press: '1' });
    await sendKeys({ press: 'Enter' });
    assert.isTrue(day(cost).validity.badInput, 'the browser takes it for a whole date');
    await says(cost, 'Isi tanggal lengkap, misalnya 1 Nov 2026, atau kosongkan.');
    assert.deepEqual(service.stored(), []);
  });
});

describe('cost: figures that changed within the days', () => {
  const inPage = (before: CostAssumption, after: CostAssumption): Promise<Cost> =>
    fixture<Cost>(html`<qontak-impact-cost locale="id" .data=${sampleReport({ cost: inTwoParts(before, after) })}></qontak-impact-cost>`);

  it('shows the formula of each part, and who entered its figures', async () => {
    const cost = await inPage(MONTH, entered(8, 40_000, 900_000));
    await says(cost, '1–14 Okt 2026: 210 chat × 6 menit = 21 jam');
    assert.include(readIn(cost), '15–31 Okt 2026: 250 chat × 8 menit = 33 jam 20 menit');
    assert.include(readIn(cost), 'Angka sampai 14 Okt 2026 diisi');
    assert.include(readIn(cost), 'Angka yang berlaku mulai 15 Okt 2026 diisi');
  });

  it('has no value in rupiah where some days have none, and says which', async () => {
    const cost = await inPage(NOTHING, MONTH);
    find<HTMLInputElement>(cost, '.segment:last-of-type input')!.click();
    await says(cost, 'Biaya per jam tidak diisi untuk 1–14 Okt 2026');
    assert.notInclude(readIn(cost), 'Rp');
  });
});

describe('cost: its place', () => {
  it('does not push away what stands below it when the figure comes, nor when the button does', async () => {
    for (const width of [360, 620, 800, 1000]) {
      const page = await fixture<HTMLElement>(html`<div><qontak-impact-cost locale="id" src=${SRC} .fetcher=${hanging}></qontak-impact-cost></div>`);
      page.style.width = `${width}px`;
      const cost = page.querySelector('qontak-impact-cost')!;
      const loading = cost.getBoundingClientRect().height;
      cost.data = sampleReport({ cost: costIn(460, MONTH, sampleReport().meta.period) });
      await cost.updateComplete;
      const read = cost.getBoundingClientRect().height;
      assert.closeTo(read, loading, 40, `at ${width} px`);
      cost.fetcher = shop({ chats: 460, figures: MONTH });
      await appears(cost, '#change');
      assert.closeTo(cost.getBoundingClientRect().height, read, 1, `with the button at ${width} px`);
    }
  });
});

describe('cost: the other unit', () => {
  const shownAt = async (width: number, chats = 460, figures = MONTH): Promise<{ cost: Cost; other: () => HTMLElement }> => {
    const page = await fixture<HTMLElement>(
      html`<div><qontak-impact-cost .data=${sampleReport({ cost: costIn(chats, figures, sampleReport().meta.period) })}></qontak-impact-cost></div>`,
    );
    page.style.width = `${width}px`;
    const cost = page.querySelector('qontak-impact-cost')!;
    return { cost, other: () => find(cost, '.unit.other')! };
  };
  const change = async (cost: Cost): Promise<void> => {
    find<HTMLInputElement>(cost, '[name="unit"]:not(:checked)')!.click();
    await cost.updateComplete;
  };

  it('keeps its room where there is width for it, and moves nothing', async () => {
    for (const figures of [MONTH, NOTHING])
      for (const width of [720, 1000]) {
        const { cost } = await shownAt(width, 460, figures);
        const before = cost.offsetHeight;
        await change(cost);
        assert.equal(cost.offsetHeight, before, `at ${width} px, an hour costs ${figures.hourly_cost}`);
      }
  });

  it('takes none in a narrow card, where it may need many lines more', async () => {
    const { cost, other } = await shownAt(360);
    assert.equal(other().offsetHeight, 0);
    const before = cost.offsetHeight;
    await change(cost);
    assert.isAbove(cost.offsetHeight, before);
  });

  it('takes none where no chat was solved: one sentence would stand alone in it', async () => {
    const { other } = await shownAt(1000, 0);
    assert.equal(other().offsetHeight, 0);
  });

  it('can be neither seen nor reached', async () => {
    const { cost, other } = await shownAt(1000);
    for (let times = 0; times < 2; times += 1) {
      const numbers = [...other().querySelectorAll('button')];
      assert.isNotEmpty(numbers);
      for (const number of numbers) {
        assert.isFalse(number.checkVisibility({ visibilityProperty: true }));
        number.focus();
        assert.notEqual(cost.shadowRoot!.activeElement, number);
      }
      await change(cost);
    }
  });
});

describe('cost: who may change', () => {
  const readOnly = async (cost: Cost): Promise<void> => {
    await says(cost, '46 jam');
    await aTimeout(0);
    assert.isNull(find(cost, '#change'));
  };

  it('a supervisor reads', async () => {
    const { service, shown } = show({ chats: 460, figures: MONTH, can_edit: false });
    const cost = await shown;
    await waitUntil(() => service.seen.length === 2);
    await readOnly(cost);
  });

  it('nobody with readonly, and then nothing is asked for either', async () => {
    const service = watched({ chats: 460, figures: MONTH });
    const cost = await fixture<Cost>(html`<qontak-impact-cost readonly src=${SRC} .fetcher=${service.fetcher}></qontak-impact-cost>`);
    await readOnly(cost);
    assert.equal(service.seen.length, 1);
  });

  it('nobody without a service, or while the figures are not to be had', async () => {
    await readOnly(
      await fixture<Cost>(html`<qontak-impact-cost .data=${sampleReport({ cost: costIn(460, MONTH, sampleReport().meta.period) })}></qontak-impact-cost>`),
    );
    const fetcher = async (url: URL): Promise<Response> =>
      url.pathname.endsWith('impact-report')
        ? Response.json(sampleReport({ cost: costIn(460, MONTH, sampleReport().meta.period) }))
        : new Response(null, { status: 404 });
    await readOnly(await fixture<Cost>(html`<qontak-impact-cost src=${SRC} .fetcher=${fetcher}></qontak-impact-cost>`));
  });

  it('an admin beside a report that the page gives itself: the service alone is asked for, and told, the figures', async () => {
    const service = watched({ chats: 460, figures: MONTH });
    const data = sampleReport({ cost: costIn(460, MONTH, sampleReport().meta.period) });
    const cost = await fixture<Cost>(html`<qontak-impact-cost locale="id" src=${SRC} .fetcher=${service.fetcher} .data=${data}></qontak-impact-cost>`);
    await edit(cost);
    await type(cost, 'minutes_per_chat', '12');
    await fromBeginning(cost);
    save(cost);
    await says(cost, 'Tersimpan.');
    assert.include(readIn(cost), '92 jam');
    assert.deepEqual(
      service.seen.map(({ method, path }) => `${method} ${path}`),
      ['GET /v1/cost-assumption', 'PUT /v1/cost-assumption'],
    );
    assert.deepEqual(service.stored(), [{ minutes_per_chat: 12, hourly_cost: 35_000, ai_fee_per_month: 700_000, effective_from: null }]);
  });

  it('who was an admin until a moment ago is told, and no longer asked', async () => {
    const cost = await show({ chats: 460, figures: MONTH, put: () => new Response('{}', { status: 403 }) }).shown;
    await edit(cost);
    await type(cost, 'minutes_per_chat', '8');
    save(cost);
    await says(cost, 'hanya admin yang bisa mengubah angka ini');
    assert.isNull(find(cost, '#change'));
    assert.include(readIn(cost), '46 jam');
  });
});

describe('cost: changing the figures', () => {
  it('moves the value while one types, stores it once, and renews every widget with one request', async () => {
    const service = watched({ chats: 460, figures: MONTH });
    const page = await fixture(
      html`<qontak-impact-provider locale="id" src=${SRC} .fetcher=${service.fetcher}
        ><qontak-impact-cost></qontak-impact-cost><qontak-impact-cost readonly></qontak-impact-cost
      ></qontak-impact-provider>`,
    );
    const [cost, other] = page.querySelectorAll('qontak-impact-cost');
    await edit(cost!);
    assert.equal(cost!.shadowRoot!.activeElement?.id, 'minutes_per_chat');
    await type(cost!, 'minutes_per_chat', '12');
    await fromBeginning(cost!);
    const preview = find(cost!, '.preview')!;
    assert.include(preview.textContent, '92 jam');
    assert.include(preview.textContent, 'Rp3,2 juta');
    assert.deepEqual(service.stored(), []);

    const reports = (): number => service.seen.filter(({ path }) => path.endsWith('impact-report')).length;
    assert.equal(reports(), 1);
    await sendKeys({ press: 'Enter' });
    await says(other!, '92 jam (memakai 12 menit per chat)');
    await says(cost!, 'Tersimpan.');
    assert.include(readIn(cost!), '92 jam');
    assert.deepEqual(service.stored(), [{ minutes_per_chat: 12, hourly_cost: 35_000, ai_fee_per_month: 700_000, effective_from: null }]);
    assert.equal(reports(), 2);
    await waitUntil(() => cost!.shadowRoot!.activeElement?.id === 'change', 'the keyboard is lost');
  });

  it('goes back when one wants it', async () => {
    const { service, shown } = show({ chats: 460, figures: MONTH });
    const cost = await shown;
    await edit(cost);
    await type(cost, 'minutes_per_chat', '12');
    await fromBeginning(cost);
    save(cost);
    (await appears(cost, '.note .button')).click();
    await says(cost, 'Angka sebelumnya sudah kembali.');
    await says(cost, '46 jam');
    assert.deepEqual(service.stored()[1], { minutes_per_chat: 6, hourly_cost: 35_000, ai_fee_per_month: 700_000, effective_from: null });
  });

  it('points at what cannot be read, and stores nothing', async () => {
    const { service, shown } = show({ chats: 460, figures: MONTH });
    const cost = await shown;
    await edit(cost);
    await type(cost, 'hourly_cost', '35 dolar');
    save(cost);
    await says(cost, 'Tulis rupiah tanpa sen, misalnya 35.000.');
    assert.equal(
      readIn(find(cost, '.preview')!),
      'Pratinjau, belum disimpan Perbaiki dulu isian yang ditandai, lalu hasilnya muncul lagi di sini.',
      'figures of nobody',
    );
    const field = find<HTMLInputElement>(cost, '#hourly_cost')!;
    assert.equal(field.ariaInvalid, 'true');
    assert.include(field.getAttribute('aria-describedby'), 'hourly_cost-problem');
    await waitUntil(() => cost.shadowRoot!.activeElement === field);
    assert.deepEqual(service.stored(), []);
  });

  it('keeps what was typed when it cannot be stored, and stores it on the next try', async () => {
    const tries: ((figures: CostAssumptionInput) => Response | Promise<Response>)[] = [
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => new Response('{}', { status: 503 }),
    ];
    const stored: CostAssumptionInput[] = [];
    const put = (figures: CostAssumptionInput): Response | Promise<Response> => {
      const fails = tries.shift();
      if (fails) return fails(figures);
      stored.push(figures);
      return Response.json(
        { status: 'success', data: { ...figures, changed: null }, meta: { organization: sampleReport().meta.organization } },
        { headers: { etag: '"2"' } },
      );
    };
    const cost = await show({ chats: 460, figures: MONTH, put }).shown;
    await edit(cost);
    await type(cost, 'minutes_per_chat', '8');
    for (const left of [1, 0]) {
      save(cost);
      await waitUntil(() => tries.length === left && find(cost, '.form [role="alert"]') !== null);
      assert.include(readIn(cost), 'Yang Anda ketik tetap ada');
      assert.equal(find<HTMLInputElement>(cost, '#minutes_per_chat')!.value, '8');
      await waitUntil(() => find(cost, '[aria-disabled="true"]') === null);
    }
    save(cost);
    await says(cost, 'Tersimpan.');
    assert.deepEqual(stored, [{ minutes_per_chat: 8, hourly_cost: 35_000, ai_fee_per_month: 700_000, effective_from: '2026-11-01' }]);
  });

  it('shows both when somebody else was faster, overwrites nothing, and takes what one chooses', async () => {
    const theirs = entered(7, 40_000, null);
    const answers = [
      meets(theirs),
      (): Response =>
        Response.json(
          { status: 'success', data: entered(8, 35_000, 700_000, '2026-11-01'), meta: { organization: sampleReport().meta.organization } },
          { headers: { etag: '"10"' } },
        ),
    ];
    const { service, shown } = show({ chats: 460, figures: MONTH, put: () => answers.shift()!() });
    const cost = await shown;
    await edit(cost);
    await type(cost, 'minutes_per_chat', '8');
    save(cost);
    await says(cost, 'Orang lain baru saja mengubah angka ini');
    assert.include(readIn(find(cost, '.both')!), '40.000');
    find(cost, '.conflict .button:last-of-type')!.click();
    await says(cost, 'Tersimpan.');
    assert.equal(service.stored().length, 2);
  });

  it('takes theirs', async () => {
    const cost = await show({ chats: 460, figures: MONTH, put: meets(entered(12, 40_000, null)) }).shown;
    await edit(cost);
    await type(cost, 'minutes_per_chat', '8');
    save(cost);
    (await appears(cost, '.conflict .button')).click();
    await says(cost, 'Yang dipakai sekarang angka yang baru tersimpan.');
    await edit(cost);
    assert.equal(find<HTMLInputElement>(cost, '#minutes_per_chat')!.value, '12');
  });

  it('knows its own figures again when only the answer was lost', async () => {
    const cost = await show({ chats: 460, figures: MONTH, put: meets(entered(8, 35_000, 700_000, '2026-11-01')) }).shown;
    await edit(cost);
    await type(cost, 'minutes_per_chat', '8');
    save(cost);
    await says(cost, 'Tersimpan.');
  });

  it('leaves the storing to a host that wants it', async () => {
    const { service, shown } = show({ chats: 460, figures: MONTH });
    const cost = await shown;
    let offered: unknown;
    cost.addEventListener('impact-assumption-change', (event) => {
      event.preventDefault();
      offered = event.detail;
    });
    await edit(cost);
    await type(cost, 'minutes_per_chat', '12');
    await fromBeginning(cost);
    save(cost);
    await says(cost, 'Tersimpan.');
    await says(cost, '92 jam');
    assert.deepEqual(offered, { minutes_per_chat: 12, hourly_cost: 35_000, ai_fee_per_month: 700_000, effective_from: null, version: '0.1.0' });
    assert.deepEqual(service.stored(), []);
  });

  it('keeps typed keys from the shortcuts of the page, but not Escape, Tab and those with Ctrl', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): void => void heard.push(event.key);
    document.addEventListener('keydown', listen);
    try {
      const cost = await show({ chats: 460, figures: MONTH }).shown;
      await edit(cost);
      await type(cost, 'minutes_per_chat', 's8');
      await sendKeys({ press: 'Escape' });
      assert.deepEqual(heard, ['Escape']);
    } finally {
      document.removeEventListener('keydown', listen);
    }
  });

  it('drops a form with its reader', async () => {
    const cost = await show({ chats: 460, figures: MONTH }).shown;
    await edit(cost);
    cost.fetcher = shop({ chats: 460, figures: entered(9, null, null) });
    await says(cost, 'memakai 9 menit per chat');
    assert.isNull(find(cost, '.form'));
  });
});
