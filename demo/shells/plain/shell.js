import { mount } from '/cdn/{version}/impact.js';
import * as z from '/vendor/zod/v4/core/core.js';

const field = (name) => document.querySelector(`[name=${name}]`);
const section = (path) => document.querySelector(`[data-page="${path}"]`);

const providers = {};
/** The function stands for the user: one for each organization, kept. */
const tokenProviderOf = (organization) =>
  (providers[organization] ??= async ({ signal }) => {
    const answer = await fetch(`/dev/token?role=admin&organization=${organization}`, { signal });
    if (!answer.ok) throw new Error(`Could not sign in: the shell's server answered ${answer.status}. Is it running?`);
    const { token, expires_at } = await answer.json();
    return { token, expiresAt: expires_at };
  });
const signedIn = () => ({ org: field('organization').value, tokenProvider: tokenProviderOf(field('organization').value) });

let report = null;
function turn() {
  const [path, query] = (location.hash.replace(/^#/, '') || '/').split('?');
  for (const page of document.querySelectorAll('[data-page]')) page.hidden = page.dataset.page !== path;
  section('/inbox').querySelector('.chat').textContent = new URLSearchParams(query).get('chat') ?? 'none';
  if (path === '/report') report ??= mount(section('/report'), { src: '/', ...signedIn() });
  else {
    report?.unmount();
    report = null;
  }
  section('/blank').replaceChildren(...(path === '/blank' ? [Object.assign(document.createElement('div'), { id: 'blank' })] : []));
}
addEventListener('hashchange', turn);

// A chat of the report: this shell goes there itself.
addEventListener('impact-navigate', (event) => {
  event.preventDefault();
  location.hash = `#/inbox?chat=${event.detail.id}`;
});

field('organization').addEventListener('change', () => {
  Object.assign(document.querySelector('qontak-impact-hero'), signedIn());
  report?.update(signedIn());
});
field('locale').addEventListener('change', ({ target }) => (document.documentElement.lang = target.value));
field('theme').addEventListener('change', ({ target }) => (document.documentElement.dataset.theme = target.value));

// The shell's shortcuts. Inside a foreign element the target is the element and no field.
addEventListener('keydown', (event) => {
  if (event.target instanceof HTMLInputElement || (event.key !== '/' && event.key !== 's')) return;
  event.preventDefault();
  field('search').focus();
});

// The shell's own Chart.js, with defaults for the whole page.
const { Chart } = window;
const drawnOn = new Set();
Chart.defaults.font.size = 30;
Chart.defaults.color = 'rgb(255, 0, 0)';
Chart.defaults.animation = false;
Chart.register({ id: 'stamp', afterDraw: (chart) => void drawnOn.add(chart) });
const data = { labels: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], datasets: [{ label: 'Chats', data: [31, 28, 35, 30, 41] }] };
const chart = new Chart(document.querySelector('canvas'), { type: 'bar', data, options: { responsive: false } });
// Its own zod, whose settings every copy on the page reads.
z.config({ customError: () => 'The shell says no.' });
window.libraries = { Chart, chart, drawnOn, z };

const organizations = await (await fetch('/dev/organizations')).json();
field('organization').append(...organizations.map(({ id, name }) => new Option(name, id)));
Object.assign(document.querySelector('qontak-impact-hero'), signedIn());
turn();
