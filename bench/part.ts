// A part of a benchmark that runs in a process of its own: whoever measures must not share an event loop with what is measured, and the
// memory of a process can be told only when it does one thing.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a part can be asked for, by name. */
type Answers = Record<string, (argument: never) => Promise<unknown>>;

interface Question {
  id: number;
  name: string;
  argument: unknown;
}

type Reply = { id: number; value: unknown } | { id: number; error: string };

/** In the part: answers until the one that asks is gone. */
export function answer(answers: Answers): void {
  process.on('message', ({ id, name, argument }: Question) => {
    const reply = (message: Reply): void => void process.send!(message);
    const asked = answers[name] as (argument: unknown) => Promise<unknown>;
    asked(argument).then(
      (value) => reply({ id, value }),
      (error: unknown) => reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.once('disconnect', () => process.exit());
}

/** The other end: `new Part<typeof ANSWERS>(new URL('./load.ts', import.meta.url))`. */
export class Part<A extends Answers> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #asked = 0;

  constructor(module: URL) {
    this.#child = fork(module, { serialization: 'advanced' });
    this.#child.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id)!;
      this.#waiting.delete(reply.id);
      if ('error' in reply) waiting.reject(new Error(reply.error));
      else waiting.resolve(reply.value);
    });
    this.#child.once('exit', (code, signal) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`Could not go on: ${module.pathname} ended with ${code ?? signal}.`));
    });
  }

  get pid(): number {
    return this.#child.pid!;
  }

  ask<N extends keyof A & string>(name: N, ...[argument]: Parameters<A[N]>): ReturnType<A[N]> {
    const waiting = Promise.withResolvers<unknown>();
    const id = this.#asked++;
    this.#waiting.set(id, waiting);
    this.#child.send({ id, name, argument } satisfies Question);
    return waiting.promise as ReturnType<A[N]>;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
