// The same page without any service: organizations, sign-in and reports come from the simulator, in this browser.
import '#report';
import { createFetcher } from '#mocks/fetcher';
import { createMocks } from '#mocks/handlers';
import { type Condition, CONDITIONS, fetcherUnder } from './conditions.ts';
import { labelled, select } from './controls.ts';
import { DemoPage } from './demo-page.ts';

function conditionOf(query: URLSearchParams): Condition {
  return CONDITIONS.find((condition) => condition === query.get('condition')) ?? 'normal';
}

customElements.define('impact-demo-page', DemoPage);
const page = new DemoPage();
page.source = { fetcher: createFetcher(createMocks()), base: new URL('./', document.baseURI).href };
let condition = conditionOf(new URLSearchParams(location.search));
apply();
page.extraControl = (lang) =>
  select(
    'condition',
    lang.t('condition'),
    labelled(CONDITIONS, (one) => lang.t(`condition_${one}`)),
    condition,
    choose,
  );
// Figures become old only when they are asked for again.
page.addEventListener('impact-ready', () => {
  if (condition === 'stale') void page.querySelector('qontak-impact-report')?.refresh();
});
document.body.append(page);

function choose(value: string): void {
  condition = conditionOf(new URLSearchParams({ condition: value }));
  const url = new URL(location.href);
  if (condition === 'normal') url.searchParams.delete('condition');
  else url.searchParams.set('condition', condition);
  history.replaceState(null, '', url);
  apply();
}

/** Another function is another way to the report: it forgets what came over the one before and asks again. */
function apply(): void {
  page.reportFetcher = condition === 'normal' ? undefined : fetcherUnder(condition);
}
