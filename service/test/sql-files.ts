/** Questions about all organizations at once; none is asked by a request. */
export const ACROSS: readonly string[] = [
  'import/upsert-renewals.sql',
  'list-organizations.sql',
  'organizations-from.sql',
  'refresh/next-recount.sql',
  'refresh/request-waiting.sql',
  'sync/due-organizations.sql',
  'sync/find-positions.sql',
  'sync/table-columns.sql',
  'watch/backlog.sql',
];
