// Drops a test's database and the login that the service made for it: `node drop-database.ts URL NAME`.
import { createHash } from 'node:crypto';
import pg from 'pg';

const [, , url, name] = process.argv;
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query(`drop database if exists ${name} with (force)`);
await client.query(`drop role if exists impact_request_${createHash('sha256').update(name!).digest('hex').slice(0, 12)}`);
await client.end();
