import type { WriteStream } from 'node:tty';

const EVERY_MS = 2000;

/** A line on stderr now and then: rewritten on a terminal, one below the other in a log. */
export class Progress {
  readonly #out: Pick<WriteStream, 'write' | 'isTTY'>;
  #shownAt = 0;
  #open = false;

  constructor(out: Pick<WriteStream, 'write' | 'isTTY'>) {
    this.#out = out;
  }

  /** Shows the text if the last one is old enough. */
  tell(text: () => string): void {
    if (performance.now() - this.#shownAt >= EVERY_MS) this.show(text());
  }

  /** Shows the text at once. */
  show(text: string): void {
    this.#shownAt = performance.now();
    this.#out.write(this.#out.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
    this.#open = this.#out.isTTY;
  }

  /** A line that stays. */
  say(text: string): void {
    this.end();
    this.#out.write(`${text}\n`);
  }

  /** Leaves the line that was being rewritten. */
  end(): void {
    if (this.#open) this.#out.write('\n');
    this.#open = false;
  }
}
