import { createContext } from '@lit/context';
import type { Connection } from '#data';

/** The way to the service of a report or provider, for widgets below it that also write; null: there is none. */
export const connectionContext = createContext<Connection | null>(Symbol('impact connection'));
