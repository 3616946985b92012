import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createLang, defineStrings, isMonth, loadWording, localDay, localeOf, localTime, numbersOf, periodsOf, wholeOf, wordingSource } from './index.ts';

const strings = defineStrings('example', {
  id: { title: 'Halo', greet: 'Halo {{name}}, {{n}} chat' },
  en: { title: 'Hello', greet: 'Hello {{name}}, {{n}} chats' },
});

describe('texts', () => {
  test('say a text in each language, in the order of the placeholders of that language', () => {
    assert.equal(createLang('id', strings).t('greet', { name: 'Ani', n: 3 }), 'Halo Ani, 3 chat');
    assert.equal(createLang('en', strings).t('greet', { name: 'Ani', n: 3 }), 'Hello Ani, 3 chats');
  });

  test('leave escaping to the page', () => {
    assert.equal(createLang('en', strings).t('greet', { name: '<b>&', n: 1 }), 'Hello <b>&, 1 chats');
  });

  test('a text that looks like another text is not followed', () => {
    assert.equal(createLang('en', strings).t('greet', { name: '$t(title)', n: 1 }), 'Hello $t(title), 1 chats');
    assert.equal(createLang('en', strings).t('greet', { name: '{{n}}', n: 1 }), 'Hello {{n}}, 1 chats');
  });

  test('what is wrong does not compile', () => {
    const { t } = createLang('id', strings);
    // @ts-expect-error: no such text
    assert.throws(() => t('titel'));
    // @ts-expect-error: name is missing
    t('greet', { n: 3 });
    // @ts-expect-error: English lacks the title
    defineStrings('broken', { id: { title: 'Halo' }, en: {} });
    // @ts-expect-error: Indonesian lacks the subtitle
    defineStrings('broken', { id: { title: 'Halo' }, en: { title: 'Hello', subtitle: 'there' } });
  });
});

describe("a host's own wording", () => {
  const messages = { en: { example: { title: 'Good day', greet: '$t(title), {{name}}: {{n}}' } } };

  test('waits for the code that understands it; until then, and without it, our words are said', async () => {
    const { load } = wordingSource;
    assert.equal(createLang('en', strings, messages).t('title'), 'Hello');
    wordingSource.load = () => Promise.reject(new Error('lost on the way'));
    assert.equal(await loadWording(), false);
    assert.equal(createLang('en', strings, messages).t('title'), 'Hello');
    wordingSource.load = load;
    assert.equal(await loadWording(), true);
    assert.equal(createLang('en', strings, messages).t('title'), 'Good day');
  });

  test('holds for that host and that language only, and may refer to itself', async () => {
    await loadWording();
    const { t } = createLang('en', strings, messages);
    assert.equal(t('greet', { name: 'Ani', n: 3 }), 'Good day, Ani: 3');
    assert.equal(createLang('en', strings, { en: { example: { title: 'Hi' } } }).t('greet', { name: 'Ani', n: 3 }), 'Hello Ani, 3 chats');
    assert.equal(createLang('en', strings).t('title'), 'Hello');
    assert.equal(createLang('id', strings, messages).t('title'), 'Halo');
  });

  test('a value that looks like a text is not followed', async () => {
    await loadWording();
    assert.equal(createLang('en', strings, messages).t('greet', { name: '{{n}}', n: 1 }), 'Good day, {{n}}: 1');
  });
});

describe('locale', () => {
  test('reads tags of both languages and no other', () => {
    assert.deepEqual(['id', 'id-ID', 'in', 'EN_us', 'ms', '', null, undefined].map(localeOf), ['id', 'id', 'id', 'en', null, null, null, null]);
  });
});

describe('numbers', () => {
  test('group thousands as the language does', () => {
    assert.equal(numbersOf('id').count(12_041), '12.041');
    assert.equal(numbersOf('en').count(12_041), '12,041');
  });

  test('are the same as Intl would write', () => {
    for (const [locale, tag] of [
      ['id', 'id-ID'],
      ['en', 'en-GB'],
    ] as const) {
      const intl = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
      fc.assert(
        fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) =>
          assert.equal(numbersOf(locale).decimal(hundredths / 100), intl.format(hundredths / 100)),
        ),
      );
      fc.assert(fc.property(fc.maxSafeInteger(), (n) => assert.equal(numbersOf(locale).count(n), intl.format(n))));
    }
  });

  test('call only all of them 100 per cent', () => {
    assert.deepEqual([wholeOf(240, 240), wholeOf(1196, 1200), wholeOf(62, 100), wholeOf(0, 30)], [100, 99, 62, 0]);
  });

  test('write per cents and their range with an en dash', () => {
    assert.equal(numbersOf('id').percent(62), '62%');
    assert.equal(numbersOf('id').percentRange(58, 66), '58–66%');
    assert.equal(numbersOf('en').percentRange(100, 100), '100%');
  });
});

describe('periods', () => {
  test('write a day, a day of a month and a month', () => {
    assert.equal(periodsOf('id').day('2026-11-22'), '22 Nov 2026');
    assert.equal(periodsOf('id').dayOfMonth('2026-12-03'), '3 Desember');
    assert.equal(periodsOf('en').dayOfMonth('2026-12-03'), '3 December');
    assert.equal(periodsOf('id').month('2026-10-01'), 'Oktober 2026');
    assert.equal(periodsOf('id').shortDay('2026-10-05'), '5 Okt');
    assert.equal(periodsOf('en').shortMonth('2026-12-01'), 'Dec');
  });

  test('call a full month by its name and other days by their ends', () => {
    assert.equal(periodsOf('id').range({ from: '2026-10-01', to: '2026-10-31' }), 'Oktober 2026');
    assert.equal(periodsOf('en').range({ from: '2026-10-01', to: '2026-10-14' }), '1–14 Oct 2026');
    assert.equal(periodsOf('id').range({ from: '2026-10-25', to: '2026-11-08' }), '25 Okt 2026 – 8 Nov 2026');
    assert.equal(periodsOf('id').range({ from: '2026-10-05', to: '2026-10-05' }), '5 Okt 2026');
  });

  test('name the days of the week and write a time of day', () => {
    assert.deepEqual(
      [0, 1, 6].map((day) => periodsOf('id').weekday(day)),
      ['Minggu', 'Senin', 'Sabtu'],
    );
    assert.equal(periodsOf('en').weekday(3), 'Wednesday');
    assert.equal(periodsOf('id').clock('08:30'), '08.30');
    assert.equal(periodsOf('en').clock('08:30'), '08:30');
  });

  test('name months and days as Intl does, and the hours of Indonesia', () => {
    for (const [locale, tag] of [
      ['id', 'id-ID'],
      ['en', 'en-GB'],
    ] as const) {
      const periods = periodsOf(locale);
      const said = (date: string, options: Intl.DateTimeFormatOptions): string =>
        new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }).format(new Date(date));
      for (let n = 1; n <= 12; n += 1) {
        const date = `2026-${String(n).padStart(2, '0')}-01`;
        assert.deepEqual([periods.month(date), periods.shortMonth(date)], [`${said(date, { month: 'long' })} 2026`, said(date, { month: 'short' })]);
      }
      for (let n = 0; n < 7; n += 1) assert.equal(periods.weekday(n), said(`2026-11-0${n + 1}`, { weekday: 'long' }));
    }
    const moments = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2090-01-01') });
    for (const timeZone of ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Ujung_Pandang', 'Asia/Jayapura']) {
      const intl = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
      fc.assert(fc.property(moments, (moment) => assert.equal(localTime(moment, timeZone), intl.format(moment))));
    }
  });

  test('know the length of February', () => {
    assert.ok(isMonth({ from: '2028-02-01', to: '2028-02-29' }));
    assert.ok(!isMonth({ from: '2028-02-01', to: '2028-02-28' }));
  });

  test('know which day it is elsewhere', () => {
    assert.equal(localDay('2026-10-31T16:59:59Z', 'Asia/Jakarta'), '2026-10-31');
    assert.equal(localDay('2026-10-31T17:00:00Z', 'Asia/Jakarta'), '2026-11-01');
  });

  test('say a moment in UTC, and that it is, where the zone is unknown here', () => {
    assert.equal(periodsOf('id').moment('2026-10-31T16:59:59Z', 'Mars/Olympus_Mons'), '31 Okt 2026 16.59 UTC');
    assert.equal(localDay('2026-10-31T23:59:59Z', ''), '2026-10-31');
  });

  test('write an hour with its day and the zone that people in Indonesia use', () => {
    const instant = '2026-11-22T17:05:00Z';
    assert.equal(periodsOf('id').moment(instant, 'Asia/Jakarta'), '23 Nov 2026 00.05 WIB');
    assert.equal(periodsOf('id').moment(instant, 'Asia/Makassar'), '23 Nov 2026 01.05 WITA');
    assert.equal(periodsOf('en').moment(instant, 'Asia/Jayapura'), '23 Nov 2026 02:05 WIT');
    assert.match(periodsOf('en').moment(instant, 'Asia/Singapore'), /^23 Nov 2026 01:05 \S+$/);
  });
});
