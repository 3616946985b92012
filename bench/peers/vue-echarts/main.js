import { createApp, shallowRef } from 'vue';
import { fetchReport, figuresOf } from '../shared/figures.js';
import Page from './Page.vue';

const waiting = fetchReport();
const el = document.getElementById('app');
let app = null;
const figures = shallowRef(null);
globalThis.page = {
  show: (report) => (figures.value = figuresOf(report)),
  mount: () => {
    figures.value = null;
    app = createApp(Page, { figures });
    app.mount(el);
  },
  unmount: () => app.unmount(),
  toggle: () => el.querySelector('input:not(:checked)').click(),
};
page.mount();
void waiting.then((report) => page.show(report));
