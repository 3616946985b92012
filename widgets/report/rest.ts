// Everything but the first figure.
export { drawEmpty } from './empty.ts';
import '#widgets/after-hours';
import '#widgets/chats';
import '#widgets/cost';
import '#widgets/how-we-count';
import '#widgets/journey';
import '#widgets/period-picker';
import '#widgets/reopen-rate';
import '#widgets/sentiment';
import '#widgets/share';
import '#widgets/trend';
import '#widgets/turns';
