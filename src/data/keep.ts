import { type Connection, forget, living } from './connection.ts';

/**
 * How long token and figures outlive the last element that showed them, in milliseconds: a host that keeps its pages alive puts one back within moments,
 * and whoever stays away longer may have signed out.
 */
const KEEP_MS = 30_000;

/** How many look at a connection, at a report or at what stands beside a given one; and of one that nobody looks at when it will be empty. */
const lookers = new Map<Connection, number>();
const leaving = new Map<Connection, ReturnType<typeof setTimeout>>();

export function beginLooking(connection: Connection): void {
  clearTimeout(leaving.get(connection));
  leaving.delete(connection);
  lookers.set(connection, (lookers.get(connection) ?? 0) + 1);
}

export function endLooking(connection: Connection): void {
  const others = lookers.get(connection)! - 1;
  if (others > 0) return void lookers.set(connection, others);
  lookers.delete(connection);
  if (leaving.size === 0) globalThis.addEventListener?.('pagehide', leavePage);
  leaving.set(
    connection,
    setTimeout(() => empty(connection), KEEP_MS),
  );
}

/** Drops the tokens and figures that nobody looks at. */
export function forgetIdle(): void {
  for (const connection of living()) if (!lookers.has(connection)) empty(connection);
}

function empty(connection: Connection): void {
  clearTimeout(leaving.get(connection));
  leaving.delete(connection);
  if (leaving.size === 0) globalThis.removeEventListener?.('pagehide', leavePage);
  forget(connection);
}

/** A page that the browser keeps stands still, this clock too. */
function leavePage({ persisted }: PageTransitionEvent): void {
  if (persisted) for (const connection of leaving.keys()) empty(connection);
}
