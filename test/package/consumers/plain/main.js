// No bundler: the modules as they are in the package.
import '../node_modules/@qontak/impact-report/esm/hero.js';
import '../node_modules/@qontak/impact-report/esm/trend.js';

const report = await (await fetch('/report.json')).json();
for (const name of ['hero', 'trend']) {
  const element = document.createElement(`qontak-impact-${name}`);
  element.data = report;
  document.querySelector('main').append(element);
}
