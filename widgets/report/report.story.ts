import { MONTH } from '../hero/hero.story.ts';
import { commonStories } from '../kit/common-stories.ts';
import { sampleHero, sampleReport } from '../kit/sample-report.ts';
import { CATALOGUE, type ImpactReport, unavailable } from '@qontak/impact-contract';
import type { Story } from '#kit';

const tag = 'qontak-impact-report';
const ORIGIN = 'https://metrics.example.id';
const slots = { hero: sampleHero(MONTH) };

/** Of a shop whose AI has not answered yet. */
export const emptyReport = (): ImpactReport =>
  sampleReport(Object.fromEntries(CATALOGUE.filter(({ phase }) => phase === 1).map(({ slot }) => [slot, unavailable('no_data_yet')])), {
    as_of: null,
    period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
  });

export const stories: Story[] = [
  { tag, name: 'a month', settings: () => ({ data: sampleReport(slots) }), ends: 'ready' },
  { tag, name: 'no headline yet', settings: () => ({ data: sampleReport() }), ends: 'ready' },
  { tag, name: 'nothing has come in yet', settings: () => ({ data: emptyReport() }), ends: 'ready' },
  { tag, name: 'sample data', settings: () => ({ data: sampleReport(slots, { source: 'sample' }) }), ends: 'ready' },
  {
    tag,
    name: "another organization's report",
    settings: () => ({ src: ORIGIN, org: '99999999-0000-4000-8000-000000000000', fetcher: async () => Response.json(sampleReport(slots)) }),
    ends: 'failed',
  },
  {
    tag,
    name: 'not final yet',
    settings: () => ({
      data: sampleReport(slots, {
        period: { from: '2026-11-01', to: '2026-11-30', channel: null, status: 'provisional', final_on: '2026-12-03', frozen: null },
      }),
    }),
    ends: 'ready',
  },
  ...commonStories(tag, () => sampleReport(slots)),
];
