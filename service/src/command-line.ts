// What the commands of the service share as processes.
import process from 'node:process';

/** npm starts its scripts in the package's folder; relative paths are meant from where the operator stands. */
export const callersFolder = (script: string): string => (process.env['npm_lifecycle_event'] === script && process.env['INIT_CWD']) || process.cwd();

/** The first Ctrl-C ends after the batch under way, the second at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** Where an error that nobody expected comes from. Without its message: that of a database can quote a row. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return [`${error.name}${code}`, ...(error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))].join('\n');
}
