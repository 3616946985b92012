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

export interface ReadyDetail {
  /** Whole milliseconds from when it was first wanted until its figures were there. */
  ms: number;
}

/** The report stands on the page. */
export class ImpactReadyEvent extends ImpactEvent<ReadyDetail> {
  constructor(ms: number) {
    super('impact-ready', { ms: Math.round(ms) });
  }
}

export interface ViewDetail {
  /** Which card: `hero`, `trend` and so on. */
  section: string;
  /** Whole milliseconds, 1000 or more. */
  dwellMs: number;
}

/** A card was before a reader, at least half of it. */
export class ImpactViewEvent extends ImpactEvent<ViewDetail> {
  constructor(section: string, ms: number) {
    super('impact-view', { section, dwellMs: Math.round(ms) });
  }
}

export interface ErrorDetail {
  /** One of the closed set of docs/integration-errors.md. */
  code: ErrorCode;
  /** The HTTP status; null: there was no answer, or it was not the answer that failed. */
  status: number | null;
  /** A button to try again makes sense. */
  retryable: boolean;
  /** What the service calls the request in its log; null: it did not say. */
  requestId: string | null;
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
export interface ChatsPart {
  days?: Days | null;
  /** A place of the picture of the figure. */
  place?: number | null;
}

export interface OpenChatsDetail {
  /** An outcome such as `stayed_solved`, or a part of a metric such as `sentiment_worse`. */
  figure: ChatFigure;
  /** Local days of the organization, `from` and `to` as `2026-10-01`, both included; null: those of the report. */
  days: Days | null;
  /** One bar alone: a local hour from 0 to 23, or a number of turns; null: all chats of the figure. */
  place: number | null;
}

/** Someone wants to see the chats behind a figure. `preventDefault()`: the host shows them itself. */
export class ImpactOpenChatsEvent extends ImpactEvent<OpenChatsDetail> {
  constructor(figure: ChatFigure, { days = null, place = null }: ChatsPart = {}) {
    super('impact-open-chats', { figure, days, place }, { cancelable: true });
  }
}

export interface NavigateDetail {
  /** What is there; there may be more kinds one day. */
  to: 'chat';
  /** Id of the room that the inbox shows. */
  id: string;
}

/** Someone wants to go to a chat in the inbox. `preventDefault()`: the host goes there, and the list gives way. */
export class ImpactNavigateEvent extends ImpactEvent<NavigateDetail> {
  constructor(roomId: string) {
    super('impact-navigate', { to: 'chat', id: roomId }, { cancelable: true });
  }
}

/** The ways out of the page for its figures. */
export const EXPORT_KINDS = ['whatsapp', 'copy', 'image', 'print', 'csv'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface ExportDetail {
  /** `whatsapp`, `copy`, `image`, `print` or `csv`. */
  kind: ExportKind;
  /** How many lines of figures. */
  rows: number;
}

/** Figures are about to leave the page. `preventDefault()`: they stay. */
export class ImpactExportEvent extends ImpactEvent<ExportDetail> {
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
