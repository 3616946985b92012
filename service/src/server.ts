// The service as a process of its own, without the demo: `node service/src/server.ts`, with the environment of README.md.
import { readConfig } from './config.ts';
import { runService } from './run-service.ts';

await runService(
  () => ({ config: readConfig(process.env) }),
  ({ url, database }) => process.stdout.write(`${JSON.stringify({ msg: 'ready', url, database })}\n`),
);
