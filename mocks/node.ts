import { setupServer, type SetupServer } from 'msw/node';
import type { Mocks } from './handlers.ts';

/** Answers the requests of a Node process. */
export const createServer = ({ handlers }: Mocks): SetupServer => setupServer(...handlers);
