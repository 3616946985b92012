import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { addDays, ImpactReport, type LocalDate, type TrendValue } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../src/db/database.ts';
import type { Organization } from '../src/organizations.ts';
import { refreshOrganization } from '../src/refresh/refresh.ts';
import { type Chat, chat, newOrganization, putChats } from './chats.ts';
import { eachDatabase } from './databases.ts';
import { appFor, bearer, get } from './service-under-test.ts';

/** A Monday. */
const MONDAY: LocalDate = '2026-08-31';
const mondayAfter = (weeks: number): LocalDate => addDays(MONDAY, weeks * 7);

/** A week of chats in Asia/Jakarta, all on its Wednesday: `solved` of `of` by AI. */
const week = (number: number, solved: number, of: number, differs: Partial<Chat> = {}): Chat[] =>
  Array.from({ length: of }, (_, i) => {
    const id = `${number} ${i} ${differs.channel ?? ''}`;
    const closed_at = `${addDays(mondayAfter(number), 2)}T05:00:00Z`;
    return chat(id, { contact_id: id, closed_at, ...(i < solved ? {} : { assign_channel_agent_id: 'a1' }), ...differs });
  });

/** The moment in which the figures of the week become final: two days after the next Monday begins in Jakarta. */
const finalAt = (weeks: number): string => `${addDays(mondayAfter(weeks + 1), 1)}T17:00:00Z`;
const secondBefore = (moment: string): string => new Date(Date.parse(moment) - 1000).toISOString();

eachDatabase('trend', (open) => {
  let database: Database;
  let app: FastifyInstance;
  before(async () => {
    database = await open();
    app = await appFor(database);
  });

  async function shop(chats: readonly Chat[], asOf: string, differs: Partial<Organization> = {}): Promise<string> {
    const organization = await newOrganization(database, differs);
    await putChats(database.owner, organization, chats);
    await refreshOrganization(database.owner, organization, { asOf });
    return organization;
  }

  async function trendOf(organization: string, query = ''): Promise<TrendValue> {
    const { body } = await get(app, `/v1/impact-report?from=2026-10-12&to=2026-11-10${query}`, await bearer({ org_id: organization }));
    const { trend } = ImpactReport.parse(body).data;
    assert.equal(trend.status, 'ok');
    return trend as TrendValue;
  }

  const told = (organization: string): Promise<{ unit: string; from_day: LocalDate; point: number }[]> =>
    database.owner.query('select unit, from_day, point from forecasts where organization_id = $1 order by unit, from_day', [organization]);

  const revisionOf = async (organization: string): Promise<unknown> =>
    (await database.owner.query('select revision from organizations where id = $1', [organization]))[0];

  test('a point for every week from the first with chats to that of the newest data, the gaps too', async () => {
    const { weeks, months } = await trendOf(await shop([...week(0, 3, 4), ...week(2, 1, 2)], finalAt(2)));
    assert.deepEqual(
      weeks.points.map(({ from, status, net }) => [from, status, net.count, net.of, net.share]),
      [
        ['2026-08-31', 'final', 3, 4, 0.75],
        ['2026-09-07', 'final', 0, 0, null],
        ['2026-09-14', 'final', 1, 2, 0.5],
        ['2026-09-21', 'provisional', 0, 0, null],
      ],
    );
    assert.deepEqual(
      months.points.map(({ from, to, status, net }) => [from, to, status, net.of]),
      [['2026-09-01', '2026-09-30', 'provisional', 6]],
    );
    assert.deepEqual(weeks.forecast, { status: 'unavailable', reason: 'few_periods', periods_used: 2 });
  });

  test('a week is final two days after it, not a second earlier', async () => {
    const statusOf = async (asOf: string): Promise<string | undefined> => (await trendOf(await shop(week(0, 1, 1), asOf))).weeks.points[0]?.status;
    assert.deepEqual([await statusOf(finalAt(0)), await statusOf(secondBefore(finalAt(0)))], ['final', 'provisional']);
  });

  test('shows at most 26 weeks and 12 months, and nothing without chats', async () => {
    const { weeks, months } = await trendOf(await shop([...week(-60, 1, 1), ...week(0, 1, 1)], finalAt(0)));
    assert.deepEqual([weeks.points.length, months.points.length, weeks.points.at(-1)?.from, months.points.at(-1)?.from], [26, 12, '2026-09-07', '2026-09-01']);
    const nothing = await trendOf(await shop([], finalAt(0)));
    assert.deepEqual([nothing.weeks.points, nothing.weeks.forecast], [[], { status: 'unavailable', reason: 'few_periods', periods_used: 0 }]);
  });

  test('a forecast is told once, when a week has become final, and graded when its own week has', async () => {
    const weeks = [0, 1, 2, 3, 4, 5].flatMap((number) => week(number, 60, 100));
    const organization = await shop(weeks, secondBefore(finalAt(5)));
    assert.deepEqual(await told(organization), [], 'five final weeks are too few');
    await refreshOrganization(database.owner, organization, { asOf: finalAt(5) });
    const { forecast } = (await trendOf(organization)).weeks;
    assert.ok(forecast.status === 'ok' && forecast.from === mondayAfter(6));
    assert.deepEqual(await told(organization), [{ unit: 'week', from_day: mondayAfter(6), point: forecast.point }]);

    // the week comes, worse than expected, and one of the past turns out to have been better
    await putChats(database.owner, organization, [...week(6, 46, 100), ...week(5, 64, 100)]);
    await refreshOrganization(database.owner, organization, { asOf: secondBefore(finalAt(6)) });
    assert.deepEqual((await trendOf(organization)).weeks.graded, [], 'not final yet');
    await refreshOrganization(database.owner, organization, { asOf: finalAt(6) });
    const { graded, track } = (await trendOf(organization)).weeks;
    assert.deepEqual(
      graded.map(({ from, point, actual, inside }) => [from, point, actual.count, actual.of, inside]),
      [[mondayAfter(6), forecast.point, 46, 100, false]],
    );
    assert.deepEqual(track, { issued: 1, inside: 0 });
    assert.deepEqual(
      (await told(organization)).map(({ from_day }) => from_day),
      [mondayAfter(6), mondayAfter(7)],
    );

    const revision = await revisionOf(organization);
    await refreshOrganization(database.owner, organization);
    assert.deepEqual(await revisionOf(organization), revision, 'nothing new to say');
    const channel = (await trendOf(organization, '&channel=whatsapp')).weeks;
    assert.deepEqual([channel.graded, channel.track], [[], { issued: 0, inside: 0 }], 'they are made for all channels together');
    assert.equal(channel.forecast.status, 'ok', 'but a channel has its own outlook');
  });

  test('what was told stays, though other data would tell it otherwise now', async () => {
    const organization = await shop(
      [0, 1, 2, 3, 4, 5].flatMap((number) => week(number, 60, 100)),
      finalAt(5),
    );
    const [first] = await told(organization);
    await refreshOrganization(database.owner, organization, { asOf: finalAt(4), allowEarlier: true });
    await putChats(database.owner, organization, week(5, 75, 100));
    await refreshOrganization(database.owner, organization, { asOf: finalAt(5) });
    const { forecast } = (await trendOf(organization)).weeks;
    assert.ok(forecast.status === 'ok' && forecast.point > first!.point);
    assert.deepEqual(await told(organization), [first]);
  });

  test('the starting point is frozen when its weeks are complete, and a channel has its own', async () => {
    const weeks = [0, 1, 2, 3].flatMap((number) => week(number, 20, 50));
    const now = [6, 7].flatMap((number) => [...week(number, 40, 50), ...week(number, 40, 50, { channel: 'instagram' })]);
    // switched on in the middle of the week before
    const organization = await shop([...week(-1, 50, 50), ...weeks, ...now], secondBefore(finalAt(3)), { aiActivatedOn: addDays(MONDAY, -3) });
    assert.deepEqual((await trendOf(organization)).baseline, { status: 'unavailable', reason: 'too_few_weeks' });
    await refreshOrganization(database.owner, organization, { asOf: finalAt(7) });
    const { baseline } = await trendOf(organization);
    assert.ok(baseline.status === 'ok');
    assert.deepEqual([baseline.from, baseline.to, baseline.net.count, baseline.net.of, baseline.rough], [MONDAY, '2026-09-27', 80, 200, false]);
    assert.deepEqual([baseline.change?.verdict, baseline.change?.points], ['better', 40]);

    await putChats(database.owner, organization, week(0, 50, 50));
    await refreshOrganization(database.owner, organization);
    const later = await trendOf(organization);
    assert.deepEqual(later.baseline, baseline, 'what comes in late does not move it');
    assert.equal(later.weeks.points[1]?.net.count, 50, 'but it shows in its week');
    const { body } = await get(app, '/v1/impact-report?from=2026-10-12&to=2026-11-10', await bearer({ org_id: organization }));
    assert.ok(body.data.hero.status === 'ok');
    assert.deepEqual(body.data.hero.vs_first_month, baseline.change);

    const channel = (await trendOf(organization, '&channel=whatsapp')).baseline;
    assert.ok(channel.status === 'ok' && channel.net.count === 110, 'counted as it is now');
    assert.equal((await trendOf(await shop(weeks, finalAt(7)))).baseline.status, 'unavailable', 'nobody knows when AI was switched on');
  });
});
