// What failed, short enough for the end of a long log: of each test its name and the first lines of its error.

export interface Failure {
  /** The step and its test, or the step alone where no test is named. */
  name: string;
  /** Where it stands; empty: nowhere. */
  at: string;
  error: string;
}

/** CI shows the last 150 lines of a run: these, and the table of steps below them. */
const LISTED = 20;
const LINES = 5;
const WIDEST = 240;

const HEADING = '✖ failing tests:';

/** As node's own reporter closes a run in which something failed, for those of other runners. */
export function failingTests(failures: readonly Failure[]): string {
  const told = failures.map(({ at, name, error }) => `test at ${at}\n✖ ${name}\n${error.replaceAll(/^/gm, '  ')}\n`);
  return `${HEADING}\n\n${told.join('\n')}`;
}

/** What failed in a step that is red, by its output. Where no runner lists it, the last that was said is all there is, of errors if it told any. */
export function failuresOf(step: string, output: string, errors = ''): Failure[] {
  const start = output.lastIndexOf(`${HEADING}\n`);
  const listed =
    start === -1
      ? []
      : output
          .slice(start)
          .split(/^test at /m)
          .slice(1)
          .map((one) => failureOf(step, one));
  return listed.length > 0
    ? listed
    : [
        {
          name: step,
          at: '',
          error: filledLines(errors.trim() === '' ? output : errors)
            .slice(-LINES)
            .join('\n'),
        },
      ];
}

function failureOf(step: string, listed: string): Failure {
  const [at = '', name = '', ...rest] = listed.split('\n');
  // Before its stack, or where the list is over.
  const end = rest.findIndex((line) => /^(\s+at |\S)/.test(line));
  const error = (end === -1 ? rest : rest.slice(0, end)).map((line) => line.replace(/^ {2}/, ''));
  return { name: `${step}: ${name.replace(/^✖ /, '').replace(/ \([\d.]+ms\)$/, '')}`, at, error: error.join('\n') };
}

const filledLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** For people. */
export function told(failures: readonly Failure[]): string {
  const lines = failures.slice(0, LISTED).flatMap(({ name, at, error }) => {
    const first = filledLines(error).slice(0, LINES);
    return [`✖ ${name}${at === '' ? '' : ` (${at})`}`, ...first.map((line) => `    ${line}`)].map((line) => line.slice(0, WIDEST));
  });
  return [...lines, ...(failures.length > LISTED ? [`… and ${failures.length - LISTED} more`] : [])].join('\n');
}
