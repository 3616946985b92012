// The import in a process that is killed at a definite step: `node import-until-killed.ts ORGANIZATION STEP MOMENT`, in the folder of the files.
// Steps are statements and commits. Without a kill it says how many there were, and which was the first that wrote.
import { Readable } from 'node:stream';
import { readDatabaseConfig } from '../src/config.ts';
import type { Database, OwnerDatabase, Queryable } from '../src/db/database.ts';
import { openDatabase } from '../src/db/open.ts';
import { Progress, runImport } from '../src/import/index.ts';

const [, , organizationId = '', step = '0', moment = 'before'] = process.argv;
const killAt = Number(step);
let steps = 0;
let firstWrite = 0;

const die = (): void => void process.kill(process.pid, 'SIGKILL');

/** Before the statement is sent, when it is sent and not answered yet, or when it is answered. */
async function stepping<T>(work: () => Promise<T>): Promise<T> {
  const here = ++steps === killAt;
  if (here && moment === 'before') die();
  const working = work();
  if (here && moment === 'during') setImmediate(die);
  const result = await working;
  if (here) die();
  return result;
}

const steppingThrough = (on: Queryable): Queryable => ({
  query: (sql, values) => {
    if (/insert into imports/.test(sql)) firstWrite ||= steps + 1;
    return stepping(() => on.query(sql, values));
  },
});

const slowly = (owner: OwnerDatabase): OwnerDatabase => ({
  ...steppingThrough(owner),
  transaction: async (work) => {
    let commitIsHere = false;
    const result = await owner.transaction(async (tx) => {
      const done = await work({ ...steppingThrough(tx), script: (sql) => stepping(() => tx.script(sql)) });
      commitIsHere = ++steps === killAt;
      if (commitIsHere && moment === 'before') die();
      if (commitIsHere && moment === 'during') setImmediate(die);
      return done;
    });
    if (commitIsHere) die();
    return result;
  },
});

const open = async (): Promise<Database> => {
  const database = await openDatabase(readDatabaseConfig(process.env));
  const { name, request, connections } = database;
  return { name, request, connections, owner: slowly(database.owner), close: () => database.close() };
};

const files = (['rooms', 'activity'] as const).map((kind) => ({ kind, path: kind }));
await runImport(
  { organizationId, files, create: null, rejects: `${organizationId}.csv`, strict: false, asOf: undefined },
  { openDatabase: open, stdin: Readable.from([]), progress: new Progress(process.stderr), folder: process.cwd() },
);
process.stdout.write(JSON.stringify({ steps, firstWrite }));
