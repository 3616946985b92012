import type { ChatFigure, CostAssumptionInput, Days } from '@qontak/impact-contract';
import type { ErrorCode, ReportError } from '#data';
import { PERIOD_CHANGE, type ReportChoice } from '#state';
import { VERSION } from './version.ts';

/** An event for the host page: it bubbles out of shadow roots, names our version and never carries a token, an address or a person. */
class ImpactEvent<Detail extends object> extends CustomEvent<Detail & { version: string }> {
  constructor(type: string, detail: Detail, { cancelable = false } = {}) {
    super(type, { bubbles: true, composed: true, cancelable, detail: { ...detail, version: VERSION } });
  }
}

export interface ErrorDetail {
  code: ErrorCode;
  status: number | null;
  retryable: boolean;
  requestId: string | null;
}

/** The report stands on the page; `ms` after it was first wanted. */
export class ImpactReadyEvent extends ImpactEvent<{ ms: number }> {
  constructor(ms: number) {
    super('impact-ready', { ms: Math.round(ms) });
  }
}

/** A card was before a reader for `dwellMs`: at least half of it, and for a second or more. `section`: `hero`, `trend` and so on. */
export class ImpactViewEvent extends ImpactEvent<{ section: string; dwellMs: number }> {
  constructor(section: string, ms: number) {
    super('impact-view', { section, dwellMs: Math.round(ms) });
  }
}

/** The report could not be had, renewed or drawn. `preventDefault()`: the host shows that itself. */
export class ImpactErrorEvent extends ImpactEvent<ErrorDetail> {
  constructor({ code, status, retryable, requestId }: ReportError) {
    super('impact-error', { code, status, retryable, requestId }, { cancelable: true });
  }
}

/** A token was refused, and so was the one that `tokenProvider` gave after it: the user has to sign in again. */
export class ImpactAuthRequiredEvent extends ImpactEvent<object> {
  constructor() {
    super('impact-auth-required', {});
  }
}

/** Which of the chats behind a figure; by default all of the report's days. */
export interface Part {
  days?: Days | null;
  /** A place of the picture of the figure. */
  place?: number | null;
}

/** Someone wants to see the chats behind a figure; `days`: not of the report's days, but of these; `place`: only of one bar, an hour or a number of turns. `preventDefault()`: the host shows them itself. */
export class ImpactOpenChatsEvent extends ImpactEvent<{ figure: ChatFigure; days: Days | null; place: number | null }> {
  constructor(figure: ChatFigure, { days = null, place = null }: Part = {}) {
    super('impact-open-chats', { figure, days, place }, { cancelable: true });
  }
}

/** Someone wants to go to a chat in the inbox; `id` is the room that the inbox shows. `preventDefault()`: the host goes there, and the list gives way. */
export class ImpactNavigateEvent extends ImpactEvent<{ to: 'chat'; id: string }> {
  constructor(roomId: string) {
    super('impact-navigate', { to: 'chat', id: roomId }, { cancelable: true });
  }
}

/** The ways out of the page for its figures. */
export const EXPORT_KINDS = ['whatsapp', 'copy', 'image', 'print', 'csv'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Figures are about to leave the page; `rows`: how many lines. `preventDefault()`: they stay. */
export class ImpactExportEvent extends ImpactEvent<{ kind: ExportKind; rows: number }> {
  constructor(kind: ExportKind, rows: number) {
    super('impact-export', { kind, rows }, { cancelable: true });
  }
}

/** Someone chose other days or another channel. A report or provider around turns to them; `preventDefault()`: the host does it itself. */
export class ImpactPeriodChangeEvent extends ImpactEvent<ReportChoice> {
  constructor(choice: ReportChoice) {
    super(PERIOD_CHANGE, choice, { cancelable: true });
  }
}

/** An admin changed what the value is reckoned from. `preventDefault()`: the host stores it itself. */
export class ImpactAssumptionChangeEvent extends ImpactEvent<CostAssumptionInput> {
  constructor(figures: CostAssumptionInput) {
    super('impact-assumption-change', figures, { cancelable: true });
  }
}

declare global {
  // What elements, document and window have in common: hosts listen on any of them.
  interface GlobalEventHandlersEventMap {
    'impact-assumption-change': ImpactAssumptionChangeEvent;
    'impact-export': ImpactExportEvent;
    'impact-navigate': ImpactNavigateEvent;
    'impact-open-chats': ImpactOpenChatsEvent;
    'impact-period-change': ImpactPeriodChangeEvent;
    'impact-ready': ImpactReadyEvent;
    'impact-view': ImpactViewEvent;
    'impact-error': ImpactErrorEvent;
    'impact-auth-required': ImpactAuthRequiredEvent;
  }
}
