// A host with a bundler: the provider and the widgets it names, nothing else.
import { configure, VERSION } from '@qontak/impact-report';
import '@qontak/impact-report/hero';
import '@qontak/impact-report/trend';

configure({ locale: 'en' });
const report = await (await fetch('/report.json')).json();
for (const name of ['hero', 'trend']) {
  const element = document.createElement(`qontak-impact-${name}`);
  element.data = report;
  document.querySelector('main').append(element);
}
document.body.dataset.version = VERSION;
