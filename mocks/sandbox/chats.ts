// The chats behind a figure, and the ruling that one of them was a different matter.
import { CHAT_FIGURES, type ChatFigure, type ChatPage, hasPlace, ReturnRulingInput } from '@qontak/impact-contract';
import { HttpResponse } from 'msw/http';
import { chatsBehind, judgedOf } from '../reference/index.ts';
import { bodyOf, refuse, refuseIssues } from './answers.ts';
import type { Asked } from './asked.ts';
import { reportQueryOf } from './report.ts';

const USUAL_LIMIT = 50;
const LARGEST_LIMIT = 200;

/** GET /v1/impact-report/chats. The cursor is the last chat that was shown. */
export function answerChats({ request, organization, role, now }: Asked): Response {
  const parameters = new URL(request.url).searchParams;
  const query = reportQueryOf(parameters);
  if (query instanceof Response) return query;
  const figure = CHAT_FIGURES.find((known) => known === parameters.get('figure'));
  if (!figure) return refuse('bad_request', `figure must be one of ${CHAT_FIGURES.join(', ')}.`);
  const place = placeOf(parameters, figure);
  if (place instanceof Response) return place;
  const limit = Number(parameters.get('limit') ?? USUAL_LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_LIMIT) return refuse('bad_request', `limit must be a number from 1 to ${LARGEST_LIMIT}.`);
  const { shop } = organization;
  const chats = chatsBehind(shop, { figure, place }, query, { now });
  const cursor = parameters.get('cursor');
  const from = cursor === null ? 0 : chats.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== null && from === 0) return refuse('bad_request', 'The cursor belongs to no chat of this list. Begin without one.');
  const data = chats.slice(from, from + limit);
  const next_cursor = from + limit < chats.length ? data.at(-1)!.id : null;
  const listed = place === null ? { figure } : { figure, place };
  const page: ChatPage = {
    status: 'success',
    data,
    meta: { organization: { id: shop.organization.id }, ...listed, total: chats.length, next_cursor, as_of: shop.as_of, can_edit: role === 'admin' },
  };
  return HttpResponse.json(page, { headers: { 'cache-control': 'private, no-cache', vary: 'Authorization' } });
}

function placeOf(parameters: URLSearchParams, figure: ChatFigure): number | null | Response {
  const text = parameters.get('place');
  if (text === null) return null;
  return /^\d+$/.test(text) && hasPlace(figure, Number(text)) ? Number(text) : refuse('bad_request', `${figure} has no such place.`);
}

/** PUT /v1/chats/{id}/return-ruling */
export async function answerRuling({ request, organization, role }: Asked, id: string): Promise<Response> {
  if (role !== 'admin') return refuse('forbidden', 'Only admins may rule about returns.');
  const body = await bodyOf(request);
  if (body === undefined) return refuse('bad_request', 'The body must be JSON.');
  const parsed = ReturnRulingInput.safeParse(body);
  if (!parsed.success) return refuseIssues(parsed.error.issues);
  const { different_matter } = parsed.data;
  const chat = judgedOf(organization.shop).find((one) => one.id === id);
  if (!chat || (chat.returned_in === null && !chat.ruled)) return refuse('not_found', 'There is no such chat, or its customer did not come back.');
  if (!different_matter) organization.unrule(id);
  else if (chat.returned_in !== null) organization.rule({ id, returned_in: chat.returned_in });
  return HttpResponse.json({ status: 'success', data: { id, different_matter }, meta: {} });
}
