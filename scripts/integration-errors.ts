// Writes docs/integration-errors.md from the table that the console speaks from: `node scripts/integration-errors.ts`.
import { writeFileSync } from 'node:fs';
import { ERROR_CODES, ReportError } from '#data';
import { MISUSES } from '../src/data/misuses.ts';

export const DOCUMENT = 'docs/integration-errors.md';

export function integrationErrors(): string {
  const misuses = Object.entries(MISUSES).map(([code, { wrong, fix }]) => `### ${code}\n\n${wrong}\n\n${fix}\n`);
  return `# When the report does not appear

What is wrong with an integration stands in the browser's console: one line with a code, once for each place. What a reader of the page sees meanwhile is meant for them, in their language. This page is made from the same table (\`node scripts/integration-errors.ts\`).

## In the console

${misuses.join('\n')}
## In the event \`impact-error\`

\`event.detail.code\`, for what a shell does by itself: sign in again, show a message of its own (\`preventDefault()\`). \`event.detail.retryable\`: a button to try again makes sense.

${ERROR_CODES.map(line).join('\n')}
`;
}

function line(code: (typeof ERROR_CODES)[number]): string {
  const { retryable, misuse, message } = new ReportError(code);
  const others = SAID_AS[code] ?? [];
  return `- \`${code}\`${retryable ? ' (retryable)' : ''}: ${[misuse ?? message, ...others].join(' ')}`;
}

/** What else the console may say of a code. */
const SAID_AS: Partial<Record<(typeof ERROR_CODES)[number], string[]>> = {
  bad_source: ['IMPACT-002', 'IMPACT-003'],
  no_token_provider: ['IMPACT-005'],
  network: ['IMPACT-016', 'IMPACT-017', 'IMPACT-023'],
  schema: ['IMPACT-019'],
};

if (import.meta.main) writeFileSync(DOCUMENT, integrationErrors());
