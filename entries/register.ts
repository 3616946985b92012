// The package's `./register`: every element under its own tag.
import '#widgets/after-hours';
import '#widgets/chats';
import '#widgets/cost';
import '#widgets/hero';
import '#widgets/how-we-count';
import '#widgets/journey';
import '#widgets/period-picker';
import '#widgets/provider';
import '#widgets/reopen-rate';
import '#widgets/report';
import '#widgets/sentiment';
import '#widgets/share';
import '#widgets/trend';
import '#widgets/turns';
export * from './index.ts';
