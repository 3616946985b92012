import { define } from '#kit';
import '#widgets/after-hours';
import '#widgets/chats';
import '#widgets/cost';
import '#widgets/hero';
import '#widgets/how-we-count';
import '#widgets/journey';
import '#widgets/provider';
import '#widgets/reopen-rate';
import '#widgets/sentiment';
import '#widgets/share';
import '#widgets/trend';
import '#widgets/turns';
import { Report } from './report.ts';

define('qontak-impact-report', Report);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-report': Report;
  }
}

export { Report };
