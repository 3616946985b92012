// The only module that names Chart.js as a value, so that its 42 KB are one chunk that nothing loads before a chart is wanted.
// Parts are picked by hand; Tooltip and Legend are not among them: ours are HTML.
import { CategoryScale, Chart, Filler, LinearScale, LineController, LineElement, PointElement } from 'chart.js';

Chart.register(CategoryScale, Filler, LinearScale, LineController, LineElement, PointElement);

export { Chart };
