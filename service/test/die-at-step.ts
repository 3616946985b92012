// Loaded into a program before it starts (`node --import`): kills it at a definite step, as `DIE_AT="17 during"` says. Steps are the statements that
// it sends to PostgreSQL, commits among them, from the first that locks an organization or takes the turn to count one. A program that has fewer
// steps dies at its end. Without `DIE_AT` it lives, and the number of its steps is written to the file `STEPS_TO`.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import pg from 'pg';

/** Before the statement is sent, when it is sent and not answered yet, or when it is answered. */
export type Moment = 'before' | 'during' | 'after';

const LOCKS = /for update|hashtextextended/;
const { DIE_AT, STEPS_TO } = process.env;
const [number, moment] = (DIE_AT ?? '').split(' ');
let steps = 0;

const die = (): void => void process.kill(process.pid, 'SIGKILL');

type Query = (this: pg.Client, query: string | { text: string }, ...rest: unknown[]) => Promise<unknown> | undefined;
const client = pg.Client.prototype as unknown as { query: Query };
const send = client.query;

client.query = function (query, ...rest) {
  if (steps > 0 || LOCKS.test(typeof query === 'string' ? query : query.text)) steps++;
  if (steps === 0 || steps !== Number(number)) return send.call(this, query, ...rest);
  if (moment === 'before') die();
  if (moment === 'during') setImmediate(die);
  const callback = rest.findIndex((one) => typeof one === 'function');
  if (callback >= 0) rest[callback] = die;
  return send.call(this, query, ...rest)?.finally(die);
};

process.on('exit', () => {
  if (DIE_AT !== undefined) die();
  if (STEPS_TO !== undefined) writeFileSync(STEPS_TO, String(steps));
});
