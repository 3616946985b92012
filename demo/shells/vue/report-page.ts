import './forget.ts';

export { default } from './ReportPage.vue';
