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
    { path: '/report', component: () => import('./ReportPage.vue') },
  ],
});

listenForHotkeys();
createApp(App).use(router).mount('#app');
