// The only module that names Chart.js as a value, so that its 42 KB are one chunk that nothing loads before someone works with a chart.
// Parts are picked by hand; Tooltip and Legend are not among them: ours are HTML.
import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement);

export { Chart };
export { LiveChart } from './live-chart.ts';
