import { define } from '#kit';
import { PeriodPicker } from './period-picker.ts';

define('qontak-impact-period-picker', PeriodPicker);

declare global {
  interface HTMLElementTagNameMap {
    'qontak-impact-period-picker': PeriodPicker;
  }
}

export { PeriodPicker };
