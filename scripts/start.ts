// `npm start`: the metrics service with the demo page and, in development mode, simulated organizations.
import { mkdirSync } from 'node:fs';
import { type DatabaseStanding, type OwnerDatabase, readConfig, runService } from '@qontak/impact-service';
import { buildDemo, DEMO_FOLDER } from './demo-build.ts';
import { loadSamples } from './samples.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runService(
  () => {
    const config = readConfig(process.env);
    mkdirSync(DEMO_FOLDER, { recursive: true });
    const prepare = async (owner: OwnerDatabase, on: DatabaseStanding): Promise<void> => {
      await buildDemo();
      // A production database holds customers' chats and nothing else.
      if (config.mode === 'development' && on === 'primary') await loadSamples(owner, say);
    };
    return { config, staticRoot: DEMO_FOLDER, prepare };
  },
  ({ url }) => say(`The AI Agent Impact Report is at ${url}`),
);
