import type { Queryable } from '../db/database.ts';

/** A setting as it stands, and the version that a change of it replaces; 0: nobody has entered any. */
export interface Versioned<Value> {
  value: Value;
  version: number;
}

/** A kind of setting. The organization is the one that the transaction names. */
export interface Setting<Value, Input> {
  /** As the history names it. */
  kind: 'cost_assumption' | 'working_hours';
  /** What was entered, from what the history has noted of it. */
  noted(value: unknown): Input;
  /** Null: there is no such organization. */
  read(tx: Queryable, organizationId: string): Promise<Versioned<Value> | null>;
  /** Stores what was entered in place of a version. False: there is another one by now, and nothing was stored. */
  change(tx: Queryable, change: { replaces: number; by: string; input: Input }): Promise<boolean>;
}
