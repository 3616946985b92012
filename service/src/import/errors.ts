/** The file cannot be trusted as a whole; nothing of it is imported. The sentences never quote the file's values. */
export class MalformedSource extends Error {
  override name = 'MalformedSource';

  constructor(source: string, problem: string, advice: string) {
    super(`Could not import ${source}: ${problem}. ${advice}`);
  }
}

/** The command was called in a way that cannot be meant. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}

/** The import cannot start or go on, though the files may be fine; what was committed stays. */
export class ImportStopped extends Error {
  override name = 'ImportStopped';
}
