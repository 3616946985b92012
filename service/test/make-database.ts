// Makes databases for tests, on one server or on a Citus cluster.
import pg from 'pg';

/** A new database: its URL, and the URLs of the servers on which it has to be dropped. */
interface Made {
  url: string;
  homes: string[];
}

export async function makeDatabase(home: string, name: string): Promise<Made> {
  await asked(home, `create database ${name}`);
  return { url: placed(home, { pathname: `/${name}` }), homes: [home] };
}

/** A node of a cluster, as its home database knows it. */
interface Node {
  host: string;
  port: number;
  is_coordinator: boolean;
}

/** The same on all nodes of the cluster to whose coordinator `home` leads. */
export async function makeOnCluster(home: string, name: string): Promise<Made> {
  const made = await makeOnNodes(home, name);
  await joinNodes(home, name);
  return made;
}

/** Databases of one name that know nothing of each other yet. */
export async function makeOnNodes(home: string, name: string): Promise<Made> {
  const homes = (await nodesOf(home)).map((node) => homeOf(home, node));
  const made = await Promise.all(homes.map((node) => makeDatabase(node, name)));
  return { url: made[0]!.url, homes };
}

/** Makes a cluster of them. */
export async function joinNodes(home: string, name: string): Promise<void> {
  const nodes = await nodesOf(home);
  await Promise.all(nodes.map((node) => asked(placed(homeOf(home, node), { pathname: `/${name}` }), 'create extension citus')));
  for (const { host, port, is_coordinator } of nodes) {
    await asked(placed(home, { pathname: `/${name}` }), `select ${is_coordinator ? 'citus_set_coordinator_host' : 'citus_add_node'}('${host}', ${port})`);
  }
}

/** The coordinator first. */
const nodesOf = (home: string): Promise<Node[]> =>
  asked(home, 'select nodename as host, nodeport as port, groupid = 0 as is_coordinator from pg_dist_node where isactive order by groupid');

const homeOf = (home: string, { host, port, is_coordinator }: Node): string => (is_coordinator ? home : placed(home, { hostname: host, port: String(port) }));

const placed = (href: string, parts: Partial<Pick<URL, 'hostname' | 'port' | 'pathname'>>): string => Object.assign(new URL(href), parts).href;

async function asked<Row extends pg.QueryResultRow>(href: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: href });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
