// Asks over HTTP with connections that stay open, and times each answer until its last byte.
//
// Not autocannon: it counts whole milliseconds, of which a report takes three; and it drives one address after the other, where two that are
// compared have to take turns, so that a busy moment meets both.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answer } from '../part.ts';

/** A client with a connection of its own. */
export interface Lane {
  name: string;
  origin: string;
  /** Asked in turn. */
  paths: readonly string[];
  token: string;
}

export interface Crowd {
  latencies: number[];
  seconds: number;
}

class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #lane: Lane;
  #asked = 0;

  constructor(lane: Lane) {
    this.#lane = lane;
  }

  /** Milliseconds until the whole answer is there. */
  ask(): Promise<number> {
    const { name, origin, paths, token } = this.#lane;
    const path = paths[this.#asked++ % paths.length]!;
    return new Promise((resolve, reject) => {
      const start = performance.now();
      const asked = request(origin + path, { agent: this.#agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
        response.resume();
        response.once('error', reject);
        response.once('end', () => {
          if (response.statusCode === 200) resolve(performance.now() - start);
          else reject(new Error(`Could not measure ${name}: ${path} was answered with ${response.statusCode}.`));
        });
      });
      asked.once('error', reject);
      asked.end();
    });
  }

  hangUp(): void {
    this.#agent.destroy();
  }
}

const ANSWERS = {
  /** One request at a time. In each round every lane has its turn, and each round begins with another one. */
  async inTurn({ lanes, warmUp, rounds }: { lanes: readonly Lane[]; warmUp: number; rounds: number }): Promise<Record<string, number[]>> {
    const clients = lanes.map((lane) => new Client(lane));
    const latencies = lanes.map((): number[] => []);
    for (let round = -warmUp; round < rounds; round++) {
      for (let turn = 0; turn < lanes.length; turn++) {
        const lane = (((round + turn) % lanes.length) + lanes.length) % lanes.length;
        const ms = await clients[lane]!.ask();
        if (round >= 0) latencies[lane]!.push(ms);
      }
    }
    for (const client of clients) client.hangUp();
    return Object.fromEntries(lanes.map(({ name }, lane) => [name, latencies[lane]!]));
  },

  /** All lanes at once, each with its next request as soon as it has the answer to the last one. */
  async allAtOnce({ lanes, warmUpSeconds, seconds }: { lanes: readonly Lane[]; warmUpSeconds: number; seconds: number }): Promise<Crowd> {
    const latencies: number[] = [];
    let [measuring, going] = [false, true];
    const ask = async (lane: Lane): Promise<void> => {
      const client = new Client(lane);
      while (going) {
        const ms = await client.ask();
        if (measuring) latencies.push(ms);
      }
      client.hangUp();
    };
    const asking = Promise.all(lanes.map(ask));
    const clock = async (): Promise<number> => {
      await pause(warmUpSeconds * 1000);
      measuring = true;
      const start = performance.now();
      await pause(seconds * 1000);
      measuring = going = false;
      return (performance.now() - start) / 1000;
    };
    const [measured] = await Promise.all([clock(), asking]);
    return { latencies, seconds: measured };
  },
};
export type Loading = typeof ANSWERS;

answer(ANSWERS);
