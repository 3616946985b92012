import { createContext } from '@lit/context';
import type { Speech } from '#lang';

/** Language and wording of a report or provider, for the widgets below it. */
export const localeContext = createContext<Speech>(Symbol('impact locale'));
