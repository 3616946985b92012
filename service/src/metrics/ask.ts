import type { RequestTransaction } from '../db/database.ts';

/** A question to the database by the name of its answer: one select each, all with the same parameters. */
export type Questions = Readonly<Record<string, string>>;

/**
 * Joins selects into one statement, so that a report waits for one round trip and not for twelve. Each stays readable, and can be run by itself.
 * The texts are our own files; what a client sends is always a parameter.
 */
export function inOneStatement(questions: Questions): string {
  const answers = Object.entries(questions).map(([name, sql]) => {
    const select = sql.trimEnd().replace(/;$/, '');
    return `(select coalesce(json_agg(answer), '[]') from (\n${select}\n) answer) as "${name}"`;
  });
  return `select\n${answers.join(',\n')}`;
}

/** The rows of each question. They come as JSON: dates and moments as text, numbers as numbers. */
export async function askAtOnce<Answers>(tx: RequestTransaction, statement: string, values: readonly unknown[]): Promise<Answers> {
  const [answers] = await tx.prepared<Answers>(statement, values);
  return answers!;
}

/** JSON spells UTC as an offset; everywhere else in the service it is Z. */
export const inUtc = (moment: string): string => moment.replace('+00:00', 'Z');
