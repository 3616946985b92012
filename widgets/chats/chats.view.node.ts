import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CHAT_FIGURES, type Chat } from '@qontak/impact-contract';
import fc from 'fast-check';
import { ReportError } from '#data';
import { createLang, LOCALES } from '#lang';
import { forbiddenIn, holesIn } from '#test/forbidden-words';
import { sampleReport } from '../kit/sample-report.ts';
import { chatOf } from './chats.story.ts';
import { strings } from './chats.strings.ts';
import { chatsView, type Row, rulingNote, titleOf } from './chats.view.ts';

const id = createLang('id', strings);
const en = createLang('en', strings);
const { meta } = sampleReport();
const ZONE = 'WIB';

const list = (chats: Chat[], total = chats.length) => ({ chats, total, as_of: '2026-11-22T03:15:00Z', kept_from: null, more: 'none', stale: null }) as const;
const row = (special: Partial<Chat> = {}, lang = id): Row =>
  chatsView(list([chatOf(1, { closed_at: '2026-10-30T22:00:00Z', ...special })]), meta, lang).rows[0]!;

describe('chats: the title', () => {
  test('names the figure and how many there are', () => {
    assert.equal(titleOf({ figure: 'came_back', place: null, total: 61, days: null }, ZONE, id), 'Pelanggan kembali: 61 chat');
    assert.equal(titleOf({ figure: 'came_back', place: null, total: 1204, days: null }, ZONE, en), 'Customer came back: 1,204 chats');
    assert.equal(titleOf({ figure: 'uncheckable', place: null, total: 1, days: null }, ZONE, en), "We can't check these: 1 chat");
    assert.equal(titleOf({ figure: 'uncheckable', place: null, total: 0, days: null }, ZONE, id), 'Tidak bisa kami periksa: tidak ada chat');
    assert.equal(titleOf({ figure: 'came_back', place: null, total: null, days: null }, ZONE, id), 'Pelanggan kembali');
    const days = { from: '2026-10-05', to: '2026-10-11' };
    assert.equal(titleOf({ figure: 'came_back', place: null, total: 3, days }, ZONE, en), 'Customer came back, 5–11 Oct 2026: 3 chats');
  });
  test('names the bar of a picture, an hour never without its zone', () => {
    const title = (figure: 'after_hours' | 'turns_known', place: number, zone: string | null, lang = id) =>
      titleOf({ figure, place, total: null, days: null }, zone, lang);
    assert.equal(title('after_hours', 23, ZONE), 'Di luar jam kerja, pukul 23.00–24.00 WIB');
    assert.equal(title('after_hours', 0, ZONE, en), 'Outside your working hours, 00:00–01:00 WIB');
    assert.equal(title('after_hours', 20, null), 'Di luar jam kerja');
    assert.equal(title('turns_known', 1, null, en), 'Solved by AI in 1 back-and-forth');
    assert.equal(title('turns_known', 3, null), 'Selesai oleh AI dalam 3 kali tanya-\u2060jawab');
    assert.equal(title('turns_known', 21, null, en), 'Solved by AI in more than 20 back-and-forths');
  });
});

describe('chats: days whose chats are no longer kept', () => {
  const gone = (chats: Chat[], lang = en) => chatsView({ ...list(chats, 61), kept_from: '2026-10-01' }, meta, lang);

  test('are told in place of an empty list, and that the figure holds', () => {
    assert.deepEqual(gone([]).empty, { title: 'Chats of these days are no longer kept', help: 'The figure still holds. Lists of chats begin on 1 Oct 2026.' });
    assert.deepEqual(gone([], id).empty, {
      title: 'Chat dari hari-\u2060hari ini tidak lagi disimpan',
      help: 'Angkanya tetap berlaku. Daftar chat tersedia mulai 1 Okt 2026.',
    });
    assert.equal(chatsView(list([]), meta, en).empty.title, 'There are no chats behind this figure');
  });
  test('are told below a list that lacks them', () => {
    assert.equal(gone([chatOf(1)]).gone, 'Chats before 1 Oct 2026 are no longer kept, but still counted.');
    assert.equal(chatsView(list([chatOf(1)]), meta, en).gone, null);
  });
});

describe('chats: a row', () => {
  test("says day and hour on the organization's clock, with the zone", () => {
    assert.equal(row().when, 'Ditutup 31 Okt 2026 05.00 WIB');
    assert.equal(row({ closed_at: null, outcome: 'still_open', first_inbound_at: '2026-10-30T22:00:00Z' }, en).when, 'Began 31 Oct 2026 05:00 WIB');
  });
  test('calls the outcome by its name, and one that it does not know "other"', () => {
    assert.equal(row().outcome, 'Pelanggan kembali');
    assert.equal(row({ outcome: 'a_newer_one' }).outcome, 'Lainnya');
    assert.equal(row({ outcome: 'constructor' }).kind, 'other');
  });
  test('of a return says so, and leads to both chats', () => {
    const { note, returned, open, room_id } = row({ room_id: 'room-1', returned_in_room_id: 'room-9' }, en);
    assert.equal(note, 'The customer asked again in another chat');
    assert.deepEqual([room_id, returned!.room_id], ['room-1', 'room-9']);
    assert.equal(open.name, 'Open in inbox: 31 Oct 2026 05:00 WIB, WhatsApp');
  });
  test('can be ruled on when it came back, and a ruling can be taken back', () => {
    assert.equal(row().ruling!.different_matter, true);
    assert.equal(row({ outcome: 'stayed_solved', returned_in: null, corrected: true }).ruling!.different_matter, false);
    assert.equal(row({ outcome: 'handed_over', returned_in: null }).ruling, null);
  });
  test("loses what turns a customer's words around", () => {
    assert.equal(row({ topic: 'Retur\u202E\u0000 1.000\u2066' }).topic, 'Retur 1.000');
    assert.equal(row({ topic: ' \u200B ' }).topic, 'Tanpa topik');
    assert.equal(Array.from(row({ topic: '😀'.repeat(500) }).topic).length, 120);
  });
});

describe('chats: the list', () => {
  test('says how much of it is shown and how far the data reach', () => {
    const view = chatsView(list([chatOf(1), chatOf(2)], 61), meta, id);
    assert.equal(view.shown, '2 dari 61 chat ditampilkan');
    assert.equal(view.freshness, 'Data sampai 22 Nov 2026 10.15 WIB');
  });
  test('says of a single chat nothing more than its title', () => assert.equal(chatsView(list([chatOf(1)], 1), meta, id).shown, null));
  test('never shows more chats than there are', () => assert.equal(chatsView(list([chatOf(1), chatOf(2)], 1), meta, id).shown, '2 dari 2 chat ditampilkan'));
});

describe('chats: a ruling', () => {
  test('that is stored can be taken back', () =>
    assert.deepEqual(rulingNote({ status: 'saved', id: 'a', below: [], different_matter: true }, [], id)!.undo, { id: 'a', different_matter: false }));
  test('that is not stored says why', () => {
    const say = (code: 'forbidden' | 'server'): string => rulingNote({ status: 'failed', id: 'a', below: [], error: new ReportError(code) }, [], en)!.text;
    assert.equal(say('forbidden'), 'Not saved: only admins can mark chats.');
    assert.equal(say('server'), 'Not saved yet. Try again.');
  });
  test('is told where its chat is, or was', () => {
    const at = (rows: string[]): number =>
      rulingNote(
        { status: 'saved', id: 'b', below: ['c', 'd'], different_matter: true },
        rows.map((id) => ({ id })),
        en,
      )!.at;
    assert.equal(at(['a', 'b', 'c', 'd']), 2, 'below the chat');
    assert.equal(at(['newer', 'a', 'c', 'd']), 2, 'where it was');
    assert.equal(at(['a', 'd']), 1, 'the one below it is gone, too');
    assert.equal(at(['a']), 1, 'it was the last');
    assert.equal(at([]), 0);
  });
});

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const chat: fc.Arbitrary<Chat> = fc.record({
  id: fc.string(),
  room_id: fc.string(),
  channel: fc.string(),
  topic: fc.option(fc.string({ unit: 'binary' })),
  first_inbound_at: instant,
  closed_at: fc.option(instant),
  outcome: fc.oneof(fc.string(), fc.constantFrom('came_back', 'stayed_solved', 'toString')),
  returned_in: fc.option(fc.string()),
  returned_in_room_id: fc.option(fc.string()),
  corrected: fc.boolean(),
});

describe('chats: for every list', () => {
  test('plain words without holes or hidden marks, and no percentage', () =>
    fc.assert(
      fc.property(fc.array(chat, { maxLength: 5 }), fc.nat(), fc.constantFrom(...CHAT_FIGURES), fc.constantFrom(...LOCALES), (chats, total, figure, locale) => {
        const lang = createLang(locale, strings);
        const { rows, shown, freshness } = chatsView(list(chats, total), meta, lang);
        const ours = [
          titleOf({ figure, place: null, total, days: null }, ZONE, lang),
          shown ?? '',
          freshness ?? '',
          ...rows.flatMap((one) => [one.when, one.outcome, one.note ?? '']),
        ].join('\n');
        assert.deepEqual([...forbiddenIn(ours), ...holesIn(ours)], []);
        assert.doesNotMatch(ours, /%/);
        for (const { topic, channel } of rows) assert.doesNotMatch(topic + channel, /[\u202A-\u202E\u2066-\u2069\n\r\t]/);
      }),
      { numRuns: 300 },
    ));
});
