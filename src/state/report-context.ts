import { createContext } from '@lit/context';
import type { ReportState } from './report-state.ts';

/** The report of a report or provider, for the widgets below it. */
export const reportContext = createContext<ReportState>(Symbol('impact report'));
