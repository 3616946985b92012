import type { Announce } from '#state';
import { ImpactAuthRequiredEvent, ImpactErrorEvent, ImpactReadyEvent } from './events.ts';

/** Tells the host page what happens, as events from the element that asked for the report. */
export const announce: Announce = (element, news) => {
  if (news.kind === 'ready') return element.dispatchEvent(new ImpactReadyEvent(news.ms));
  const shown = element.dispatchEvent(new ImpactErrorEvent(news.error));
  if (news.error.code === 'auth_rejected') element.dispatchEvent(new ImpactAuthRequiredEvent());
  return shown;
};
