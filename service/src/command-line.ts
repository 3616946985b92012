// What the commands of the service share as processes.
import process from 'node:process';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { OrganizationId } from '@qontak/impact-contract';
import type { WrongUsage } from './import/errors.ts';

/** Makes the error of a command that was called in a way which cannot be meant, from what is wrong about it. */
export type Usage = (problem: string) => WrongUsage;

/** Reads options that are given once at most. */
export function optionsOf<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options, usage: Usage) {
  try {
    const { values, tokens } = parseArgs({ args: [...args], options, strict: true, tokens: true });
    const named = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    // The last of two would win without a word.
    const twice = named.find((name, i) => named.indexOf(name) < i);
    if (twice === undefined) return values;
    throw usage(`--${twice} is given twice`);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw usage(error.message.replace(/\.?$/, ''));
  }
}

/** The id of an organization as the database writes it; null: none was given. */
export function organizationOption(name: string, value: string | undefined, usage: Usage): string | null {
  if (value === undefined) return null;
  if (!OrganizationId.safeParse(value.trim()).success) throw usage(`--${name} must be a UUID`);
  return value.trim().toLowerCase();
}

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
