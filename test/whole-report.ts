// The whole report on a page, with a service that knows its chats, working hours and cost figures.
import { waitUntil } from '@open-wc/testing';
import { CHAT_FIGURES, type ChatFigure, type ImpactReport } from '@qontak/impact-contract';
import type { Report } from '#report';
import '#report';
import { OFFICE } from '../widgets/after-hours/after-hours.story.ts';
import { manyChats } from '../widgets/chats/chats.story.ts';
import { MONTH } from '../widgets/cost/cost.story.ts';
import { fullReport } from './reports/full-report.ts';

/** The code of the other widgets comes with the first test that shows one. */
const IN_TIME = { timeout: 15_000 };

const setting = (data: unknown, { organization }: ImpactReport['meta']): Response =>
  Response.json({ status: 'success', data, meta: { organization, can_edit: true } }, { headers: { ETag: '"1"' } });

function answer(url: URL, report: ImpactReport): Response {
  if (url.pathname.endsWith('/working-hours')) return setting(OFFICE, report.meta);
  if (url.pathname.endsWith('/cost-assumption')) return setting(MONTH, report.meta);
  if (url.pathname.endsWith('/report-views')) return new Response(null, { status: 204 });
  if (!url.pathname.endsWith('/chats')) return Response.json(report);
  const figure = CHAT_FIGURES.find((known) => known === url.searchParams.get('figure')) as ChatFigure;
  return Response.json({
    status: 'success',
    data: manyChats(3),
    meta: { organization: report.meta.organization, figure, total: 3, next_cursor: null, as_of: report.meta.as_of },
  });
}

/** Shows the report and waits until every widget of it stands, charts and settings included. */
export async function showReport(report = fullReport()): Promise<Report> {
  const element = document.createElement('qontak-impact-report') as Report;
  Object.assign(element, { src: 'https://metrics.example.id', locale: 'en', fetcher: async (url: URL) => answer(url, report) });
  document.body.append(element);
  const inside = (name: string, selector: string): Element | null => element.shadowRoot?.querySelector(`.${name}`)?.shadowRoot?.querySelector(selector) ?? null;
  const stands = (): boolean =>
    inside('how-we-count', '[aria-busy="false"]') !== null &&
    inside('trend', '.first svg') !== null &&
    inside('cost', '#change') !== null &&
    inside('after-hours', '.open-editor') !== null;
  await waitUntil(() => element.shadowRoot !== null && stands(), 'the report never stands', IN_TIME);
  const journey = (): Element | null => inside('journey', '.list') ?? inside('journey', '.frame');
  await waitUntil(() => journey() !== null, 'the journey is never drawn', IN_TIME);
  return element;
}
