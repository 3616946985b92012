import { createApp } from 'vue';
import { createRouter, createWebHashHistory } from 'vue-router';
import { listenForHotkeys } from '../host/hotkeys.ts';
import App from './App.vue';
import HomePage from './HomePage.vue';
import InboxPage from './InboxPage.vue';

const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', component: HomePage },
    { path: '/inbox', component: InboxPage },
    // The package comes with the page that needs it.
    { path: '/report', component: () => import('./report-page.ts') },
    // Without the report: what the shell takes by itself, for tests to compare with.
    { path: '/blank', component: () => import('./BlankPage.vue') },
  ],
});

listenForHotkeys();
createApp(App).use(router).mount('#app');
