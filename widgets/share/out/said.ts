import { complain, ReportError } from '#data';

/** Says in the console that nothing came of a method, and why, for who does not look at what it gives. */
export async function said(element: Element, method: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    // Who takes an element away knows that nothing comes of it any more.
    if (!(error instanceof DOMException && error.name === 'AbortError'))
      complain('IMPACT-032', `${method} of <${element.localName}>, ${reasonOf(error)}`, 'warn');
    throw error;
  }
}

const reasonOf = (error: unknown): string => (error instanceof ReportError ? error.code : error instanceof Error ? error.name : typeof error);
