import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { CHANGES_LISTED, type HeroValue, ImpactReport, ReturnRulingHistory } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/db/database.ts';
import { rebuildOrganization, refreshOrganization } from '../src/refresh/refresh.ts';
import { after, chat, derived, HOUR, later, newOrganization, outcomesOf, putChats, removeChat, type Chat } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { type Answer, appFor, bearer, get, send } from './service-under-test.ts';

interface Body {
  status: string;
  data: unknown;
  error: { code: string; messages: string[] };
}

eachDatabase('return rulings', (open) => {
  let database: Database;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    app = await appFor(database);
  });

  async function shop(rows: readonly Chat[]): Promise<string> {
    const organization = await newOrganization(database);
    await putChats(database.owner, organization, rows);
    await refreshOrganization(database.owner, organization, { asOf: after(100 * HOUR) });
    return organization;
  }

  const rule = async (organization: string, id: string, payload: unknown, claims = {}): Promise<Answer<Body>> =>
    send<Body>(app, {
      method: 'PUT',
      url: `/v1/chats/${encodeURIComponent(id)}/return-ruling`,
      headers: await bearer({ org_id: organization, sub: 'user-7', ...claims }),
      payload: payload as object,
    });
  const different = { different_matter: true };
  const same = { different_matter: false };
  const codeOf = ({ status, body }: Answer<Body>): string => `${status} ${body.error.code}`;

  async function heroOf(organization: string): Promise<HeroValue> {
    const { body } = await get(app, '/v1/impact-report?period=2026-10', await bearer({ org_id: organization }));
    return ImpactReport.parse(body).data.hero as HeroValue;
  }
  const changesOf = (organization: string) =>
    database.owner.query('select kind, subject, changed_by, before, after from setting_changes where organization_id = $1 order by seq', [organization]);

  test('are found by whatever an id may hold', async () => {
    for (const id of ['a\nb', "c'd", '\u{1f600}', 'ü/%?#', 'ก'.repeat(512), '\u{1f600}'.repeat(512), '\u{1f600}%'.repeat(256)]) {
      assert.equal((await rule(await shop([chat(id), later('f', HOUR)]), id, different)).status, 200, JSON.stringify(id));
    }
  });

  test('take a return out of the report at once, shown as corrected, and put it back', async () => {
    const organization = await shop([chat('e'), later('f', HOUR)]);
    const untouched = await derived(database.owner, organization);
    const figures = async () => {
      const { outcomes, corrected } = await heroOf(organization);
      return [outcomes.stayed_solved, outcomes.came_back, corrected];
    };
    assert.deepEqual(await figures(), [0, 1, 0]);
    const answer = await rule(organization, 'e', different);
    assert.deepEqual([answer.status, answer.body.data], [200, { id: 'e', different_matter: true }]);
    assert.deepEqual(await figures(), [1, 0, 1]);
    assert.equal((await rule(organization, 'e', same)).status, 200);
    assert.deepEqual(await figures(), [0, 1, 0]);
    assert.deepEqual(await derived(database.owner, organization), untouched, 'as if nobody had ruled');
    assert.deepEqual(await changesOf(organization), [
      { kind: 'return_ruling', subject: 'e', changed_by: 'user-7', before: null, after: ['f'] },
      { kind: 'return_ruling', subject: 'e', changed_by: 'user-7', before: ['f'], after: null },
    ]);
  });

  test('are told to supervisors: who ruled on which chat when, newest first, a page at a time', async () => {
    const organization = await shop([chat('e'), later('f', HOUR), later('g', 2 * HOUR)]);
    await rule(organization, 'e', different, { sub: 'a' });
    await rule(organization, 'e', different, { sub: 'b' });
    await rule(organization, 'e', same, { sub: 'c' });
    const history = async (query = '', of = organization): Promise<Answer<Body>> =>
      get<Body>(app, `/v1/return-rulings/history${query}`, await bearer({ org_id: of, role: 'supervisor' }));
    const { body, headers } = await history();
    const { data, meta } = ReturnRulingHistory.parse(body);
    assert.deepEqual(
      data.map(({ id, by, before: was, after: is }) => [id, by, was, is]),
      [
        ['e', 'c', ['f', 'g'], []],
        ['e', 'b', ['f'], ['f', 'g']],
        ['e', 'a', [], ['f']],
      ],
    );
    assert.ok(data.every(({ at }) => Math.abs(Date.parse(at) - Date.now()) < 60_000));
    assert.deepEqual([meta, headers['cache-control']], [{ organization: { id: organization }, next_cursor: null }, 'private, no-store']);
    await database.owner.query(
      `insert into setting_changes (organization_id, seq, kind, subject, changed_by, changed_at, after)
       select $1, 1000 + n, 'return_ruling', 'e', n::text, now(), '["f"]' from generate_series(1, $2::int) n`,
      [organization, CHANGES_LISTED],
    );
    const first = ReturnRulingHistory.parse((await history()).body);
    const second = ReturnRulingHistory.parse((await history(`?cursor=${first.meta.next_cursor}`)).body);
    assert.deepEqual([first.data.length, second.data.map(({ by }) => by), second.meta.next_cursor], [CHANGES_LISTED, ['c', 'b', 'a'], null]);
    assert.equal(codeOf(await history('?cursor=x')), '400 bad_request');
    assert.deepEqual((await history('', await shop([chat('e')]))).body.data, [], 'of the own organization');
  });

  test('said twice change nothing: no history, no new revision', async () => {
    const organization = await shop([chat('e'), later('f', HOUR)]);
    const state = async () => [await derived(database.owner, organization), await changesOf(organization), await revisionOf(organization)];
    const untouched = await state();
    assert.equal((await rule(organization, 'e', same)).status, 200);
    assert.deepEqual(await state(), untouched, 'nothing to take back');
    await rule(organization, 'e', different);
    const ruled = await state();
    assert.equal((await rule(organization, 'e', different, { sub: 'another' })).status, 200);
    assert.deepEqual(await state(), ruled);
  });

  const revisionOf = async (organization: string): Promise<unknown> => database.owner.query('select revision from organizations where id = $1', [organization]);

  test('are about one return: another one behind it still counts until it is ruled on, and all are taken back together', async () => {
    const organization = await shop([chat('e'), later('f', HOUR), later('g', 2 * HOUR)]);
    await rule(organization, 'e', different);
    assert.equal((await outcomesOf(database.owner, organization))['e'], 'came_back');
    assert.equal((await heroOf(organization)).corrected, 0);
    await rule(organization, 'e', different);
    assert.equal((await outcomesOf(database.owner, organization))['e'], 'stayed_solved');
    assert.equal((await heroOf(organization)).corrected, 1);
    await rule(organization, 'e', same);
    assert.deepEqual([(await outcomesOf(database.owner, organization))['e'], (await heroOf(organization)).corrected], ['came_back', 0]);
    assert.deepEqual(await database.owner.query('select id from return_rulings where organization_id = $1', [organization]), []);
  });

  for (const [what, change] of [
    ['gone', (organization: string) => removeChat(database.owner, organization, 'f')],
    ["another customer's", (organization: string) => putChats(database.owner, organization, [later('f', HOUR, { contact_id: 'budi' })])],
    ['a thank-you', (organization: string) => putChats(database.owner, organization, [later('f', HOUR, { activity: { ai_answers: 1, thanks_only: true } })])],
  ] as const) {
    test(`correct nothing any more when the later chat is ${what}, and again when it is back`, async () => {
      const organization = await shop([chat('e'), later('f', HOUR)]);
      await rule(organization, 'e', different);
      assert.equal((await heroOf(organization)).corrected, 1);
      await change(organization);
      await refreshOrganization(database.owner, organization);
      assert.deepEqual([(await outcomesOf(database.owner, organization))['e'], (await heroOf(organization)).corrected], ['stayed_solved', 0]);
      const incremental = await derived(database.owner, organization);
      await rebuildOrganization(database.owner, organization);
      assert.deepEqual(await derived(database.owner, organization), incremental);
      await putChats(database.owner, organization, [later('f', HOUR)]);
      await refreshOrganization(database.owner, organization);
      assert.equal((await heroOf(organization)).corrected, 1);
    });
  }

  test('can be taken back while another return counts', async () => {
    const organization = await shop([chat('e'), later('f', HOUR), later('g', 2 * HOUR)]);
    await rule(organization, 'e', different);
    await rule(organization, 'e', same);
    const rows = await database.owner.query(`select returned_in from episode_outcomes where organization_id = $1 and id = 'e'`, [organization]);
    assert.deepEqual(rows, [{ returned_in: 'f' }]);
  });

  test('are refused for chats of others, chats that nobody came back after, and ids that are none', async () => {
    const organization = await shop([chat('e'), later('f', HOUR), chat('alone', { contact_id: 'budi' })]);
    const other = await shop([chat('theirs'), later('again', HOUR)]);
    const before = await derived(database.owner, other);
    for (const id of ['theirs', 'alone', 'f', 'nothing', `e' or true --`, 'a\u0000b', 'x'.repeat(900)]) {
      for (const ruling of [different, same]) assert.equal(codeOf(await rule(organization, id, ruling)), '404 not_found', JSON.stringify(id));
    }
    assert.deepEqual(await derived(database.owner, other), before);
    assert.deepEqual(await changesOf(other), []);
    assert.equal(codeOf(await rule('00000000-0000-0000-0000-000000000000', 'e', different)), '404 not_found');
  });

  test('are for admins who are somebody, in JSON', async () => {
    const organization = await shop([chat('e'), later('f', HOUR)]);
    for (const role of ['supervisor', 'agent', 'internal']) assert.equal(codeOf(await rule(organization, 'e', different, { role })), '403 forbidden');
    assert.equal(codeOf(await rule(organization, 'e', different, { sub: undefined })), '403 forbidden');
    for (const [body, sentence] of [
      [{}, /^different_matter: /],
      [{ different_matter: 'yes' }, /^different_matter: must be of type boolean$/],
      [{ ...different, organization }, /^organization: is not known here$/],
    ] as const) {
      const answer = await rule(organization, 'e', body);
      assert.equal(codeOf(answer), '422 invalid');
      assert.match(answer.body.error.messages[0]!, sentence);
    }
    assert.equal((await heroOf(organization)).corrected, 0);
  });

  test('reach chats with any id', async () => {
    const ids = ['a/b', '100%', 'é ?#', 'x'.repeat(300), '東京'];
    const organization = await shop(ids.flatMap((id, i) => [chat(id, { contact_id: `c${i}` }), later(`again ${i}`, HOUR, { contact_id: `c${i}` })]));
    for (const id of ids) assert.equal((await rule(organization, id, different)).status, 200, id);
    assert.equal((await heroOf(organization)).corrected, ids.length);
  });

  test('that meet are stored once', async () => {
    const organization = await shop([chat('e'), later('f', HOUR)]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => rule(organization, 'e', different)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.deepEqual([(await changesOf(organization)).length, (await heroOf(organization)).corrected], [1, 1]);
  });
});
