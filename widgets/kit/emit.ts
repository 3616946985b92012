import type { CostAssumptionInput } from '@qontak/impact-contract';
import type { Announce, ReportChoice } from '#state';
import { nameOf } from './define.ts';
import {
  type ExportKind,
  ImpactAssumptionChangeEvent,
  ImpactAuthRequiredEvent,
  ImpactErrorEvent,
  ImpactExportEvent,
  ImpactNavigateEvent,
  ImpactPeriodChangeEvent,
  ImpactReadyEvent,
  ImpactViewEvent,
} from './events.ts';

/** Tells the host page what happens, as events from the element that asked for the report. */
export const announce: Announce = (element, news) => {
  if (news.kind === 'ready') return element.dispatchEvent(new ImpactReadyEvent(news.ms));
  if (news.kind === 'seen') return element.dispatchEvent(new ImpactViewEvent(nameOf(element), news.ms));
  const shown = element.dispatchEvent(new ImpactErrorEvent(news.error));
  if (news.error.code === 'auth_rejected') element.dispatchEvent(new ImpactAuthRequiredEvent());
  return shown;
};

/** Says that a reader wants to see other days or another channel. False: the host takes it from here. */
export const choosePeriod = (element: Element, choice: ReportChoice): boolean => element.dispatchEvent(new ImpactPeriodChangeEvent(choice));

/** Offers the host an admin's figures before they are stored. False: the host stores them itself. */
export const offerAssumption = (element: Element, figures: CostAssumptionInput): boolean => element.dispatchEvent(new ImpactAssumptionChangeEvent(figures));

/** What the user wanted to do, beside reading the report, needs a new sign-in. */
export const requireSignIn = (element: Element): void => void element.dispatchEvent(new ImpactAuthRequiredEvent());

/** Asks the host to go to a chat in the inbox. False: it does. */
export const goToChat = (element: Element, roomId: string): boolean => element.dispatchEvent(new ImpactNavigateEvent(roomId));

/** Says that figures are about to leave the page. False: the host does not let them. */
export const offerExport = (element: Element, kind: ExportKind, rows: number): boolean => element.dispatchEvent(new ImpactExportEvent(kind, rows));
