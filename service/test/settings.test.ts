import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { CHANGES_LISTED, CostAssumption, CostAssumptionHistory, type SettingMeta, WorkingHours, WorkingHoursHistory } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { lockOrganization } from '../src/organizations.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, HOUR, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { type Answer, appFor, bearer, send } from './service-under-test.ts';

const COST = '/v1/cost-assumption';
const HOURS = '/v1/working-hours';
const FIGURES = { minutes_per_chat: 6.5, hourly_cost: 35_000, ai_fee_per_month: 1_500_000, effective_from: null };
const NINE_TO_FIVE = { start: '09:00', end: '17:00', is_24h: false, cross_midnight: false };
const WEEK = {
  effective_from: '2026-10-01',
  shifts: [1, 2, 3, 4, 5].map((day_number) => ({ day_number, ...NINE_TO_FIVE })),
  holidays: [{ date: '2026-12-25', name: 'Natal' }],
};

interface Body {
  status: string;
  data: Record<string, unknown>;
  meta: SettingMeta;
  error: { code: string; messages: string[] };
}

eachDatabase('settings', (open) => {
  let database: Database;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    app = await appFor(database);
  });

  const ask = async (organization: string, url: string, claims = {}): Promise<Answer<Body>> =>
    send<Body>(app, { url, headers: await bearer({ org_id: organization, ...claims }) });
  const put = async (
    organization: string,
    url: string,
    body: unknown,
    { etag, claims = {} }: { etag?: string; claims?: object } = {},
  ): Promise<Answer<Body>> => {
    const headers = { ...(await bearer({ org_id: organization, ...claims })), ...(etag === undefined ? {} : { 'if-match': etag }) };
    return send<Body>(app, { method: 'PUT', url, headers, payload: body as object });
  };
  const changesOf = (organization: string) =>
    database.owner.query<{ kind: string; subject: string | null; changed_by: string; before: unknown; after: unknown }>(
      'select kind, subject, changed_by, before, after from setting_changes where organization_id = $1 order by seq',
      [organization],
    );
  const revisionOf = async (organization: string): Promise<number> => {
    const [row] = await database.owner.query<{ revision: number }>('select revision from organizations where id = $1', [organization]);
    return row!.revision;
  };

  describe('the history', () => {
    test('tells supervisors who changed the figures when, from what to what, newest first', async () => {
      const organization = await newOrganization(database);
      const more = { ...FIGURES, minutes_per_chat: null };
      await put(organization, COST, FIGURES, { etag: '"0"', claims: { sub: 'a' } });
      await put(organization, COST, more, { etag: '"1"', claims: { sub: 'b' } });
      const answer = await ask(organization, `${COST}/history`, { role: 'supervisor' });
      const { data, meta } = CostAssumptionHistory.parse(answer.body);
      assert.deepEqual(
        data.map(({ by, before: was, after: is }) => [by, was, is]),
        [
          ['b', FIGURES, more],
          ['a', null, FIGURES],
        ],
      );
      assert.ok(data.every(({ at }) => Math.abs(Date.parse(at) - Date.now()) < 60_000));
      assert.deepEqual([meta, answer.headers['cache-control']], [{ organization: { id: organization }, next_cursor: null }, 'private, no-store']);
      assert.deepEqual((await ask(await newOrganization(database), `${COST}/history`)).body.data, [], 'of the own organization');
    });

    test('has schedules as they were entered, and nothing of the figures', async () => {
      const organization = await newOrganization(database);
      const night = { ...WEEK, shifts: [{ day_number: 6, start: '22:00', end: '06:00', is_24h: false, cross_midnight: true }] };
      await put(organization, COST, FIGURES, { etag: '"0"' });
      await put(organization, HOURS, WEEK, { etag: '"0"' });
      const { headers } = await ask(organization, HOURS);
      await put(organization, HOURS, night, { etag: String(headers['etag']) });
      const { data } = WorkingHoursHistory.parse((await ask(organization, `${HOURS}/history`)).body);
      assert.deepEqual(
        data.map(({ before: was, after: is }) => [was, is]),
        [
          [WEEK, night],
          [null, WEEK],
        ],
      );
    });

    test('comes in pages, each change once', async () => {
      const organization = await newOrganization(database);
      await database.owner.query(
        `insert into setting_changes (organization_id, seq, kind, changed_by, changed_at, after)
         select $1, n, 'cost_assumption', n::text, now(), $3::text::jsonb from generate_series(1, $2::int) n`,
        [organization, 2 * CHANGES_LISTED + 1, JSON.stringify(FIGURES)],
      );
      const seen: string[] = [];
      for (let page: string | null = ''; page !== null;) {
        const { body } = await ask(organization, `${COST}/history${page}`);
        const { data, meta } = CostAssumptionHistory.parse(body);
        seen.push(...data.map(({ by }) => by));
        page = meta.next_cursor === null ? null : `?cursor=${meta.next_cursor}`;
      }
      assert.deepEqual(
        seen,
        Array.from({ length: 2 * CHANGES_LISTED + 1 }, (_, i) => String(2 * CHANGES_LISTED + 1 - i)),
      );
      for (const cursor of ['0', '-1', 'x', '1;', '1&cursor=2', '9'.repeat(30)]) {
        assert.equal(codeOf(await ask(organization, `${COST}/history?cursor=${cursor}`)), '400 bad_request', cursor);
      }
    });
  });

  describe('the cost assumption', () => {
    test('is empty until an admin enters it, then says who did and when', async () => {
      const organization = await newOrganization(database);
      const empty = await ask(organization, COST, { role: 'supervisor' });
      assert.deepEqual(empty.body.data, { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null, changed: null });
      assert.deepEqual([empty.headers['etag'], empty.body.meta], ['"0"', { organization: { id: organization }, can_edit: false }]);
      const stored = await put(organization, COST, FIGURES, { etag: '"0"', claims: { sub: 'user-7' } });
      assert.deepEqual([stored.status, stored.headers['etag'], stored.body.meta], [200, '"1"', { organization: { id: organization }, can_edit: true }]);
      const { changed, ...figures } = CostAssumption.parse(stored.body.data);
      assert.deepEqual([figures, changed!.by], [FIGURES, 'user-7']);
      assert.ok(Math.abs(Date.parse(changed!.at) - Date.now()) < 60_000);
      assert.deepEqual((await ask(organization, COST)).body, stored.body);
    });

    test('keeps every version with what was there before, and lets reports be asked for anew', async () => {
      const organization = await newOrganization(database);
      const first = await revisionOf(organization);
      await put(organization, COST, FIGURES, { etag: '"0"', claims: { sub: 'a' } });
      const more = { ...FIGURES, minutes_per_chat: null };
      await put(organization, COST, more, { etag: '"1"', claims: { sub: 'b' } });
      assert.deepEqual(await changesOf(organization), [
        { kind: 'cost_assumption', subject: null, changed_by: 'a', before: null, after: FIGURES },
        { kind: 'cost_assumption', subject: null, changed_by: 'b', before: FIGURES, after: more },
      ]);
      assert.equal(await revisionOf(organization), first + 2);
      const same = await put(organization, COST, more, { etag: '"2"', claims: { sub: 'c' } });
      assert.deepEqual([same.headers['etag'], await revisionOf(organization)], ['"2"', first + 2], 'the same figures again are no change');
    });

    test('says from which day on it holds, and so does its history; what was noted before there was a day held from the beginning', async () => {
      const organization = await newOrganization(database);
      const { effective_from: _, ...old } = FIGURES;
      await database.owner.query(
        `insert into setting_changes (organization_id, seq, kind, changed_by, changed_at, after) values ($1, 1, 'cost_assumption', 'a', now(), $2::text::jsonb)`,
        [organization, JSON.stringify(old)],
      );
      const [first, later] = [FIGURES, { ...FIGURES, effective_from: '2026-11-01' }];
      assert.equal((await put(organization, COST, first, { etag: '"0"' })).body.data['effective_from'], null);
      const stored = await put(organization, COST, later, { etag: '"1"' });
      assert.deepEqual(
        [stored.body.data['effective_from'], stored.headers['etag']],
        ['2026-11-01', '"2"'],
        'the same figures from another day are another version',
      );
      const { data } = CostAssumptionHistory.parse((await ask(organization, `${COST}/history`)).body);
      assert.deepEqual(
        data.map(({ before, after: then }) => [before?.effective_from, then.effective_from]),
        [
          [null, '2026-11-01'],
          [undefined, null],
          [undefined, null],
        ],
      );
    });

    test('is not overwritten by whoever has read an older version, or names none', async () => {
      const organization = await newOrganization(database);
      await put(organization, COST, FIGURES, { etag: '"0"' });
      const none = { minutes_per_chat: null, hourly_cost: null, ai_fee_per_month: null, effective_from: null };
      for (const etag of ['"0"', '"2"', 'W/"1"', '1', '"1", "2"', '"x"', '"99999999999999999999"']) {
        assert.deepEqual(codeOf(await put(organization, COST, none, { etag })), '412 version_differs', etag);
      }
      for (const options of [{}, { etag: '*' }, { etag: ' ' }]) assert.equal(codeOf(await put(organization, COST, none, options)), '428 version_missing');
      const kept = CostAssumption.parse((await ask(organization, COST)).body.data);
      assert.equal(kept.hourly_cost, 35_000);
    });

    test('takes one of ten changes that meet', async () => {
      const organization = await newOrganization(database);
      const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => put(organization, COST, { ...FIGURES, hourly_cost: i }, { etag: '"0"' })));
      assert.deepEqual(
        answers.map(({ status }) => status).toSorted((a, b) => a - b),
        [200, ...Array.from({ length: 9 }, () => 412)],
      );
      assert.equal((await changesOf(organization)).length, 1);
    });

    // PGlite has one session, which takes turns by itself.
    if (open.kind === 'PostgreSQL') {
      test('waits for whoever changes the organization, such as an import', async () => {
        const organization = await newOrganization(database);
        const calls = [
          `select change_cost_assumption(0, 'u', 5, null, null)`,
          `select change_working_hours(0, 'u', '2026-01-01', '[]', '[]')`,
          `select rule_return('e', true, 'u')`,
        ];
        await database.owner.transaction(async (tx) => {
          await lockOrganization(tx, organization);
          for (const call of calls) {
            const impatient = database.request.changeAsOrganization(organization, async (change) => {
              await change.query('set local lock_timeout to 50');
              return change.query(call);
            });
            await assert.rejects(impatient, /lock timeout/, call);
          }
        });
      });
    }

    for (const [what, body, sentence] of [
      ['too many minutes', { ...FIGURES, minutes_per_chat: 241 }, /^minutes_per_chat: must be at most 240, or null$/],
      ['no minutes', { ...FIGURES, minutes_per_chat: 0 }, /^minutes_per_chat: must be more than 0, or null$/],
      ['words', { ...FIGURES, hourly_cost: 'x' }, /^hourly_cost: must be of type number, or null$/],
      ['parts of a rupiah', { ...FIGURES, hourly_cost: 1.5 }, /^hourly_cost: must be a whole number, or null$/],
      ['a loss', { ...FIGURES, ai_fee_per_month: -1 }, /^ai_fee_per_month: must be at least 0, or null$/],
      ['no day', { ...FIGURES, effective_from: '2026-02-30' }, /^effective_from: must be a day such as 2026-10-31, or null$/],
      ['a far day', { ...FIGURES, effective_from: '2126-11-01' }, /^effective_from: must lie between 2000-01-01 and 2099-12-31$/],
      ['a missing day', { minutes_per_chat: 5, hourly_cost: null, ai_fee_per_month: null }, /^effective_from: /],
      ['a missing figure', { minutes_per_chat: 5, hourly_cost: null, effective_from: null }, /^ai_fee_per_month: must be of type number, or null$/],
      ['an organization', { ...FIGURES, organization_id: 'x' }, /^organization_id: is not known here$/],
      ['a list', [], /^body: must be of type object$/],
    ] as const) {
      test(`refuses ${what}, and says where`, async () => {
        const answer = await put(await newOrganization(database), COST, body, { etag: '"0"' });
        assert.equal(codeOf(answer), '422 invalid');
        assert.match(answer.body.error.messages[0]!, sentence);
      });
    }

    test('is read by both roles and written by admins who are somebody', async () => {
      const organization = await newOrganization(database);
      for (const [role, status] of [
        ['admin', 200],
        ['supervisor', 200],
        ['agent', 403],
        ['internal', 403],
      ] as const) {
        for (const url of [COST, HOURS]) assert.equal((await ask(organization, url, { role })).status, status);
        const changed = await put(organization, COST, FIGURES, { etag: '"0"', claims: { role } });
        assert.equal(changed.status, role === 'admin' ? 200 : 403);
      }
      for (const sub of [undefined, '', 'x'.repeat(256), 'a\nb']) {
        assert.equal(codeOf(await put(organization, COST, FIGURES, { etag: '"1"', claims: { sub } })), '403 forbidden', JSON.stringify(sub));
      }
    });

    test('of an organization that is not there is not found', async () => {
      const nobody = '00000000-0000-0000-0000-000000000000';
      for (const url of [COST, HOURS]) assert.equal(codeOf(await ask(nobody, url)), '404 not_found');
      assert.equal(codeOf(await put(nobody, COST, FIGURES, { etag: '"0"' })), '404 not_found');
    });
  });

  describe('a body', () => {
    test('is JSON and says so, whoever sends it', async () => {
      const organization = await newOrganization(database);
      const headers = { ...(await bearer({ org_id: organization })), 'if-match': '"0"' };
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined]) {
        const answer = await send<Body>(app, {
          method: 'PUT',
          url: COST,
          headers: { ...headers, ...(type && { 'content-type': type }) },
          payload: JSON.stringify(FIGURES),
        });
        assert.equal(codeOf(answer), '415 not_json', String(type));
      }
      assert.equal(codeOf(await send<Body>(app, { method: 'PUT', url: COST, headers })), '415 not_json', 'no body');
      const broken = await send<Body>(app, { method: 'PUT', url: COST, headers: { ...headers, 'content-type': 'application/json' }, payload: '{"a":' });
      assert.equal(codeOf(broken), '400 bad_request');
    });

    test('has a largest size, and is not read for strangers', async () => {
      const organization = await newOrganization(database);
      const large = { ...FIGURES, x: 'x'.repeat(20_000) };
      assert.equal(codeOf(await put(organization, COST, large, { etag: '"0"' })), '413 too_large');
      const huge = { ...WEEK, x: 'x'.repeat(300_000) };
      assert.equal(codeOf(await put(organization, HOURS, huge, { etag: '"0"' })), '413 too_large');
      assert.equal((await send<Body>(app, { method: 'PUT', url: COST, payload: large })).status, 401);
    });

    test('may hold the longest schedule that the contract has', async () => {
      const holidays = Array.from({ length: 400 }, (_, i) => ({ date: new Date(Date.UTC(2026, 0, i)).toISOString().slice(0, 10), name: '祝'.repeat(120) }));
      const answer = await put(await newOrganization(database), HOURS, { ...WEEK, effective_from: '2026-01-01', holidays }, { etag: '"0"' });
      assert.equal(answer.status, 200);
    });
  });

  describe('working hours', () => {
    const schedulesOf = (answer: Answer<Body>) => WorkingHours.parse(answer.body.data).schedules;

    test('are none until an admin enters them; each schedule holds from its day on, newest first', async () => {
      const organization = await newOrganization(database, { timeZone: 'Asia/Makassar' });
      const empty = await ask(organization, HOURS, { role: 'supervisor' });
      assert.deepEqual([empty.body.data, empty.headers['etag']], [{ time_zone: 'Asia/Makassar', schedules: [] }, '"0"']);
      assert.deepEqual(empty.body.meta, { organization: { id: organization }, can_edit: false });
      const first = await put(organization, HOURS, WEEK, { etag: '"0"', claims: { sub: 'a' } });
      const later = { effective_from: '2026-11-01', shifts: [], holidays: [] };
      const second = await put(organization, HOURS, later, { etag: String(first.headers['etag']), claims: { sub: 'b' } });
      const [newest, oldest] = schedulesOf(second);
      assert.deepEqual([newest!.effective_from, newest!.changed.by, oldest!.changed.by], ['2026-11-01', 'b', 'a']);
      assert.deepEqual({ ...oldest!, changed: null }, { ...WEEK, changed: null });
      assert.deepEqual((await ask(organization, HOURS)).body, second.body);
    });

    test('come back as they were entered: whole days, past midnight, several shifts a day', async () => {
      const shifts = [
        { day_number: 0, start: '00:00', end: '24:00', is_24h: true, cross_midnight: false },
        { day_number: 1, start: '08:30', end: '12:00', is_24h: false, cross_midnight: false },
        { day_number: 1, start: '13:00', end: '24:00', is_24h: false, cross_midnight: false },
        { day_number: 6, start: '20:00', end: '04:15', is_24h: false, cross_midnight: true },
      ];
      // Saturday's night runs into Sunday, which is open all day
      shifts[0] = { day_number: 3, start: '00:00', end: '24:00', is_24h: true, cross_midnight: false };
      const sorted = shifts.toSorted((a, b) => a.day_number - b.day_number);
      const answer = await put(await newOrganization(database), HOURS, { ...WEEK, shifts: sorted }, { etag: '"0"' });
      assert.deepEqual(schedulesOf(answer)[0]!.shifts, sorted);
    });

    test('replace the schedule of the same day, with its history', async () => {
      const organization = await newOrganization(database);
      await put(organization, HOURS, WEEK, { etag: '"0"', claims: { sub: 'a' } });
      const fewer = { ...WEEK, shifts: WEEK.shifts.slice(0, 1), holidays: [] };
      const changed = await put(organization, HOURS, fewer, { etag: '"1"', claims: { sub: 'b' } });
      assert.deepEqual(
        schedulesOf(changed).map(({ changed: { by }, ...schedule }) => [by, schedule]),
        [['b', fewer]],
      );
      const monday = { day_number: 1, opens: 540, closes: 1020 };
      const [, { kind, subject, before: was, after: is }] = (await changesOf(organization)) as [
        unknown,
        Record<string, { shifts: unknown[]; holidays: unknown[] }>,
      ];
      assert.deepEqual([kind, subject], ['working_hours', '2026-10-01']);
      assert.deepEqual([was!.shifts.length, was!.holidays, is!.shifts, is!.holidays], [5, WEEK.holidays, [monday], []]);
      const again = await put(organization, HOURS, fewer, { etag: '"2"', claims: { sub: 'c' } });
      assert.deepEqual([again.headers['etag'], schedulesOf(again)[0]!.changed.by], ['"2"', 'b'], 'the same again is no change');
      assert.equal(codeOf(await put(organization, HOURS, WEEK, { etag: '"1"' })), '412 version_differs');
    });

    test('say of a body that is no JSON that it is none', async () => {
      const organization = await newOrganization(database);
      const headers = { ...(await bearer({ org_id: organization })), 'if-match': '"0"', 'content-type': 'application/json' };
      for (const payload of ['{"minutes_per_chat": 5', '']) {
        const answer = await send(app, { method: 'PUT', url: HOURS, headers, payload });
        assert.equal(answer.status, 400);
        assert.match(answer.text, /The body is not one JSON document\./, payload);
      }
    });

    test('are refused with the field that is wrong', async () => {
      const organization = await newOrganization(database);
      const shift = WEEK.shifts[0]!;
      for (const [body, sentence] of [
        [{ ...WEEK, shifts: [shift, { ...shift, start: '16:00' }] }, /^shifts: two shifts overlap; /],
        [{ ...WEEK, shifts: [shift, { ...shift, day_number: 2, end: '25:00' }] }, /^shifts\[1\]\.end: a time such as 08:30$/],
        [{ ...WEEK, shifts: [{ ...shift, end: '08:00' }] }, /^shifts\[0\]: the end does not fit the start/],
        [{ ...WEEK, shifts: [{ ...shift, day_number: 7 }] }, /^shifts\[0\]\.day_number: must be at most 6$/],
        [{ ...WEEK, shifts: [{ ...shift, x: 1 }] }, /^shifts\[0\]\.x: is not known here$/],
        [{ ...WEEK, effective_from: '2026-02-30' }, /^effective_from: must be a day such as 2026-10-31$/],
        [{ ...WEEK, effective_from: null }, /^effective_from: must be of type string$/],
        [{ ...WEEK, shifts: [{ ...shift, day_number: null }] }, /^shifts\[0\]\.day_number: must be of type number$/],
        [{ ...WEEK, effective_from: '1999-12-31' }, /^effective_from: must lie between 2000-01-01 and 2099-12-31$/],
        [{ ...WEEK, holidays: [{ date: '2100-01-01', name: 'x' }] }, /^holidays\[0\]\.date: must lie between/],
        [{ ...WEEK, holidays: [{ date: '2026-12-25', name: 'a\u0000b' }] }, /^holidays\[0\]\.name: a name on one line$/],
        [{ ...WEEK, holidays: [WEEK.holidays[0], WEEK.holidays[0]] }, /^holidays: a day is listed twice$/],
      ] as const) {
        const answer = await put(organization, HOURS, body, { etag: '"0"' });
        assert.equal(codeOf(answer), '422 invalid', JSON.stringify(body));
        assert.match(answer.body.error.messages[0]!, sentence);
      }
    });

    test('let every chat that they concern be judged anew before the answer, and no other', async () => {
      const organization = await newOrganization(database);
      // Monday 5 October, in Jakarta 18:50; the night before; a week before
      const chats = [
        chat('evening', { contact_id: 'a' }),
        chat('noon', { contact_id: 'b', first_inbound_at: '2026-10-05T05:00:00Z' }),
        chat('before', { contact_id: 'c', first_inbound_at: '2026-09-28T12:00:00Z', closed_at: '2026-09-28T13:00:00Z' }),
      ];
      await putChats(database.owner, organization, chats);
      await refreshOrganization(database.owner, organization, { asOf: after(100 * HOUR) });
      const factsOf = () =>
        database.owner.query<{ id: string; after_hours: boolean | null }>(
          'select id, after_hours from episode_outcomes where organization_id = $1 order by id',
          [organization],
        );
      assert.deepEqual(
        (await factsOf()).map(({ after_hours }) => after_hours),
        [null, null, null],
      );
      await put(organization, HOURS, WEEK, { etag: '"0"' });
      assert.deepEqual(await factsOf(), [
        { id: 'before', after_hours: null },
        { id: 'evening', after_hours: true },
        { id: 'noon', after_hours: false },
      ]);
      const closed = { effective_from: '2026-10-05', shifts: [], holidays: [] };
      await put(organization, HOURS, closed, { etag: '"1"' });
      assert.deepEqual(
        (await factsOf()).map(({ after_hours }) => after_hours),
        [null, true, true],
      );
      assert.deepEqual(await database.owner.query('select id from changed_episodes where organization_id = $1', [organization]), []);
    });
  });
});

const codeOf = ({ status, body }: Answer<Body>): string => `${status} ${body.error.code}`;
