import { impact, ImpactHero, ImpactProvider, ImpactTrend, isImpactElement } from '@qontak/impact-report/vue';
import type { ImpactReport } from '@qontak/impact-report';
import { type App, createSSRApp, h, resolveComponent, shallowRef } from 'vue';

export const data = shallowRef<ImpactReport>();

export function createPage(): App {
  const app = createSSRApp({
    render: () =>
      h(
        ImpactProvider,
        {
          locale: 'en',
          data: data.value,
          tokenProvider: async ({ reason }) => ({ token: `for ${reason}` }),
          onImpactReady: (event) => void (document.body.dataset.ready = String(event.detail.ms >= 0)),
        },
        () => [
          h(ImpactHero, { id: 'hero', headingLevel: 3, class: 'first' }),
          h(ImpactTrend, { by: 'months', gross: true }),
          h(resolveComponent('ImpactCost')),
        ],
      ),
  });
  app.use(impact, { theme: 'light' });
  app.config.compilerOptions.isCustomElement = isImpactElement;
  return app;
}

/** What the language server holds a template to; `h` is more lenient. */
type HeroProps = Parameters<typeof ImpactHero>[0];

// @ts-expect-error -- no such theme
export const wrongTheme: HeroProps = { theme: 'blue' };
// @ts-expect-error -- a source is text
export const wrongSource: HeroProps = { src: 1 };
// @ts-expect-error -- the trend's alone
export const wrongSetting: HeroProps = { by: 'weeks' };
// @ts-expect-error -- no such field of the event
export const wrongEvent: HeroProps = { onImpactError: (event) => event.detail.nothing };
