import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorCode, ReportError } from '#data';
import type { CardLang } from './card-strings.ts';

/** The words for each failure; several causes are one and the same to a reader. */
const WORDS = {
  offline: 'offline',
  network: 'network',
  timeout: 'timeout',
  auth_timeout: 'timeout',
  server: 'server',
  rate_limited: 'busy',
  forbidden: 'forbidden',
  auth_rejected: 'signed_out',
  auth_empty: 'signed_out',
  tenant_mismatch: 'other_business',
  schema: 'outdated',
  version_conflict: 'outdated',
  // Drawn by fault.ts, in words of its own.
  render: 'server',
  not_found: 'not_found',
  bad_request: 'bad_request',
  bad_source: 'not_connected',
  no_token_provider: 'not_connected',
} as const satisfies Record<ErrorCode, string>;

export interface Failure {
  error: ReportError;
  /** False: the host says it itself. */
  shown: boolean;
  retry: () => void;
}

/** What went wrong, what to do, and a button where trying again can help; or what the host says instead. */
export function failure({ error, shown, retry }: Failure, lang: CardLang): TemplateResult | typeof nothing {
  if (!shown) return nothing;
  const word = WORDS[error.code];
  return html`<slot name="error">
    <div class="failure" part="error" role="alert">
      <strong>${lang.t(word)}</strong>
      <p>${lang.t(`${word}_help`)}</p>
      ${error.retryable ? html`<button class="button" part="button" type="button" @click=${(event: Event) => again(event, retry)}>${lang.t('retry')}</button>` : nothing}
    </div>
  </slot>`;
}

/** The button goes away with the failure: keep the focus of a keyboard in the card instead of losing it to the page. */
function again(event: Event, retry: () => void): void {
  const root = (event.currentTarget as Element).closest<HTMLElement>('.root');
  retry();
  root?.focus();
}
