import { define } from '#kit';
import '#widgets/hero';
import '#widgets/provider';
import { Report } from './report.ts';

define('qontak-impact-report', Report);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-report': Report;
  }
}

export { Report };
