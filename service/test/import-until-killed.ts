// The import in a process that is killed at a definite step: `node import-until-killed.ts ORGANIZATION KIND NUMBER MOMENT`, in the folder of the
// files. Statements and commits are counted from the first that writes. Without a kill it says how many there were.
import { Readable } from 'node:stream';
import { readDatabaseConfig } from '../src/config.ts';
import type { Database, OwnerDatabase, Queryable } from '../src/db/database.ts';
import { openDatabase } from '../src/db/open.ts';
import { Progress, runImport } from '../src/import/index.ts';

export type StepKind = 'statement' | 'commit';
/** Before it is sent, when it is sent and not answered yet, or when it is answered. */
export type Moment = 'before' | 'during' | 'after';

const [, , organizationId = '', killKind = '', killNumber = '0', killMoment = ''] = process.argv;
const done: Record<StepKind, number> = { statement: 0, commit: 0 };
let writes = false;

const die = (): void => void process.kill(process.pid, 'SIGKILL');

/** Counts a step. @returns ends the process if this is the one, and this its moment */
function step(kind: StepKind): (moment: Moment) => void {
  if (writes) done[kind]++;
  const isTheOne = kind === killKind && done[kind] === Number(killNumber);
  return (moment) => {
    if (!isTheOne || moment !== killMoment) return;
    if (moment === 'during') setImmediate(die);
    else die();
  };
}

async function statement<T>(work: () => Promise<T>): Promise<T> {
  const at = step('statement');
  at('before');
  const working = work();
  at('during');
  const result = await working;
  at('after');
  return result;
}

const stepping = (on: Queryable): Queryable => ({
  query: (sql, values) => {
    writes ||= sql.includes('insert into imports');
    return statement(() => on.query(sql, values));
  },
});

const steppingOwner = (owner: OwnerDatabase): OwnerDatabase => ({
  ...stepping(owner),
  tidy: (tables) => owner.tidy(tables),
  transaction: async (work) => {
    let at: ReturnType<typeof step> = () => {};
    const result = await owner.transaction(async (tx) => {
      const worked = await work({ ...stepping(tx), script: (sql) => statement(() => tx.script(sql)) });
      at = step('commit');
      at('before');
      at('during');
      return worked;
    });
    at('after');
    return result;
  },
});

const open = async (): Promise<Database> => {
  const database = await openDatabase(readDatabaseConfig(process.env));
  const { name, request, connections } = database;
  return { name, request, connections, owner: steppingOwner(database.owner), close: () => database.close() };
};

const files = (['rooms', 'activity'] as const).map((kind) => ({ kind, path: kind }));
await runImport(
  { kind: 'chats', organizationId, files, create: null, rejects: `${organizationId}.csv`, strict: false, asOf: undefined },
  { openDatabase: open, stdin: Readable.from([]), progress: new Progress(process.stderr), folder: process.cwd() },
);
process.stdout.write(JSON.stringify(done));
