// Forced colours, as Windows' contrast themes set them: the runner's own emulateMedia does not know them.
import type { TestRunnerPlugin } from '@web/test-runner-core';
import type { ChromeLauncher } from '@web/test-runner-chrome';
import type { CDPSession } from 'puppeteer-core';

/** Answers the command `forced-colors`, whose payload is whether they are on. */
export function forcedColorsPlugin(): TestRunnerPlugin<boolean> {
  // A session that is closed takes its emulation with it.
  const sessions = new Map<string, CDPSession>();
  return {
    name: 'forced-colors',
    async executeCommand({ command, payload, session }) {
      if (command !== 'forced-colors') return undefined;
      const known = sessions.get(session.id);
      const cdp = known ?? (await (session.browser as ChromeLauncher).getPage(session.id).createCDPSession());
      sessions.set(session.id, cdp);
      await cdp.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: payload ? 'active' : 'none' }] });
      return true;
    },
  };
}
