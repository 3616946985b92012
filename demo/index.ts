// The report on the service that serves this page.
import '#report';
import { DemoPage } from './demo-page.ts';

customElements.define('impact-demo-page', DemoPage);
const page = new DemoPage();
page.source = { fetcher: (...request) => fetch(...request), base: new URL('./', document.baseURI).href };
document.body.append(page);
