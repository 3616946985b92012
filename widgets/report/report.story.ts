import { MONTH } from '../hero/hero.story.ts';
import { failing, sampleHero, sampleReport, waiting } from '../kit/sample-report.ts';
import type { Story } from '#kit';

const tag = 'qontak-impact-report';
const ORIGIN = 'https://metrics.example.id';
const slots = { hero: sampleHero(MONTH) };

export const stories: Story[] = [
  { tag, name: 'a month', settings: () => ({ data: sampleReport(slots) }), ends: 'ready' },
  { tag, name: 'sample data', settings: () => ({ data: sampleReport(slots, { source: 'sample' }) }), ends: 'ready' },
  { tag, name: 'loading', settings: () => ({ src: ORIGIN, fetcher: waiting() }), ends: 'loading' },
  { tag, name: 'forbidden', settings: () => ({ src: ORIGIN, fetcher: failing(403) }), ends: 'failed' },
  {
    tag,
    name: "another organization's report",
    settings: () => ({ src: ORIGIN, org: '99999999-0000-4000-8000-000000000000', fetcher: async () => Response.json(sampleReport(slots)) }),
    ends: 'failed',
  },
];
