import type { ReportError } from '#data';

/** What an element has to tell its host page. */
export type News = { kind: 'ready'; ms: number } | { kind: 'failed'; error: ReportError } | { kind: 'seen'; ms: number };

/** Tells the host; false: the host takes it from here and wants no words of ours. The events themselves are the kit's. */
export type Announce = (element: Element, news: News) => boolean;
