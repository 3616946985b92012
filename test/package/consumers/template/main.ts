import { impact } from '@qontak/impact-report/vue';
import { createApp } from 'vue';
import Page from './Page.vue';

createApp(Page)
  .use(impact, { locale: 'en', tokenProvider: () => 'token' })
  .mount('main');
