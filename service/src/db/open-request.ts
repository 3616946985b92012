// How a request's transaction begins on a server: what it may do, how long it may take, and whose rows it sees.
import type pg from 'pg';

/** How long a statement of a request may keep the server busy, in milliseconds. */
export const STATEMENT_TIMEOUT = 10_000;

/** Or none: the self-check asks what a request without an organization sees. */
const ORGANIZATION = /^(|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i;

/**
 * The organization is named by `set local`, and not by the function `set_config`: behind Citus the statement travels to the workers, where the rows
 * and their policies are, and the function does not. The statement takes no parameters, so the organization is written into it, and is nothing but a
 * UUID. It comes in a message of its own, because Citus sends the workers the whole message; with the time zone, in which JSON that is made there
 * tells moments.
 *
 * Both are local to the transaction: a connection goes back to the pool without any organization.
 */
export function openRequest(client: pg.PoolClient, begin: string, organizationId: string): Promise<unknown> {
  if (!ORGANIZATION.test(organizationId)) throw new TypeError('Could not name the organization of a request: it is no UUID.');
  // `citus.` means nothing to a server without Citus, which keeps such settings as they come.
  const settings = `set_config('statement_timeout', '${STATEMENT_TIMEOUT}', true), set_config('citus.propagate_set_commands', 'local', true)`;
  return Promise.all([
    client.query(`${begin}; select ${settings}`),
    client.query(`set local app.organization_id to '${organizationId}'; set local timezone to 'UTC'`),
  ]);
}
