import { CHAT_FIGURES, type ChatFigure, type ChatPage, type Days, hasPlace, type LocalDate, placesOf } from '@qontak/impact-contract';
import type { FastifyInstance } from 'fastify';
import { type Guard, identityOf } from '../auth/guard.ts';
import { chatPage } from '../chats/chat-page.ts';
import { pageEndOf } from '../chats/cursor.ts';
import type { Database } from '../db/database.ts';
import { reportBasis } from '../metrics/report.ts';
import { Refused } from '../problems.ts';
import { reportQuery, single } from './query.ts';

const USUAL_LIMIT = 50;
const LARGEST_LIMIT = 200;

/** `GET /v1/impact-report/chats`: exactly the chats behind a figure of the report. */
export function chatsRoute(app: FastifyInstance, { database, guard }: { database: Pick<Database, 'request'>; guard: Guard }): void {
  app.get('/v1/impact-report/chats', guard('admin', 'supervisor'), async (request, reply): Promise<ChatPage> => {
    const { organizationId, role } = identityOf(request);
    const figure = figureOf(request.query);
    const wanted = { figure, place: placeOf(request.query, figure), limit: limitOf(request.query), ...reportQuery(request.query) };
    const after = pageEndOf(single(request.query, 'cursor'));
    const page = await database.request.asOrganization(organizationId, async (tx) => {
      const basis = await reportBasis(tx, organizationId, wanted);
      if (basis === null) throw new Refused('not_found', 'The organization of the token is not known here.');
      const { days, channel, organization } = basis;
      return {
        as_of: organization.as_of,
        kept_from: goneBefore(organization.kept_from, days),
        ...(await chatPage(tx, organizationId, { figure, place: wanted.place, limit: wanted.limit, days, channel, after })),
      };
    });
    const { chats, total, next_cursor, as_of, kept_from } = page;
    reply.header('cache-control', 'private, no-store');
    const listed = wanted.place === null ? { figure } : { figure, place: wanted.place };
    return {
      status: 'success',
      data: chats,
      meta: { organization: { id: organizationId }, ...listed, total, next_cursor, as_of, ...kept_from, can_edit: role === 'admin' },
    };
  });
}

/** Said where it matters. */
const goneBefore = (kept_from: LocalDate | null, { from }: Days): { kept_from?: LocalDate } => (kept_from !== null && from < kept_from ? { kept_from } : {});

function figureOf(query: unknown): ChatFigure {
  const named = single(query, 'figure');
  const figure = CHAT_FIGURES.find((name) => name === named);
  if (figure === undefined) throw new Refused('bad_request', `figure must be one of ${CHAT_FIGURES.join(', ')}.`);
  return figure;
}

function placeOf(query: unknown, figure: ChatFigure): number | null {
  const text = single(query, 'place');
  if (text === undefined) return null;
  const place = /^\d{1,2}$/.test(text) ? Number(text) : -1;
  if (hasPlace(figure, place)) return place;
  const places = placesOf(figure);
  throw new Refused(
    'bad_request',
    places === null ? `${figure} has no places; leave place out.` : `place must be a number from ${places.first} to ${places.last}.`,
  );
}

function limitOf(query: unknown): number {
  const text = single(query, 'limit') ?? String(USUAL_LIMIT);
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= LARGEST_LIMIT) return limit;
  throw new Refused('bad_request', `limit must be a number from 1 to ${LARGEST_LIMIT}.`);
}
