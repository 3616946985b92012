import { spawnSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';

/** On what a benchmark ran: figures of two machines, or of a busy and a quiet one, are not comparable; ratios of one run are. */
export interface Machine {
  processor: string;
  cores: number;
  memory_gb: number;
  system: string;
  node: string;
  /** Processes that wanted to run when it began, on average over a minute: more than a few tenths, and others were at work. */
  load_before: number;
  commit: string | null;
}

export function thisMachine(): Machine {
  const git = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
    load_before: loadavg()[0]!,
    commit: git.status === 0 ? git.stdout.trim() : null,
  };
}
