// A host page that shows the report.
import '#report';
import { hostPage } from '../host-page.ts';

hostPage('qontak-impact-report', { fill: () => {}, toggled: (report) => report.shadowRoot!.querySelector('qontak-impact-cost') });
