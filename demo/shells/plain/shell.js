import { mount, signOut } from '/cdn/{version}/impact.js';
import { organizations, tokenProviderOf } from '/plain/session.js';
import * as z from '/vendor/zod/v4/core/core.js';

const field = (name) => document.querySelector(`[name=${name}]`);
const section = (path) => document.querySelector(`[data-page="${path}"]`);

const card = document.querySelector('qontak-impact-hero');
let isSignedIn = true;
// Card and report are told the same, and so share one request: whose figures they show, the token says.
const signedIn = () => ({ tokenProvider: tokenProviderOf(field('organization').value) });

let report = null;
function turn() {
  const [address, query] = (location.hash.replace(/^#/, '') || '/').split('?');
  const path = isSignedIn ? address : 'signed out';
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

field('session').addEventListener('click', ({ target }) => {
  isSignedIn = !isSignedIn;
  target.textContent = isSignedIn ? 'Sign out' : 'Sign in';
  if (isSignedIn) {
    section('/').append(Object.assign(card, signedIn()));
  } else {
    // First off the page: what still stands would ask for itself anew. The address may name a chat.
    card.remove();
    location.replace('#/');
  }
  turn();
  if (!isSignedIn) signOut();
});

// A chat of the report: this shell goes there itself.
addEventListener('impact-navigate', (event) => {
  event.preventDefault();
  location.hash = `#/inbox?chat=${event.detail.id}`;
});

field('organization').addEventListener('change', () => {
  Object.assign(card, signedIn());
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

field('organization').append(...(await organizations).map(({ id, name }) => new Option(name, id)));
turn();
