// A host page that places single widgets, as the README says: a provider with its token, widgets within it, the code of those further
// down once the first one stands.
import '#widgets/provider';
import '#widgets/hero';
import { hostPage } from '../host-page.ts';

const WIDGETS = ['hero', 'cost', 'trend', 'journey'] as const;

hostPage('qontak-impact-provider', {
  fill: (provider) => {
    const main = document.createElement('main');
    main.append(...WIDGETS.map((name) => document.createElement(`qontak-impact-${name}`)));
    provider.append(main);
  },
  toggled: (provider) => provider.querySelector('qontak-impact-cost'),
});

addEventListener('impact-ready', () => requestIdleCallback(() => import('./below.ts')), { once: true });
