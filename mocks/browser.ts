import { setupWorker, type SetupWorker } from 'msw/browser';
import type { Mocks } from './handlers.ts';

/** Answers a page's own requests through a service worker: for pages of our own only, because it takes over their scope. */
export const createWorker = ({ handlers }: Mocks): SetupWorker => setupWorker(...handlers);
